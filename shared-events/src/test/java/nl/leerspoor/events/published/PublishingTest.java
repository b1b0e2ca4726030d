package nl.leerspoor.events.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Erasure;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.Redating;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.trajectory.HoldEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of the internal events, and what is not. */
class PublishingTest {

    private static final Map<String, Event> EVENTS = Examples.events();

    static Stream<String> names() {
        return EVENTS.keySet().stream();
    }

    static Stream<String> told() {
        return names().filter(name -> !Publishing.of(EVENTS.get(name)).isEmpty());
    }

    private static PublishedType oldest(String name) {
        return PublishedCatalogue.of(Publishing.of(EVENTS.get(name)).getFirst());
    }

    @Nested
    class ADecision {

        static Stream<String> names() {
            return PublishingTest.names();
        }

        static Stream<String> told() {
            return PublishingTest.told();
        }

        @Test
        void isTakenOfEveryEventThereIs() {
            assertThat(EVENTS.keySet()).isEqualTo(Catalogue.names());
            assertThat(EVENTS)
                    .allSatisfy((name, event) ->
                            assertThat(Publishing.decide(event)).isNotNull());
        }

        @Test
        void cannotBeHadOfAnEventOfNoFamily() {
            Event stranger = new Event() {
                @Override
                public String region() {
                    return "AM05";
                }

                @Override
                public LocalDate effectiveOn() {
                    return LocalDate.of(2020, 3, 23);
                }
            };

            assertThatThrownBy(() -> Publishing.decide(stranger)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @MethodSource("names")
        void toKeepItInsideHasAReason(String name) {
            switch (Publishing.decide(EVENTS.get(name))) {
                case Telling.Inside inside -> {
                    assertThat(inside.why()).endsWith(".").hasSizeGreaterThan(20);
                    assertThat(PublishedCatalogue.publishedFrom(name)).isEmpty();
                }
                case Telling.Outside outside -> assertThat(outside.versions()).isNotEmpty();
            }
        }

        @ParameterizedTest
        @MethodSource("told")
        void toTellItGivesEveryVersionOfItsTypeTheOldestFirst(String name) {
            List<PublishedType> types = Publishing.of(EVENTS.get(name)).stream()
                    .map(PublishedCatalogue::of)
                    .toList();

            assertThat(types).extracting(PublishedType::event).containsOnly(name);
            assertThat(types).extracting(PublishedType::version).isSorted().doesNotHaveDuplicates();
            assertThat(PublishedCatalogue.publishedFrom(name))
                    .containsExactlyInAnyOrderElementsOf(
                            types.stream().map(PublishedType::name).toList());
        }

        @ParameterizedTest
        @MethodSource("told")
        void changesNeitherRegionNorDay(String name) {
            Event event = EVENTS.get(name);

            assertThat(Publishing.of(event)).allSatisfy(published -> {
                assertThat(published.region()).isEqualTo(event.region());
                assertThat(published.effectiveOn()).isEqualTo(event.effectiveOn());
            });
        }

        @Test
        void isThatWorkOfColleaguesAndRightsOfPersonsStayInside() {
            assertThat(told())
                    .noneMatch(name -> EVENTS.get(name) instanceof DutyEvent)
                    .noneMatch(name -> EVENTS.get(name) instanceof PrivacyEvent);
        }
    }

    @Nested
    class TheCatalogue {

        @Test
        void hasNoTypeThatNothingIsToldAs() {
            Set<String> used = EVENTS.values().stream()
                    .flatMap(event -> Publishing.of(event).stream())
                    .map(published -> PublishedCatalogue.of(published).name())
                    .collect(Collectors.toSet());

            assertThat(PublishedCatalogue.types()).containsExactlyInAnyOrderElementsOf(used);
        }

        @Test
        void namesTypesByTheThingsOfTheApi() {
            assertThat(PublishedCatalogue.typeOf(PublishedHold.CandidateOnHold.class))
                    .isEqualTo("nl.leerspoor.trajectories.candidate-on-hold.v1");
            assertThat(PublishedCatalogue.typeOf(PublishedTraining.SupervisorTrainingResumed.class))
                    .isEqualTo("nl.leerspoor.supervisor-trainings.supervisor-training-resumed.v1");
            assertThat(PublishedCatalogue.types())
                    .allMatch(type -> type.matches("nl\\.leerspoor\\.[a-z-]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]"));
        }

        @Test
        void putsTheVersionOfARecordAtTheEnd() {
            assertThat(PublishedType.name("trajectories", "CandidateOnHold"))
                    .isEqualTo("nl.leerspoor.trajectories.candidate-on-hold.v1");
            assertThat(PublishedType.name("trajectories", "CandidateOnHoldV2"))
                    .isEqualTo("nl.leerspoor.trajectories.candidate-on-hold.v2");
        }

        @Test
        void findsATypeByEveryNameThatItHas() {
            assertThat(PublishedCatalogue.all())
                    .hasSize(PublishedCatalogue.types().size())
                    .allSatisfy(type -> {
                        assertThat(PublishedCatalogue.named(type.name())).isEqualTo(type);
                        assertThat(PublishedCatalogue.classOf(type.name())).isEqualTo(type.data());
                        assertThat(PublishedCatalogue.typeOf(type.data())).isEqualTo(type.name());
                        assertThat(PublishedCatalogue.eventOf(type.name())).isEqualTo(type.event());
                        assertThat(Catalogue.names()).contains(type.event());
                    });
        }

        @Test
        void refusesWhatItDoesNotHave() {
            assertThatThrownBy(() -> PublishedCatalogue.named("nl.leerspoor.trajectories.candidate-on-hold.v9"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("candidate-on-hold.v9");
            assertThat(PublishedCatalogue.publishedFrom("candidate.NoteAdded")).isEmpty();
        }

        @Test
        void announcesTheEndOfATypeBeforeItComes() {
            assertThat(PublishedCatalogue.all())
                    .allSatisfy(type -> type.sunset()
                            .ifPresent(day -> assertThat(type.deprecated())
                                    .hasValueSatisfying(from -> assertThat(from).isBefore(day))));
        }
    }

    @Nested
    class ADuty {

        static Stream<String> told() {
            return PublishingTest.told();
        }

        @ParameterizedTest
        @MethodSource("told")
        void ofARetractionNamesAllThatNeverHappened(String name) {
            boolean retraction = EVENTS.get(name) instanceof Retraction;

            assertThat(oldest(name).duty() == Duty.RETRACT).isEqualTo(retraction);
            if (retraction) {
                List<String> retracted = ((Retraction) EVENTS.get(name))
                        .retracts().stream().map(UUID::toString).toList();
                assertThat(retracted).isNotEmpty();
                assertThat(json(name).path("retracts").valueStream().map(JsonNode::asString))
                        .containsExactlyElementsOf(retracted);
            }
        }

        @ParameterizedTest
        @MethodSource("told")
        void ofACorrectionNamesWhatItCorrects(String name) {
            boolean correction = json(EVENTS.get(name)).has("correctsEventId");

            assertThat(oldest(name).duty() == Duty.CORRECT).isEqualTo(correction);
            if (correction) {
                assertThat(json(name).path("correctsEventId"))
                        .isEqualTo(json(EVENTS.get(name)).path("correctsEventId"));
            }
            if (EVENTS.get(name) instanceof Redating redating) {
                assertThat(json(name).path("newStart").asString())
                        .isEqualTo(redating.correctedDate().toString());
            }
        }

        @ParameterizedTest
        @MethodSource("told")
        void toEraseIsThatOfErasuresOnly(String name) {
            assertThat(oldest(name).duty() == Duty.ERASE).isEqualTo(EVENTS.get(name) instanceof Erasure);
        }

        @Test
        void isSaidInBothLanguages() {
            assertThat(Duty.values())
                    .allSatisfy(duty -> assertThat(duty.dutch()).isNotBlank().isNotEqualTo(duty.english()));
        }
    }

    @Nested
    class ToldOutside {

        static Stream<String> told() {
            return PublishingTest.told();
        }

        @ParameterizedTest
        @MethodSource("told")
        void isNothingThatIsSealed(String name) {
            ObjectNode event = json(EVENTS.get(name));
            ObjectNode secret = event.deepCopy();
            sealed(EVENTS.get(name).getClass()).forEach(secret::putNull);

            Event unreadable = Kept.JSON.readValue(Kept.JSON.writeValueAsString(secret), Catalogue.typeOf(name));

            assertThat(Publishing.of(unreadable)).isEqualTo(Publishing.of(EVENTS.get(name)));
        }

        @Test
        void isNothingOfWhoAPersonIsOrHowTheyAre() {
            Set<String> never = Set.of(
                    "name",
                    "birthDate",
                    "contact",
                    "email",
                    "telephone",
                    "personId",
                    "targetGroup",
                    "labourStatus",
                    "incomeKind",
                    "score",
                    "outcome",
                    "hours",
                    "result",
                    "recordedBy",
                    "authorisedBy",
                    "werkcoachId",
                    "schoolCoachId",
                    "schoolStudentRef",
                    "reference",
                    "reason",
                    "text",
                    "documentNo",
                    "verificationHash");

            assertThat(PublishedCatalogue.all())
                    .allSatisfy(type -> assertThat(components(type.data())).doesNotContainAnyElementsOf(never));
        }

        @Test
        void isNoFreeText() {
            assertThat(PublishedCatalogue.all())
                    .flatMap(type -> Arrays.asList(type.data().getRecordComponents()))
                    .filteredOn(component ->
                            component.getGenericType().getTypeName().contains("java.lang.String"))
                    .isNotEmpty()
                    .allSatisfy(component -> {
                        Words.Word word = Words.of(component.getName());
                        assertThat(!word.codes().isEmpty() || word.pattern().isPresent())
                                .as(component.getName())
                                .isTrue();
                    });
        }

        @Test
        void isNoCauseThatLiesWithThePerson() {
            var hold = (HoldEvent.CandidateOnHold) EVENTS.get("trajectory.CandidateOnHold");

            assertThat(cause(with(hold, "CANDIDATE_REQUEST"))).isEqualTo("OTHER");
            assertThat(cause(with(hold, "PERSONAL"))).isEqualTo("OTHER");
            assertThat(cause(with(hold, "CORONA"))).isEqualTo("CORONA");
        }

        @Test
        void isEveryWordThatHasAMeaningAndNoOther() {
            Set<String> used = new HashSet<>();
            PublishedCatalogue.all().forEach(type -> used.addAll(components(type.data())));

            assertThat(Words.all()).containsExactlyInAnyOrderElementsOf(used);
        }

        private static HoldEvent.CandidateOnHold with(HoldEvent.CandidateOnHold hold, String cause) {
            return Kept.JSON.treeToValue(json(hold).put("cause", cause), HoldEvent.CandidateOnHold.class);
        }

        private static String cause(HoldEvent.CandidateOnHold hold) {
            return ((PublishedHold.CandidateOnHold) Publishing.of(hold).getFirst()).cause();
        }

        private static List<String> components(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        }

        private static List<String> sealed(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(PersonalData.class))
                    .map(RecordComponent::getName)
                    .toList();
        }
    }

    /** What is told of the example of an event. */
    private static ObjectNode json(String name) {
        return Kept.JSON.valueToTree(Publishing.of(EVENTS.get(name)).getFirst());
    }

    private static ObjectNode json(Event event) {
        return Kept.JSON.valueToTree(event);
    }
}
