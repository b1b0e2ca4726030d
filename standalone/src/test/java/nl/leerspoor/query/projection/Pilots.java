package nl.leerspoor.query.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotEndRescheduled;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.query.projection.QueryNode.Stored;

/** Pilots put into the store of a node by hand, and their rows in its view. */
record Pilots(QueryNode node) {

    private static final LocalDate START = LocalDate.of(2020, 1, 6);

    /** A pilot that runs, under a name. */
    UUID started(String name) {
        UUID pilot = UUID.randomUUID();
        node.append(List.of(QueryNode.stored(pilot, 0, start(pilot, name))));
        return pilot;
    }

    private static RegionPilotStarted start(UUID pilot, String name) {
        return new RegionPilotStarted(
                pilot, "AM05", START, "test", name, List.of("LOG"), START.plusDays(300), "DAY", null, null);
    }

    /** Many pilots that run. */
    void startedAtOnce(int count) {
        node.append(IntStream.range(0, count)
                .mapToObj(n -> UUID.randomUUID())
                .map(pilot -> QueryNode.stored(pilot, 0, start(pilot, "veel")))
                .toList());
    }

    /** A pilot of which the first event makes no sense as a first. */
    UUID withoutBeginning() {
        UUID pilot = UUID.randomUUID();
        rescheduled(pilot, 0);
        return pilot;
    }

    /** A pilot of which the first event is no JSON. */
    UUID startedUnreadably() {
        UUID pilot = UUID.randomUUID();
        unreadable(pilot, 0);
        return pilot;
    }

    /** The next event of a pilot is no JSON. */
    void unreadable(UUID pilot, long version) {
        node.append(List.of(new Stored(pilot, version, "pilot.RegionPilotStarted", "dit is geen JSON")));
    }

    /** The end of a pilot is moved, which makes one row more. */
    void rescheduled(UUID pilot, long version) {
        node.append(List.of(QueryNode.stored(pilot, version, moved(pilot, version))));
    }

    private static RegionPilotEndRescheduled moved(UUID pilot, long version) {
        LocalDate day = START.plusDays(version);
        return new RegionPilotEndRescheduled(pilot, "AM05", day, day, day.plusDays(365), "CORONA");
    }

    /** How many rows a pilot has, in the view that serves. */
    int rows(UUID pilot) {
        return node.sql()
                .sql("select count(*) from query.pilot_period where pilot_id = :pilot")
                .param("pilot", pilot)
                .query(Integer.class)
                .single();
    }

    /** How many events of a pilot are parked: those that can't be taken, and those behind them. */
    String parked(UUID pilot) {
        return node.sql().sql("""
                        select count(*) filter (where cause is not null) || ' and ' || count(*) filter (where cause is null)
                               || ' behind'
                          from query.parked_event where stream_id = :pilot""").param("pilot", pilot).query(String.class).single();
    }

    void caughtUp() {
        node.awaitCaughtUp(Views.PILOTS);
    }

    ViewVersion serving() {
        return node.part(ViewVersions.class).serving(Views.PILOTS).orElseThrow();
    }
}
