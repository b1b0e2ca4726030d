package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.privacy.PrivacyRefusal.CORRECTION_NOT_FOUND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.ERASURE_IS_WHOLE;
import static nl.leerspoor.command.privacy.PrivacyRefusal.EXPORT_OF_ANOTHER_CASE;
import static nl.leerspoor.command.privacy.PrivacyRefusal.GROUND_OF_ANOTHER_KIND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.NOBODY_TO_INFORM;
import static nl.leerspoor.command.privacy.PrivacyRefusal.NO_PART_OF_A_COPY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.OBJECTION_TO_NOTHING;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PARTS_OF_NO_COPY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_CARRIED_OUT;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_EXTENDED_ALREADY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_GRANTED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_OPEN;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_OF_ANOTHER_KIND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_TERM_PASSED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PROCESSINGS_NOT_AS_DECIDED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PROCESSINGS_OF_NO_OBJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.Decided;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.privacy.Handling.About;
import nl.leerspoor.command.privacy.PrivacyCase.SubjectKind;
import nl.leerspoor.command.privacy.PrivacyCommand.EndProcessing;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.FinishRectification;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.HandOverExport;
import nl.leerspoor.command.privacy.PrivacyCommand.InformRecipients;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.PartlyGrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.AccessRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ExportHandedOver;
import nl.leerspoor.events.privacy.PrivacyEvent.ObjectionRaised;
import nl.leerspoor.events.privacy.PrivacyEvent.PortabilityRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCasePartlyGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.events.privacy.PrivacyEvent.ProcessingEnded;
import nl.leerspoor.events.privacy.PrivacyEvent.RecipientsInformed;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationRequested;
import nl.leerspoor.events.reference.CodeList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about own data, from intake to what was done. */
class PrivacyCaseTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final UUID CORRECTION = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    private static final LocalDate ASKED = LocalDate.parse("2020-01-31");
    private static final LocalDate DUE = LocalDate.parse("2020-02-29");
    private static final String AM05 = "AM05";
    private static final String BOTH = "PUBLICITY,DATA_SHARING";

    private static PrivacyCase given(PrivacyEvent... events) {
        return Given.facts(new PrivacyCase.NotOpened(), PrivacyCase::evolve, events)
                .latest();
    }

    private static PrivacyEvent asked(String kind) {
        String about = "CANDIDATE";
        return switch (kind) {
            case "ACCESS" -> new AccessRequested(CASE, AM05, ASKED, about, CANDIDATE, PERSON, "PERSON", DUE);
            case "RECTIFICATION" ->
                new RectificationRequested(CASE, AM05, ASKED, about, CANDIDATE, PERSON, "PERSON", DUE);
            case "ERASURE" -> new ErasureRequested(CASE, AM05, ASKED, about, CANDIDATE, PERSON, "PERSON", DUE);
            case "PORTABILITY" -> new PortabilityRequested(CASE, AM05, ASKED, about, CANDIDATE, PERSON, "PERSON", DUE);
            case "OBJECTION" ->
                new ObjectionRaised(
                        CASE, AM05, ASKED, about, CANDIDATE, PERSON, "PERSON", DUE, List.of(BOTH.split(",")));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static PrivacyCase askedAndGranted(String kind) {
        return given(asked(kind), granted("x"));
    }

    private static PrivacyCaseGranted granted(String ground) {
        return new PrivacyCaseGranted(CASE, AM05, ASKED, ground);
    }

    private static OpenPrivacyCase opening(String kind, String... processings) {
        return new OpenPrivacyCase(
                CASE,
                AM05,
                ASKED,
                kind,
                CANDIDATE,
                null,
                null,
                null,
                "PERSON",
                processings.length == 0 ? null : List.of(processings));
    }

    private static About about() {
        return new About(SubjectKind.CANDIDATE, CANDIDATE, PERSON);
    }

    @Nested
    class Opening {

        @ParameterizedTest
        @ValueSource(strings = {"ACCESS", "RECTIFICATION", "ERASURE", "PORTABILITY"})
        void aRequestIsToBeAnsweredWithinAMonth(String kind) {
            assertThat(events(Handling.open(given(), opening(kind), about()))).containsExactly(asked(kind));
            assertThat(refusal(Handling.open(given(asked(kind)), opening(kind), about())))
                    .isEqualTo(ID_IN_USE);
        }

        @Test
        void anObjectionIsAgainstSomethingAndNothingElseIs() {
            assertThat(events(Handling.open(
                            given(), opening("OBJECTION", "PUBLICITY", "DATA_SHARING", "PUBLICITY"), about())))
                    .containsExactly(asked("OBJECTION"));
            assertThat(refusal(Handling.open(given(), opening("OBJECTION"), about())))
                    .isEqualTo(OBJECTION_TO_NOTHING);
            assertThat(refusal(Handling.open(given(), opening("ACCESS", "PUBLICITY"), about())))
                    .isEqualTo(PROCESSINGS_OF_NO_OBJECTION);
        }
    }

    @Nested
    class Extending {

        private ExtendPrivacyCase extension(LocalDate on) {
            return new ExtendPrivacyCase(CASE, on, "COMPLEX");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ACCESS", "RECTIFICATION", "ERASURE", "PORTABILITY", "OBJECTION"})
        void takesTwoMonthsMoreOnceAndInTime(String kind) {
            assertThat(events(Handling.extend(given(asked(kind)), extension(DUE))))
                    .containsExactly(
                            new PrivacyCaseExtended(CASE, AM05, DUE, LocalDate.parse("2020-04-29"), "COMPLEX"));
            assertThat(refusal(Handling.extend(given(asked(kind)), extension(DUE.plusDays(1)))))
                    .isEqualTo(PRIVACY_CASE_TERM_PASSED);
            assertThat(refusal(Handling.extend(
                            given(asked(kind), new PrivacyCaseExtended(CASE, AM05, ASKED, DUE, "COMPLEX")),
                            extension(DUE))))
                    .isEqualTo(PRIVACY_CASE_EXTENDED_ALREADY);
        }
    }

    @Nested
    class Deciding {

        @Test
        void happensOnce() {
            var grant = new GrantPrivacyCase(CASE, ASKED, "AVG_15");
            var partly = new PartlyGrantPrivacyCase(CASE, ASKED, "AVG_15", "AVG_15_4", List.of("NOTES", "NOTES"));
            var refuse = new RefusePrivacyCase(CASE, ASKED, "UAVG_41");
            PrivacyCase open = given(asked("ACCESS"));

            assertThat(events(Handling.grant(open, grant))).containsExactly(granted("AVG_15"));
            assertThat(events(Handling.partlyGrant(open, partly)))
                    .containsExactly(
                            new PrivacyCasePartlyGranted(CASE, AM05, ASKED, "AVG_15", "AVG_15_4", List.of("NOTES")));
            assertThat(events(Handling.refuse(open, refuse)))
                    .containsExactly(new PrivacyCaseRefused(CASE, AM05, ASKED, "UAVG_41"));
            for (PrivacyEvent decided : List.of(
                    granted("AVG_15"),
                    new PrivacyCasePartlyGranted(CASE, AM05, ASKED, "AVG_15", "AVG_15_4", List.of("NOTES")),
                    new PrivacyCaseRefused(CASE, AM05, ASKED, "UAVG_41"))) {
                PrivacyCase state = given(asked("ACCESS"), decided);
                assertThat(refusal(Handling.grant(state, grant))).isEqualTo(PRIVACY_CASE_NOT_OPEN);
                assertThat(refusal(Handling.partlyGrant(state, partly))).isEqualTo(PRIVACY_CASE_NOT_OPEN);
                assertThat(refusal(Handling.refuse(state, refuse))).isEqualTo(PRIVACY_CASE_NOT_OPEN);
            }
        }

        @Test
        void restsOnAGroundOfTheKindAndTheCodesSayTheSame() {
            Map<String, Set<String>> granting = fitting(CodeList.PRIVACY_GRANT_GROUNDS);
            Map<String, Set<String>> refusing = fitting(CodeList.PRIVACY_REFUSAL_GROUNDS);
            for (String kind : List.of("ACCESS", "RECTIFICATION", "ERASURE", "PORTABILITY", "OBJECTION")) {
                PrivacyCase open = given(asked(kind));
                granting.forEach((ground, kinds) -> {
                    var decision = Handling.grant(open, new GrantPrivacyCase(CASE, ASKED, ground));
                    if (kinds.contains(kind)) {
                        assertThat(events(decision)).containsExactly(granted(ground));
                    } else {
                        assertThat(refusal(decision)).as(kind + " " + ground).isEqualTo(GROUND_OF_ANOTHER_KIND);
                    }
                });
                refusing.forEach((ground, kinds) -> {
                    var decision = Handling.refuse(open, new RefusePrivacyCase(CASE, ASKED, ground));
                    if (kinds.contains(kind)) {
                        assertThat(events(decision)).containsExactly(new PrivacyCaseRefused(CASE, AM05, ASKED, ground));
                    } else {
                        assertThat(refusal(decision)).as(kind + " " + ground).isEqualTo(GROUND_OF_ANOTHER_KIND);
                    }
                });
            }
        }

        private static Map<String, Set<String>> fitting(CodeList list) {
            Map<String, Set<String>> kinds = new TreeMap<>();
            list.entries()
                    .forEach(entry -> kinds.put(
                            entry.code(), Set.of(entry.attributes().get("kinds").split(" "))));
            return kinds;
        }

        @Test
        void doesNotHalveAnErasureNorWhatIsNotLookedInto() {
            assertThat(refusal(Handling.partlyGrant(
                            given(asked("ERASURE")),
                            new PartlyGrantPrivacyCase(CASE, ASKED, "AVG_17_1_A", "AVG_17_3_B", null))))
                    .isEqualTo(ERASURE_IS_WHOLE);
            assertThat(refusal(Handling.partlyGrant(
                            given(asked("ACCESS")),
                            new PartlyGrantPrivacyCase(CASE, ASKED, "AVG_15", "AVG_12_6", List.of("NOTES")))))
                    .isEqualTo(GROUND_OF_ANOTHER_KIND);
        }
    }

    @Nested
    class AnErasure {

        private final ExecuteErasure command = new ExecuteErasure(CASE, ASKED);

        @Test
        void takesTwoPeople() {
            PrivacyCase decided = askedAndGranted("ERASURE");

            assertThat(refusal(CarryingOut.erase(decided, command, Given.SOMEBODY)))
                    .isEqualTo(SAME_PERSON_AUTHORISES);
            assertThat(events(CarryingOut.erase(decided, command, "iemand-anders")))
                    .containsExactly(new ErasureCarriedOut(CASE, AM05, ASKED));
            assertThat(refusal(CarryingOut.erase(given(asked("ERASURE")), command, "iemand-anders")))
                    .isEqualTo(PRIVACY_CASE_NOT_GRANTED);
        }

        @Test
        void isToldToThoseWhoHadData() {
            assertThat(events(CarryingOut.inform(
                            given(asked("ERASURE"), granted("x"), new ErasureCarriedOut(CASE, AM05, ASKED)),
                            new InformRecipients(CASE, ASKED, List.of("SCHOOL")))))
                    .containsExactly(new RecipientsInformed(CASE, AM05, ASKED, List.of("SCHOOL")));
        }

        @Test
        void isForEver() {
            assertThat(refusal(CarryingOut.erase(
                            given(asked("ERASURE"), granted("x"), new ErasureCarriedOut(CASE, AM05, ASKED)),
                            command,
                            "iemand-anders")))
                    .isEqualTo(PERSON_ERASED);
        }
    }

    @Nested
    class ACopy {

        private final HandOverExport command = new HandOverExport(CASE, ASKED, CORRECTION, "IN_PERSON");
        private final ExportHandedOver handedOver = new ExportHandedOver(CASE, AM05, ASKED, CORRECTION, "IN_PERSON");

        @ParameterizedTest
        @ValueSource(strings = {"ACCESS", "PORTABILITY"})
        void isHandedOverOnceWhenItWasGranted(String kind) {
            assertThat(events(CarryingOut.handOver(askedAndGranted(kind), command, true)))
                    .containsExactly(handedOver);
            assertThat(refusal(CarryingOut.handOver(given(asked(kind)), command, true)))
                    .isEqualTo(PRIVACY_CASE_NOT_GRANTED);
            assertThat(refusal(CarryingOut.handOver(given(asked(kind), granted("x"), handedOver), command, true)))
                    .isEqualTo(PRIVACY_CASE_CARRIED_OUT);
        }

        @Test
        void isWithheldInPartByNamingTheParts() {
            for (List<String> parts : List.of(
                    List.<String>of(), List.of("DETAILS", "NOTES", "COURSE", "OVERVIEWS", "LOOKS", "RECIPIENTS"))) {
                assertThat(refusal(Handling.partlyGrant(
                                given(asked("ACCESS")),
                                new PartlyGrantPrivacyCase(CASE, ASKED, "AVG_15", "AVG_15_4", parts))))
                        .isEqualTo(NO_PART_OF_A_COPY);
            }
            assertThat(refusal(Handling.partlyGrant(
                            given(asked("OBJECTION")),
                            new PartlyGrantPrivacyCase(CASE, ASKED, "AVG_21_1", "AVG_21_1_CLAIMS", List.of("NOTES")))))
                    .isEqualTo(PARTS_OF_NO_COPY);
        }

        @Test
        void isTheOneThatWasMadeForTheRequest() {
            assertThat(refusal(CarryingOut.handOver(askedAndGranted("ACCESS"), command, false)))
                    .isEqualTo(EXPORT_OF_ANOTHER_CASE);
        }
    }

    @Nested
    class ARectification {

        private final FinishRectification command =
                new FinishRectification(CASE, ASKED, List.of(CORRECTION, CORRECTION));
        private final RectificationCarriedOut done =
                new RectificationCarriedOut(CASE, AM05, ASKED, List.of(CORRECTION));

        @Test
        void namesTheEventsThatPutItRight() {
            PrivacyCase decided = askedAndGranted("RECTIFICATION");

            assertThat(events(CarryingOut.rectified(decided, command, Set.of(CORRECTION))))
                    .containsExactly(done);
            assertThat(refusal(CarryingOut.rectified(decided, command, Set.of(PERSON))))
                    .isEqualTo(CORRECTION_NOT_FOUND);
        }

        @Test
        void isToldToThoseWhoHadGotWhatWasWrong() {
            var command = new InformRecipients(CASE, ASKED, List.of("SCHOOL", "SCHOOL", "UWV"));
            var informed = new RecipientsInformed(CASE, AM05, ASKED, List.of("SCHOOL", "UWV"));
            List<PrivacyEvent> facts = new ArrayList<>(List.of(asked("RECTIFICATION"), granted("AVG_16")));

            assertThat(refusal(CarryingOut.inform(given(facts.toArray(PrivacyEvent[]::new)), command)))
                    .isEqualTo(NOBODY_TO_INFORM);
            facts.add(done);
            assertThat(events(CarryingOut.inform(given(facts.toArray(PrivacyEvent[]::new)), command)))
                    .containsExactly(informed);
            facts.add(informed);
            assertThat(refusal(CarryingOut.inform(given(facts.toArray(PrivacyEvent[]::new)), command)))
                    .isEqualTo(NOBODY_TO_INFORM);
        }
    }

    @Nested
    class AnObjection {

        private static EndProcessing ending(String processings) {
            return new EndProcessing(CASE, ASKED, List.of(processings.split(",")));
        }

        private static PrivacyCase granted(boolean whole) {
            return given(
                    asked("OBJECTION"),
                    whole
                            ? PrivacyCaseTest.granted("AVG_21_1")
                            : new PrivacyCasePartlyGranted(
                                    CASE, AM05, ASKED, "AVG_21_1", "AVG_21_1_CLAIMS", List.of()));
        }

        @Test
        void endsWhatWasObjectedToAndTakesBackTheConsentToIt() {
            assertThat(events(CarryingOut.end(granted(true), ending(BOTH), Set.of("PUBLICITY", "OUTCOME_CONTACT"))))
                    .containsExactly(new ProcessingEnded(
                            CASE, AM05, ASKED, List.of("DATA_SHARING", "PUBLICITY"), List.of("PUBLICITY")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "true;PUBLICITY",
                    "true;PUBLICITY,DATA_SHARING,OUTCOME_CONTACT",
                    "false;PUBLICITY,DATA_SHARING",
                    "false;OUTCOME_CONTACT"
                })
        void endsAllOrAPartAsWasDecided(boolean whole, String processings) {
            assertThat(refusal(CarryingOut.end(granted(whole), ending(processings), Set.of())))
                    .isEqualTo(PROCESSINGS_NOT_AS_DECIDED);
        }

        @Test
        void endsAPartWhenAPartWasGranted() {
            assertThat(events(CarryingOut.end(granted(false), ending("PUBLICITY"), Set.of())))
                    .containsExactly(new ProcessingEnded(CASE, AM05, ASKED, List.of("PUBLICITY"), List.of()));
        }
    }

    @Test
    void eachKindIsCarriedOutInItsOwnWay() {
        for (String kind : List.of("ACCESS", "RECTIFICATION", "ERASURE", "PORTABILITY", "OBJECTION")) {
            PrivacyCase state = askedAndGranted(kind);
            var erase = CarryingOut.erase(state, new ExecuteErasure(CASE, ASKED), "iemand-anders");
            var handOver = CarryingOut.handOver(state, new HandOverExport(CASE, ASKED, CORRECTION, "IN_PERSON"), true);
            var rectify = CarryingOut.rectified(
                    state, new FinishRectification(CASE, ASKED, List.of(CORRECTION)), Set.of(CORRECTION));
            var end = CarryingOut.end(state, new EndProcessing(CASE, ASKED, List.of(BOTH.split(","))), Set.of());
            List<Refusal> refusals = Stream.<Decision<PrivacyEvent>>of(erase, handOver, rectify, end)
                    .filter(decision -> decision instanceof Decision.Rejected<?>)
                    .map(Decided::refusal)
                    .toList();

            assertThat(refusals).as(kind).hasSize(3).containsOnly(PRIVACY_CASE_OF_ANOTHER_KIND);
        }
    }
}
