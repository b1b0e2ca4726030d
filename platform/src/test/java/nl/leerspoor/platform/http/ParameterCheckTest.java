package nl.leerspoor.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Query parameters are looked at before they are used. */
class ParameterCheckTest {

    private static Map<String, String[]> given(String name, String... values) {
        return Map.of(name, values);
    }

    @Test
    void aCitizenServiceNumberIsRefusedWhereverItStands() {
        assertThat(ParameterCheck.errors(given("reference", "K009", "123456782"), Optional.empty()))
                .containsExactly(InputFault.BSN_NOT_ALLOWED.in("reference"));
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(ParameterCheck.errors(given("reference", "K\u0000"), Optional.empty()))
                .containsExactly(InputFault.NOT_PLAIN_TEXT.in("reference"));
    }

    @Test
    void aMisspeltParameterIsRefusedWhereTheNamesAreKnown() {
        assertThat(ParameterCheck.errors(given("limmit", "5"), Optional.of(Set.of("limit"))))
                .containsExactly(InputFault.UNKNOWN_PARAMETER.in("limmit"));
        assertThat(ParameterCheck.errors(given("limmit", "5"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aNameThatCouldBeSomethingElseIsNotRepeated() {
        assertThat(ParameterCheck.errors(given("123456782", ""), Optional.of(Set.of())))
                .containsExactly(InputFault.UNKNOWN_PARAMETER.in("?"));
    }
}
