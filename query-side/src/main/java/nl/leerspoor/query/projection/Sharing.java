package nl.leerspoor.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.leerspoor.platform.operation.NodeName;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that query nodes have equally many segments. A node takes every segment that nobody has, so one that starts
 * later would find none; who has more than a fair share lets go of the rest, which others take over within two seconds.
 */
@Component
class Sharing implements SmartLifecycle {

    /** How long a node is counted after it was last heard of. */
    private static final Duration ALIVE = Duration.ofSeconds(10);

    /** For so many rounds there is too much here before it is let go: what a dead node had is not for that node. */
    private static final int ROUNDS = 4;

    private record Segment(String version, int number) {}

    private record Candidate(PooledStreamingEventProcessor processor, int segment, int place) {}

    private final Projecting projecting;
    private final JdbcClient jdbc;
    private final Set<Segment> offered = new HashSet<>();
    private Set<String> nodes = Set.of();
    private int rounds;
    private volatile boolean running;

    Sharing(Projecting projecting, @Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.projecting = projecting;
        this.jdbc = jdbc;
    }

    /** Lets others know that this node is there, and lets go of what is above its share. */
    void share() {
        Set<String> present = present();
        if (!present.equals(nodes)) {
            nodes = present;
            offered.clear();
        }
        List<PooledStreamingEventProcessor> processors = projecting.running();
        int fair = Math.ceilDiv(segments(), nodes.size());
        int surplus = processors.stream()
                        .mapToInt(processor -> processor.processingStatus().size())
                        .sum()
                - fair;
        rounds = surplus > 0 ? rounds + 1 : 0;
        if (rounds >= ROUNDS) {
            rounds = 0;
            letGo(processors, surplus);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Others need not wait until this node is missed. */
    @Override
    public void stop() {
        running = false;
        jdbc.sql("delete from query.node where name = :name")
                .param("name", NodeName.VALUE)
                .update();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What came back is kept while the nodes are the same: they may be of a release that can't fill it. */
    private void letGo(List<PooledStreamingEventProcessor> processors, int surplus) {
        candidates(processors).stream()
                .filter(candidate -> !offered.contains(segment(candidate)))
                // of a version with several segments here, each other node can have some
                .sorted(Comparator.comparing(candidate -> -(candidate.place() % nodes.size())))
                .limit(surplus)
                .forEach(candidate -> {
                    offered.add(segment(candidate));
                    candidate.processor().releaseSegment(candidate.segment());
                });
    }

    private static List<Candidate> candidates(List<PooledStreamingEventProcessor> processors) {
        List<Candidate> candidates = new ArrayList<>();
        for (PooledStreamingEventProcessor processor : processors) {
            int place = 0;
            for (int segment : processor.processingStatus().keySet()) {
                candidates.add(new Candidate(processor, segment, place++));
            }
        }
        return candidates;
    }

    private static Segment segment(Candidate candidate) {
        return new Segment(candidate.processor().getName(), candidate.segment());
    }

    /** The nodes that there are, this one included. */
    private Set<String> present() {
        jdbc.sql("""
                        insert into query.node (name, seen_at) values (:name, clock_timestamp())
                        on conflict (name) do update set seen_at = excluded.seen_at""").param("name", NodeName.VALUE).update();
        jdbc.sql("delete from query.node where seen_at < now() - interval '1 day'")
                .update();
        return jdbc.sql("select name from query.node where seen_at > now() - make_interval(secs => :alive)")
                .param("alive", ALIVE.toSeconds())
                .query(String.class)
                .set();
    }

    private int segments() {
        return jdbc.sql("select count(*) from query.token_entry where processor_name <> '__config'")
                .query(Integer.class)
                .single();
    }
}
