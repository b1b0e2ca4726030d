package nl.leerspoor.standalone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.leerspoor.standalone.CarefulClients.Acknowledged;

/** What the database has of the commands of {@link CarefulClients}. */
final class Ledger {

    /** An event in its place. */
    record Entry(String stream, long version, long position) {

        /** What an acknowledgement promises. */
        static Entry of(Acknowledged command) {
            return new Entry(command.sent().pilot(), command.sent().version(), command.position());
        }
    }

    private final List<Entry> events;

    private Ledger(List<Entry> events) {
        this.events = events;
    }

    /** Reads all of them, in the order of their positions. */
    static Ledger of(Sql sql) {
        return new Ledger(sql.as(Sql.SUPERUSER).sql("""
                        select aggregate_identifier as stream, sequence_number as version, global_index as position
                          from eventstore.domain_event_entry
                         where aggregate_identifier like '00000000-0000-7000-8000-%' order by global_index""").query(Entry.class).list());
    }

    List<Entry> events() {
        return events;
    }

    /** The events of one client, in the order of their positions. */
    List<Entry> of(int client) {
        String streams = "00000000-0000-7000-8000-%06d".formatted(client);
        return events.stream()
                .filter(event -> event.stream().startsWith(streams))
                .toList();
    }

    /** What was acknowledged and is not there as it was told. */
    List<Entry> lost(List<Acknowledged> acknowledged) {
        Set<Entry> there = new HashSet<>(events);
        return acknowledged.stream()
                .map(Entry::of)
                .filter(entry -> !there.contains(entry))
                .toList();
    }

    /** What is there and was not acknowledged. */
    List<Entry> surplus(List<Acknowledged> acknowledged) {
        List<Entry> surplus = new ArrayList<>(events);
        acknowledged.forEach(command -> surplus.remove(Entry.of(command)));
        return surplus;
    }
}
