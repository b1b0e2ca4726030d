package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The machinery of views on two clocks, on a table of its own: the last planned end that was confirmed for a pilot. */
class TwoClockViewTest extends RunningApplication {

    @Autowired
    private TwoClockViews views;

    @Autowired
    private DatabaseProperties database;

    private final UUID pilot = UUID.randomUUID();
    private JdbcClient owner;
    private TwoClockView<PilotEvent, LocalDate> view;

    @BeforeEach
    void aViewOfItsOwn() {
        owner = JdbcClient.create(Databases.single(database, database.owner()));
        owner.sql("""
                        create table if not exists query.confirmed_end
                        (
                            pilot_id uuid not null, valid daterange not null, known tstzrange not null,
                            applied_position bigint not null, planned_end date not null,
                            exclude using gist (pilot_id with =, valid with &&, known with &&)
                        );
                        grant select, insert, update on query.confirmed_end to leerspoor_projector""").update();
        view = views.view(
                "confirmed-ends@" + pilot,
                PilotEvent.class,
                TwoClockViewTest::evolve,
                "confirmed_end",
                "pilot_id",
                end -> new Row().with("planned_end", end));
    }

    @Test
    void aLateFactAddsItsDaysAndLeavesTheRestAsItWas() {
        apply(0, "2020-06-01", "2020-12-31");
        apply(1, "2020-03-01", "2020-10-31");

        assertThat(rows())
                .containsExactly("[2020-03-01,2020-06-01) 2020-10-31 known", "[2020-06-01,) 2020-12-31 known");
    }

    @Test
    void aFactThatChangesADayThatWasKnownLeavesTheOldRowOnTheKnownClock() {
        apply(0, "2020-06-01", "2020-12-31");
        apply(1, "2020-06-01", "2021-01-31");

        assertThat(rows()).containsExactly("[2020-06-01,) 2020-12-31 past", "[2020-06-01,) 2021-01-31 known");
    }

    @Test
    void anEventIsAppliedOnce() {
        apply(0, "2020-06-01", "2020-12-31");
        apply(1, "2020-03-01", "2020-10-31");
        List<String> once = rows();

        apply(0, "2020-06-01", "2020-12-31");
        apply(1, "2020-03-01", "2020-10-31");

        assertThat(rows()).isEqualTo(once);
    }

    @Test
    void anEventPastAGapIsRefusedLoudly() {
        apply(0, "2020-06-01", "2020-12-31");

        assertThatThrownBy(() -> apply(2, "2020-07-01", "2021-01-31"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("misses events");
    }

    @Test
    void aRowThatIsMissingIsRefusedLoudly() {
        apply(0, "2020-06-01", "2020-12-31");
        owner.sql("delete from query.confirmed_end where pilot_id = :pilot")
                .param("pilot", pilot)
                .update();

        assertThatThrownBy(() -> apply(1, "2020-07-01", "2021-01-31"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void twoRowsForOneDayThatWereKnownAtOnceAreImpossible() {
        apply(0, "2020-06-01", "2020-12-31");

        assertThatThrownBy(() -> owner.sql("""
                                insert into query.confirmed_end
                                values (:pilot, '[2020-07-01,2020-07-02)', '[2020-06-02,)', 0, '2020-12-31')""").param("pilot", pilot).update()).isInstanceOf(DataAccessException.class);
    }

    private static LocalDate evolve(LocalDate end, Fact<PilotEvent> fact) {
        return fact.event() instanceof RegionPilotPlanConfirmed confirmed ? confirmed.plannedEnd() : end;
    }

    private void apply(long version, String effectiveOn, String plannedEnd) {
        PilotEvent event =
                new RegionPilotPlanConfirmed(pilot, "AM05", LocalDate.parse(effectiveOn), LocalDate.parse(plannedEnd));
        Instant recordedAt = Instant.parse("2020-06-01T08:00:00Z").plusSeconds(version);
        view.apply(
                new GenericDomainEventMessage<>(
                        "pilot",
                        pilot.toString(),
                        version,
                        event,
                        Map.of("recordedAt", recordedAt.toString(), "recordedBy", "testprojectleider")),
                version + 1);
    }

    private List<String> rows() {
        return owner.sql("""
                        select valid || ' ' || planned_end || case when upper_inf(known) then ' known' else ' past' end
                          from query.confirmed_end where pilot_id = :pilot order by lower(known), lower(valid)""").param("pilot", pilot).query(String.class).list().stream()
                .sorted()
                .toList();
    }
}
