package nl.leerspoor.command.reportsnapshot;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.FIGURES_NOT_TOLD;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.KNOWN_ON_IN_FUTURE;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.PUBLISHED_BEFORE_KNOWN_ON;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_ALREADY_SUPERSEDED;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_NOT_LATER;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_NOT_PUBLISHED;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.UNKNOWN_SNAPSHOT;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.VALID_ON_NOT_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.PublishSnapshot;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.SupersedeSnapshot;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotPublished;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotSuperseded;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.RevisedFigure;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reports: what is published is what was told, once. */
class PublishingTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.parse("2020-11-01");
    private static final LocalDate KNOWN = LocalDate.parse("2020-11-02");
    private static final Instant KNOWN_AT = Instant.parse("2020-11-02T22:59:59.999999Z");
    private static final Instant PUBLISHED = Instant.parse("2020-11-03T09:00:00Z");
    private static final ReportSnapshot NOTHING = new ReportSnapshot.NotPublished();

    private static ReportedFigure figure(String name, String value) {
        return new ReportedFigure(name, new BigDecimal(value));
    }

    private static Report told(String region, LocalDate day, Instant knownAt, ReportedFigure... figures) {
        return new Report(region, day, KNOWN, knownAt, 1, List.of(figures));
    }

    private static Report told() {
        return told("AM05", DAY, KNOWN_AT, figure("inProgress.total", "54"), figure("onHold.total", "0"));
    }

    private static PublishSnapshot command(LocalDate effectiveOn, LocalDate validOn, LocalDate knownOn, String hash) {
        return new PublishSnapshot(ONE, "AM05", effectiveOn, validOn, knownOn, 1, hash);
    }

    private static PublishSnapshot command(Report told) {
        return command(KNOWN.plusDays(1), DAY, KNOWN, told.hash());
    }

    private static ReportSnapshot after(ReportSnapshotEvent... events) {
        return Given.facts(NOTHING, ReportSnapshot::evolve, events).latest();
    }

    private static ReportSnapshotPublished published(UUID id, Report report) {
        return new ReportSnapshotPublished(
                id,
                report.region(),
                KNOWN.plusDays(1),
                report.validOn(),
                report.knownOn(),
                report.knownAt(),
                report.definitionVersion(),
                report.figures(),
                report.hash());
    }

    @Nested
    class AReport {

        @Test
        void isWhatWasTold() {
            assertThat(events(Publishing.publish(NOTHING, command(told()), Optional.of(told()), PUBLISHED)))
                    .containsExactly(published(ONE, told()));
        }

        @Test
        void isNotWhatWasNotTold() {
            Report other = told("AM05", DAY, KNOWN_AT, figure("inProgress.total", "55"));

            assertThat(refusal(Publishing.publish(NOTHING, command(told()), Optional.empty(), PUBLISHED)))
                    .isEqualTo(FIGURES_NOT_TOLD);
            assertThat(refusal(Publishing.publish(NOTHING, command(told()), Optional.of(other), PUBLISHED)))
                    .isEqualTo(FIGURES_NOT_TOLD);
        }

        @Test
        void isOfTheRegionAndTheDatesThatWereTold() {
            Report elsewhere = told("AM08", DAY, KNOWN_AT, figure("inProgress.total", "54"));
            Report otherDay = told("AM05", DAY.minusDays(1), KNOWN_AT, figure("inProgress.total", "54"));

            for (Report wrong : List.of(elsewhere, otherDay)) {
                assertThat(refusal(Publishing.publish(NOTHING, command(wrong), Optional.of(wrong), PUBLISHED)))
                        .isEqualTo(FIGURES_NOT_TOLD);
            }
        }

        @Test
        void tellsOfNoDayThatIsNotOver() {
            Report atItsEnd = told("AM05", KNOWN, KNOWN_AT, figure("inProgress.total", "54"));
            Report before = told("AM05", KNOWN, KNOWN_AT.minusNanos(1000), figure("inProgress.total", "54"));

            assertThat(events(Publishing.publish(NOTHING, ofKnown(atItsEnd), Optional.of(atItsEnd), PUBLISHED)))
                    .hasSize(1);
            assertThat(refusal(Publishing.publish(NOTHING, ofKnown(before), Optional.of(before), PUBLISHED)))
                    .isEqualTo(VALID_ON_NOT_OVER);
        }

        private static PublishSnapshot ofKnown(Report told) {
            return command(KNOWN.plusDays(1), KNOWN, KNOWN, told.hash());
        }

        @Test
        void isNotPublishedBeforeItIsKnown() {
            assertThat(refusal(Publishing.publish(
                            NOTHING,
                            command(KNOWN.minusDays(1), DAY, KNOWN, told().hash()),
                            Optional.of(told()),
                            PUBLISHED)))
                    .isEqualTo(PUBLISHED_BEFORE_KNOWN_ON);
        }

        @Test
        void countsNothingThatIsEnteredAfterIt() {
            assertThat(events(Publishing.publish(NOTHING, command(told()), Optional.of(told()), KNOWN_AT)))
                    .hasSize(1);
            assertThat(refusal(Publishing.publish(
                            NOTHING, command(told()), Optional.of(told()), KNOWN_AT.minusNanos(1000))))
                    .isEqualTo(KNOWN_ON_IN_FUTURE);
        }

        @Test
        void isPublishedOnce() {
            assertThat(refusal(Publishing.publish(
                            after(published(ONE, told())), command(told()), Optional.of(told()), PUBLISHED)))
                    .isEqualTo(ID_IN_USE);
        }
    }

    @Nested
    class ASupersededReport {

        private final Report later = told(
                "AM05",
                DAY,
                KNOWN_AT.plusSeconds(86_400),
                figure("inProgress.total", "53"),
                figure("onHold.total", "0"),
                figure("stopped.byReason.ILLNESS", "1"));

        private final SupersedeSnapshot command = new SupersedeSnapshot(ONE, KNOWN.plusDays(2), OTHER, "LATE_ENTRIES");

        private Object tried(ReportSnapshot state, ReportSnapshot successor) {
            return refusal(Publishing.supersede(state, command, Optional.ofNullable(successor)));
        }

        @Test
        void namesItsSuccessorAndWhatIsOtherThere() {
            assertThat(events(Publishing.supersede(
                            after(published(ONE, told())), command, Optional.of(after(published(OTHER, later))))))
                    .containsExactly(new ReportSnapshotSuperseded(
                            ONE,
                            "AM05",
                            KNOWN.plusDays(2),
                            OTHER,
                            "LATE_ENTRIES",
                            Arrays.asList(
                                    new RevisedFigure("inProgress.total", new BigDecimal("54"), new BigDecimal("53")),
                                    new RevisedFigure("stopped.byReason.ILLNESS", null, BigDecimal.ONE))));
        }

        @Test
        void wasPublishedAndStands() {
            ReportSnapshot successor = after(published(OTHER, later));
            ReportSnapshot superseded = after(
                    published(ONE, told()),
                    new ReportSnapshotSuperseded(ONE, "AM05", KNOWN.plusDays(2), OTHER, "OTHER", List.of()));

            assertThat(tried(NOTHING, successor)).isEqualTo(SNAPSHOT_NOT_PUBLISHED);
            assertThat(tried(superseded, successor)).isEqualTo(SNAPSHOT_ALREADY_SUPERSEDED);
        }

        @Test
        void hasASuccessorOfTheSameRegionAndDayThatIsKnownLater() {
            ReportSnapshot state = after(published(ONE, told()));

            assertThat(tried(state, null)).isEqualTo(UNKNOWN_SNAPSHOT);
            assertThat(tried(state, NOTHING)).isEqualTo(UNKNOWN_SNAPSHOT);
            assertThat(tried(state, after(published(OTHER, told("AM08", DAY, KNOWN_AT.plusSeconds(1))))))
                    .isEqualTo(UNKNOWN_SNAPSHOT);
            assertThat(tried(state, after(published(OTHER, told("AM05", KNOWN, KNOWN_AT.plusSeconds(1))))))
                    .isEqualTo(SNAPSHOT_NOT_LATER);
            assertThat(tried(state, after(published(OTHER, told())))).isEqualTo(SNAPSHOT_NOT_LATER);
        }
    }
}
