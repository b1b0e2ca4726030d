package nl.leerspoor.platform.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The events in commit order, page by page, for who catches up with a part of them. Events of other names, regions and
 * streams are passed over in the database. What this release doesn't know is passed by nobody: a page ends before it, and
 * the next begins there.
 */
public final class EventPages {

    /** Rows that are looked at for one page, wanted or not; of a region there is one among thirty-five. */
    private static final int SPAN = 20_000;

    private static final String IN_SHARE = """
             and cast(cast('x' || left(encode(sha256(convert_to(aggregate_identifier, 'UTF8')), 'hex'), 8) as bit(32)) as bigint)
                 % :shares = :share""";

    private static final String[] KNOWN = Catalogue.names().toArray(String[]::new);

    /**
     * The part of the events that somebody wants.
     *
     * @param names   stored names
     * @param regions codes of regions; every region without
     * @param stream  one stream only
     * @param share   a share of the streams only
     */
    public record Wanted(
            Set<String> names, Optional<Set<String>> regions, Optional<UUID> stream, Optional<Share> share) {}

    /**
     * One of some shares of all streams. Which one a stream is in never changes: the first four bytes of the SHA-256 of its
     * id as text, as an unsigned number, modulo how many there are.
     *
     * @param number from 0 on
     * @param of     how many there are
     */
    public record Share(int number, int of) {

        public Share {
            if (of < 1 || number < 0 || number >= of) {
                throw new IllegalArgumentException("There is no share " + number + " of " + of);
            }
        }

        /** Whether a stream is in it. */
        public boolean has(UUID stream) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(stream.toString().getBytes(StandardCharsets.US_ASCII));
                return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), of) == number;
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /**
     * Some events, and how far one may go on from them.
     *
     * @param reached the position up to which nothing wanted is missing from the page
     */
    public record Page(List<Recorded<Event>> events, long reached) {}

    private final JdbcClient jdbc;
    private final ReadableEvents readable;

    EventPages(JdbcClient jdbc, ReadableEvents readable) {
        this.jdbc = jdbc;
        this.readable = readable;
    }

    /** The position of the newest event; 0 without any. */
    public long newest() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /**
     * The wanted events above a position, in order. There may be more above what an empty page reached.
     *
     * @param limit the most events of the page
     * @throws UnreadableEvent when the content of the first can't be read; a page ends before another that can't
     */
    public Page after(long position, Wanted wanted, int limit) {
        long newest = newest();
        long to = wanted.stream().isPresent() ? newest : Math.min(position + SPAN, newest);
        List<TrackedDomainEventData<byte[]>> rows = bind(
                        wanted,
                        jdbc.sql(StoredEvents.SELECT + "where global_index > :after and global_index <= :to and ("
                                        + condition(wanted) + " or payload_type <> all(:known))"
                                        + ofStream(wanted) + " order by global_index limit :limit")
                                .param("after", position)
                                .param("to", to)
                                .param("known", KNOWN)
                                .param("limit", limit))
                .query(StoredEvents::row)
                .list();
        List<Recorded<Event>> events = recorded(readable.of(rows));
        if (events.size() < rows.size()) {
            return new Page(events, position(rows.get(events.size())) - 1);
        }
        return new Page(events, rows.size() < limit ? Math.max(to, position) : position(rows.getLast()));
    }

    private static List<Recorded<Event>> recorded(List<TrackedEventMessage<?>> messages) {
        List<Recorded<Event>> events = new ArrayList<>(messages.size());
        try {
            messages.forEach(message -> events.add(Recorded.readable(message)));
        } catch (UnreadableEvent next) {
            if (events.isEmpty()) {
                throw next;
            }
        }
        return events;
    }

    /** The position of the newest wanted event up to and including a position, if there is one. */
    public OptionalLong lastUpTo(long position, Wanted wanted) {
        return bind(
                        wanted,
                        jdbc.sql(
                                        "select global_index from eventstore.domain_event_entry where global_index <= :position and "
                                                + condition(wanted) + ofStream(wanted)
                                                + " order by global_index desc limit 1")
                                .param("position", position))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * The region is a member of every event, and a text can't hold its mark: quotes in a text are escaped. To look for it
     * takes a tenth of the time that reading the JSON takes. Of what has no region the content was damaged, and nobody knows
     * whose it is.
     */
    private static String condition(Wanted wanted) {
        return wanted.regions().isEmpty() ? "payload_type = any(:names)" : """
                (payload_type = any(:names)
                 and (exists (select from unnest(cast(:marks as text[])) mark
                               where position(convert_to(mark, 'UTF8') in payload) > 0)
                      or position(convert_to('"region":"', 'UTF8') in payload) = 0))""";
    }

    private static String ofStream(Wanted wanted) {
        return (wanted.stream().isPresent() ? " and aggregate_identifier = :stream" : "")
                + (wanted.share().isPresent() ? IN_SHARE : "");
    }

    private static StatementSpec bind(Wanted wanted, StatementSpec statement) {
        statement.param("names", wanted.names().toArray(String[]::new));
        wanted.regions()
                .ifPresent(regions -> statement.param(
                        "marks",
                        regions.stream().map("\"region\":\"%s\""::formatted).toArray(String[]::new)));
        wanted.stream().ifPresent(stream -> statement.param("stream", stream.toString()));
        wanted.share()
                .ifPresent(share -> statement.param("share", share.number()).param("shares", share.of()));
        return statement;
    }

    private static long position(TrackedDomainEventData<byte[]> row) {
        return row.trackingToken().position().orElseThrow();
    }
}
