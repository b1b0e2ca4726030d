package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.platform.eventstore.Recorded;
import org.junit.jupiter.api.Test;

/** Which rows a view closes and opens, shown on the planned end that was confirmed last for a pilot. */
class RowChangesTest {

    private static final UUID PILOT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void aLateFactAddsItsDaysAndLeavesTheRestAsItWas() {
        var changes = changes(1, end("2020-06-01", "2020-12-31"), end("2020-03-01", "2020-10-31"));

        assertThat(changes.closed()).isEmpty();
        assertThat(told(changes)).containsExactly("2020-03-01 - 2020-06-01: 2020-10-31, known from 1");
    }

    @Test
    void aFactThatChangesADayThatWasKnownClosesItsRow() {
        var changes = changes(1, end("2020-06-01", "2020-12-31"), end("2020-06-01", "2021-01-31"));

        assertThat(changes.closed())
                .containsExactly(new RowChanges.Closed<>(
                        new Period<>(day("2020-06-01"), null, day("2020-12-31")), moment(1), 2));
        assertThat(told(changes)).containsExactly("2020-06-01 - null: 2021-01-31, known from 1");
    }

    @Test
    void aRowThatIsOpenedAndClosedByTheSameFactsIsNewAndClosedAlready() {
        var changes = changes(0, end("2020-06-01", "2020-12-31"), end("2020-06-01", "2021-01-31"));

        assertThat(changes.closed()).isEmpty();
        assertThat(told(changes))
                .containsExactly(
                        "2020-06-01 - null: 2020-12-31, known from 0 until 1",
                        "2020-06-01 - null: 2021-01-31, known from 1");
    }

    @Test
    void aFactThatChangesNothingChangesNoRow() {
        var changes = changes(1, end("2020-06-01", "2020-12-31"), end("2020-07-01", "2020-12-31"));

        assertThat(changes).isEqualTo(new RowChanges<LocalDate>(List.of(), List.of()));
    }

    private static List<String> told(RowChanges<LocalDate> changes) {
        return changes.opened().stream()
                .map(opened -> "%s - %s: %s, known from %d%s"
                        .formatted(
                                opened.period().from(),
                                opened.period().until(),
                                opened.period().state(),
                                opened.from().getEpochSecond(),
                                opened.until() == null
                                        ? ""
                                        : " until " + opened.until().getEpochSecond()))
                .toList();
    }

    private static RowChanges<LocalDate> changes(int first, PilotEvent... events) {
        List<Recorded<PilotEvent>> facts = new ArrayList<>();
        for (PilotEvent event : events) {
            int version = facts.size();
            facts.add(new Recorded<>(
                    PILOT,
                    new Fact<>(new UUID(0, version), version, moment(version), "testprojectleider", event),
                    version + 1));
        }
        return RowChanges.of(facts, first, (state, fact) -> ((RegionPilotPlanConfirmed) fact.event()).plannedEnd());
    }

    private static PilotEvent end(String effectiveOn, String plannedEnd) {
        return new RegionPilotPlanConfirmed(PILOT, "AM05", day(effectiveOn), day(plannedEnd));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant moment(int version) {
        return Instant.ofEpochSecond(version);
    }
}
