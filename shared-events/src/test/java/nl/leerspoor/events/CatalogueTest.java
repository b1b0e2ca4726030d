package nl.leerspoor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published language keeps its own rules: names, types, and nothing about people. */
class CatalogueTest {

    @Nested
    class AName {

        /** Past tenses that don't end in "ed", and the ends of events that are named for the state that began. */
        private static final Set<String> PAST =
                Set.of("Left", "Held", "Set", "Given", "Withdrawn", "Taken", "Put", "Became", "Hold", "Again");

        static Stream<String> names() {
            return Catalogue.names().stream();
        }

        @ParameterizedTest
        @MethodSource("names")
        void leadsToOneEventAndBack(String name) {
            assertThat(Catalogue.nameOf(Catalogue.typeOf(name))).isEqualTo(name);
            assertThat(Catalogue.contains(Catalogue.typeOf(name))).isTrue();
        }

        @ParameterizedTest
        @MethodSource("names")
        void isAnAggregateAndWhatHappenedToIt(String name) {
            assertThat(name).matches("[a-z]+\\.([A-Z][a-z]+)+");
            assertThat(name.split("(?=[A-Z])|\\."))
                    .as("a verb in the past tense in " + name)
                    .anyMatch(word ->
                            word.endsWith("ed") || PAST.stream().anyMatch(word::equals) || name.contains("OnHold"));
        }

        @Test
        void isNotLostToAnotherOfTheSameName() {
            assertThat(Catalogue.names()).hasSize(records().size());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "trajectory",
                    "trajectory.CandidateVanished",
                    "nl.leerspoor.events.pilot.TargetSet",
                    "trajectory.candidateOnHold"
                })
        void thatIsUnknownIsAnError(String unknown) {
            assertThatThrownBy(() -> Catalogue.typeOf(unknown))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + unknown + "'");
        }

        @Test
        void belongsToEventsOnly() {
            assertThat(Catalogue.contains(Event.class)).isFalse();
            assertThat(Catalogue.contains(String.class)).isFalse();
        }
    }

    @Nested
    class AnEvent {

        private static final Set<Class<?>> RAW = Set.of(
                String.class,
                UUID.class,
                LocalDate.class,
                Instant.class,
                int.class,
                Integer.class,
                boolean.class,
                Boolean.class,
                BigDecimal.class);

        /** Words of components that would hold personal data. A name is fine for things, not for people. */
        private static final Set<String> PERSONAL = Set.of(
                "bsn",
                "initials",
                "firstname",
                "lastname",
                "surname",
                "givenname",
                "familyname",
                "fullname",
                "mail",
                "email",
                "phone",
                "telephone",
                "mobile",
                "address",
                "street",
                "postcode",
                "postalcode",
                "birth",
                "birthdate",
                "born",
                "gender",
                "nationality");

        static Stream<Class<? extends Event>> events() {
            return Catalogue.names().stream().map(Catalogue::typeOf);
        }

        @ParameterizedTest
        @MethodSource("events")
        void saysWhereWhenAndToWhatItHappened(Class<? extends Event> event) {
            assertThat(components(event))
                    .containsEntry("region", String.class)
                    .containsEntry("effectiveOn", LocalDate.class)
                    .containsEntry(id(event), UUID.class);
            assertThat(event.getRecordComponents()[0].getName()).isEqualTo(id(event));
        }

        @ParameterizedTest
        @MethodSource("events")
        void hasRawTypesOnly(Class<? extends Event> event) {
            assertThat(foreignTypes(event)).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("events")
        void tellsWhoAPersonIsUnderSealOnly(Class<? extends Event> event) {
            Set<String> names = open(event).map(RecordComponent::getName).collect(Collectors.toSet());
            assertThat(names.stream().flatMap(AnEvent::wordsOf)).doesNotContainAnyElementsOf(PERSONAL);
            if (names.contains("candidateId") || names.contains("supervisorId")) {
                assertThat(names).doesNotContain("name");
            }
        }

        @ParameterizedTest
        @MethodSource("events")
        void saysWhoseItsPersonalDataAre(Class<? extends Event> event) {
            List<RecordComponent> subjects = Arrays.stream(event.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(DataSubject.class))
                    .toList();

            assertThat(subjects).hasSize(open(event).count() == event.getRecordComponents().length ? 0 : 1);
            assertThat(subjects).allMatch(component -> component.getType() == UUID.class);
        }

        /** What anybody can read who can read the event. */
        private static Stream<RecordComponent> open(Class<?> event) {
            return Arrays.stream(event.getRecordComponents())
                    .filter(component -> !component.isAnnotationPresent(PersonalData.class));
        }

        private static List<String> foreignTypes(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .flatMap(component -> foreignTypes(component.getName(), component.getGenericType()).stream())
                    .toList();
        }

        private static List<String> foreignTypes(String name, Type type) {
            return switch (type) {
                case ParameterizedType list
                when list.getRawType() == List.class -> foreignTypes(name, list.getActualTypeArguments()[0]);
                case Class<?> nested
                when nested.isRecord() && nested.getPackageName().startsWith("nl.leerspoor.events") ->
                    foreignTypes(nested);
                case Class<?> raw when RAW.contains(raw) -> List.of();
                default -> List.of(name + ": " + type.getTypeName());
            };
        }

        /** {@code birthDate} gives birth, date and birthdate. */
        private static Stream<String> wordsOf(String component) {
            String[] words = component.split("(?=[A-Z])");
            return Stream.concat(Arrays.stream(words), Stream.of(component)).map(word -> word.toLowerCase(Locale.ROOT));
        }
    }

    private static Map<String, Class<?>> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
    }

    /** What the id of a stream is called: as the aggregate is, unless people call it otherwise. */
    private static String id(Class<?> event) {
        return switch (aggregate(event)) {
            case "privacy" -> "privacyCaseId";
            case "reportsnapshot" -> "snapshotId";
            case String aggregate -> aggregate + "Id";
        };
    }

    private static String aggregate(Class<?> event) {
        String name = Catalogue.nameOf(event);
        return name.substring(0, name.indexOf('.'));
    }

    /** The records of all families, found without the names. */
    private static List<Class<?>> records() {
        return Catalogue.names().stream()
                .map(name -> stream(Catalogue.typeOf(name).getEnclosingClass()))
                .distinct()
                .flatMap(CatalogueTest::records)
                .toList();
    }

    /** The interface of a whole stream, of which a family may be a part. */
    private static Class<?> stream(Class<?> family) {
        return Arrays.stream(family.getInterfaces())
                .filter(parent -> parent != Event.class)
                .<Class<?>>map(CatalogueTest::stream)
                .findFirst()
                .orElse(family);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CatalogueTest::records)
                : Stream.of(type);
    }
}
