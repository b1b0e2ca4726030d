package nl.leerspoor.query.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.platform.operation.NodeName;
import nl.leerspoor.query.stream.Feed.Reader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who listens at this node, so that nobody takes all of it, and operators see them. */
@Component
class OpenStreams implements Receivers, ProblemKinds {

    private static final ProblemKind TOO_MANY = new ProblemKind(
            HttpStatus.TOO_MANY_REQUESTS,
            "TOO_MANY_STREAMS",
            new Text(
                    "U luistert hier al met het grootste aantal verbindingen. Sluit er een, of luister met minder selecties.",
                    "You listen here with as many connections as there may be. Close one, or listen with fewer selections."));

    /** A connection that its client gave up is noticed when there is something to send, and that is within fifteen seconds. */
    private static final String SECONDS_TO_WAIT = "15";

    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Feed feed;
    private final JdbcClient jdbc;
    private final int most;

    /**
     * @param most connections of one client at this node
     */
    OpenStreams(
            Feed feed,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Value("${leerspoor.events.streams-per-client}") int most,
            MeterRegistry metrics) {
        this.feed = feed;
        this.jdbc = jdbc;
        this.most = most;
        Gauge.builder("leerspoor.streams.open", open, Set::size)
                .description("Connections that listen to events at this node")
                .register(metrics);
    }

    /** One connection, as long as it isn't closed. */
    final class Open implements AutoCloseable {

        private final String client;
        private final Reader reader;
        private final Instant since = Instant.now();

        private Open(String client, Reader reader) {
            this.client = client;
            this.reader = reader;
        }

        /** What it is sent from. */
        Reader reader() {
            return reader;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    /**
     * Notes that a client listens.
     *
     * @throws ProblemException 429 when it has as many connections as it may
     */
    Open open(String client, Reader reader, HttpServletResponse response) {
        var one = new Open(client, reader);
        open.add(one);
        // counted after it is there: of two at once that would be too many, both may be refused, but never none
        if (open.stream().filter(other -> other.client.equals(client)).count() > most) {
            one.close();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            throw new ProblemException(Problem.of(TOO_MANY));
        }
        return one;
    }

    @Override
    public List<Receiver> receivers() {
        long head = feed.now();
        return open.stream().map(one -> receiver(one, head)).toList();
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(TOO_MANY);
    }

    private Receiver receiver(Open one, long head) {
        long position = one.reader.position();
        return new Receiver(
                Receiver.Kind.STREAM,
                one.client,
                NodeName.VALUE + "/" + one.since.toEpochMilli() + "-"
                        + Integer.toHexString(System.identityHashCode(one)),
                position,
                Math.max(head - position, 0),
                position < head ? recordedAfter(position) : Optional.empty(),
                Optional.of(one.since),
                0,
                Optional.empty());
    }

    private Optional<Instant> recordedAfter(long position) {
        return jdbc.sql("select time_stamp from eventstore.domain_event_entry where global_index > :position"
                        + " order by global_index limit 1")
                .param("position", position)
                .query(String.class)
                .optional()
                .map(Instant::parse);
    }
}
