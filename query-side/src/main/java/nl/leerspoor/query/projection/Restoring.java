package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.database.Failure;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rows of streams anew while their view serves: those with parked events, and those that miss something. */
@Component
class Restoring {

    /**
     * What became of the streams that were tried again.
     *
     * @param restored streams that wait no more
     * @param waiting  streams whose event could not be taken again
     */
    record Outcome(int restored, int waiting) {}

    private final ViewVersions versions;
    private final Building building;
    private final TransactionTemplate transaction;

    Restoring(
            ViewVersions versions,
            Building building,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.building = building;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tries all streams with parked events again. */
    Outcome retryAll(ViewVersion version) {
        View<?, ?> view = versions.open(version);
        return retry(view, view.parked().streams());
    }

    /** Tries again the streams whose turn it is. */
    Outcome retryDue(ViewVersion version) {
        View<?, ?> view = versions.open(version);
        return retry(view, view.parked().due());
    }

    /** Tries one stream again; nothing happens when it has no parked events. */
    Outcome retry(ViewVersion version, UUID stream) {
        return retry(versions.open(version), List.of(stream));
    }

    /**
     * Makes the rows of streams anew, whether or not they wait; an event that can't be taken is parked. A stream with an
     * event that this release doesn't know stays as it is, and holds up no other.
     *
     * @return why, by stream that stays as it is
     */
    Map<UUID, Failure> restore(ViewVersion version, Collection<UUID> streams) {
        View<?, ?> view = versions.open(version);
        Map<UUID, Failure> untouched = new HashMap<>();
        attempt(view, streams).ifPresent(failure -> {
            for (UUID stream : streams) {
                attempt(view, List.of(stream)).ifPresent(alone -> untouched.put(stream, Failure.of(alone)));
            }
        });
        return untouched;
    }

    /** Restores some streams in one transaction, or none of them. */
    private Optional<RuntimeException> attempt(View<?, ?> view, Collection<UUID> streams) {
        try {
            transaction.executeWithoutResult(status -> {
                view.own();
                building.refill(view, streams);
            });
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure)) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }

    private Outcome retry(View<?, ?> view, List<UUID> streams) {
        int restored = 0;
        int waiting = 0;
        for (UUID stream : streams) {
            if (retry(view, stream)) {
                restored++;
            } else {
                waiting++;
            }
        }
        return new Outcome(restored, waiting);
    }

    /** Whether the stream waits no more. Each is a transaction of its own, so that one does not hold up another. */
    private boolean retry(View<?, ?> view, UUID stream) {
        try {
            transaction.executeWithoutResult(status -> {
                view.own();
                view.restore(view.parked().among(List.of(stream)));
            });
            return true;
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure)) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> view.parked().failedAgain(stream, Failure.of(failure)));
            return false;
        }
    }
}
