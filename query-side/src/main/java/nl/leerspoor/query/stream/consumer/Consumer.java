package nl.leerspoor.query.stream.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.platform.eventstore.EventPages.Share;
import nl.leerspoor.query.stream.Selection;

/**
 * What somebody receives from a place that is kept here.
 *
 * @param owner  the client whose it is; nobody else sees it
 * @param wanted what it receives, which never changes: another selection is another stream
 */
record Consumer(String owner, String name, Wanted wanted, Instant madeAt, List<Partition> partitions) {

    /** As many as there may be of one client. */
    static final int MOST = 20;

    /** How long a partition stays a member's that is silent. Each page that it asks for renews it. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * What is received.
     *
     * @param types   empty for every type, also those that come later
     * @param regions at least one
     */
    record Wanted(Optional<Set<String>> types, Set<String> regions, Optional<UUID> subject) {

        Selection selection(int partition, int partitions) {
            var whole = new Selection(types.orElse(PublishedCatalogue.types()), regions, subject);
            return partitions == 1 ? whole : whole.share(new Share(partition, partitions));
        }
    }

    /**
     * A share of the things that it is about, with a place of its own.
     *
     * @param position     up to where everything was handled
     * @param lease        who has it, if there is somebody
     * @param seenAt       when it was last asked for
     * @param behind       positions that it has not passed
     * @param waitingSince since when the oldest event that it has not passed is there
     */
    record Partition(
            int number,
            long position,
            Optional<Lease> lease,
            Optional<Instant> seenAt,
            long behind,
            Optional<Instant> waitingSince) {

        /** How long the oldest event that it has not passed has been waiting. */
        Duration lag(Instant now) {
            return waitingSince
                    .map(since -> Duration.between(since, now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
        }
    }

    /** That a member has a partition for some time. */
    record Lease(String member, Instant until) {}

    Consumer {
        partitions = List.copyOf(partitions);
    }
}
