package nl.leerspoor.query.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.processing.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A person can read what happened in words, whatever happens from now on. */
class WordsTest {

    private static final List<String> FAMILIES =
            List.of("candidate", "trajectory", "praktijkovereenkomst", "verklaring", "duty", "privacy", "supervisor");

    static Stream<String> events() {
        return Stream.concat(
                Catalogue.names().stream().filter(name -> FAMILIES.contains(name.substring(0, name.indexOf('.')))),
                Stream.of("leerbedrijf.ContactPersonNamed"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void thereIsOneForEveryEventAndForAllThatIsPersonalInIt(String event) {
        assertThat(Words.knows(event)).as(event).isTrue();
        assertThat(Arrays.stream(Catalogue.typeOf(event).getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(PersonalData.class))
                        .flatMap(component -> component.getType().isRecord()
                                ? Arrays.stream(component.getType().getRecordComponents())
                                : Stream.of(component))
                        .filter(component -> Words.label(component.getName()).isEmpty()))
                .isEmpty();
    }

    @Test
    void thereIsOneForEveryReasonToLook() {
        assertThat(Arrays.stream(Activity.values()).map(Enum::name))
                .allSatisfy(activity -> assertThat(Words.activity(activity)).isNotEqualTo(activity));
    }

    @Test
    void valuesAreToldAsPeopleSayThem() {
        assertThat(value("true")).isEqualTo("ja");
        assertThat(value("\"2020-03-16\"")).isEqualTo("16 maart 2020");
        assertThat(value("[\"a\", {\"code\": \"B1-K1-W1\"}]")).isEqualTo("a, B1-K1-W1");
        assertThat(Words.value(JsonMapper.shared().readTree("\"STATUSHOUDER\""), Optional.of(CodeList.TARGET_GROUPS)))
                .isEqualTo("Statushouder");
    }

    private static String value(String json) {
        return Words.value(JsonMapper.shared().readTree(json), Optional.empty());
    }
}
