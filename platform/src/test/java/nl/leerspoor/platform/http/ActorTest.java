package nl.leerspoor.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends a request, from one header. */
class ActorTest {

    @Test
    void nameRoleAndOrganisationAreRead() {
        assertThat(Actor.parse("anja; role=WERKCOACH; org=ROC")).isEqualTo(new Actor("anja", "WERKCOACH", "ROC"));
        assertThat(Actor.parse("anja;org=ROC;role=WERKCOACH")).isEqualTo(new Actor("anja", "WERKCOACH", "ROC"));
        assertThat(Actor.parse("anja")).isEqualTo(new Actor("anja", "", ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whoSaysNothingIsAnonymous(String header) {
        assertThat(Actor.parse(header)).isEqualTo(Actor.ANONYMOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "; role=X",
                "a b",
                "anja; rol=X",
                "anja; role=X; role=Y",
                "anja; role",
                "anja; role=a b",
                "anja; org=123456782",
                "123456782",
                "anja\u0000"
            })
    void anythingElseIsRefused(String header) {
        assertThatThrownBy(() -> Actor.parse(header))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    }
}
