package nl.leerspoor.query.projection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.query.projection.Building.Step;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it, before anything is asked, that every view is as this release makes it. A view of another shape is built
 * anew beside the one that serves and then swapped, while nodes of the release before serve on. A release that finds
 * that a later one took over what it made itself leaves it so: going back is for people to decide.
 */
@Component("currentViews")
class CurrentViews {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentViews.class);
    private static final int BUILDERS = 3;
    private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ViewVersions versions;
    private final Rebuilding rebuilding;
    private final Building building;

    CurrentViews(ViewVersions versions, Rebuilding rebuilding, Building building) {
        this.versions = versions;
        this.rebuilding = rebuilding;
        this.building = building;
        bringUpAll();
    }

    /** Several at a time, since one waits for the database while another folds. */
    private void bringUpAll() {
        try (ExecutorService builders = Executors.newFixedThreadPool(
                BUILDERS, Thread.ofPlatform().name("view-builder-", 1).factory())) {
            List<CompletableFuture<Void>> all = versions.projections().stream()
                    .map(projection -> CompletableFuture.runAsync(() -> bringUp(projection), builders))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private void bringUp(Projection<?, ?> projection) {
        ViewVersion serving = rebuilding.beginFirst(projection);
        if (versions.isOurs(serving)) {
            finish(serving);
        } else if (versions.of(projection.view()).stream()
                .anyMatch(version -> version.state() == State.RETIRED && versions.isOurs(version))) {
            LOG.warn(
                    "The view {} is served by a later release; its version of this release is kept", projection.view());
        } else {
            ViewVersion next = rebuilding.begin(projection);
            LOG.info("The view {} is built anew for this release, as {}", projection.view(), next.name());
            finish(next);
            rebuilding.swap(next);
            LOG.info("The view {} is served by {}", projection.view(), next.name());
        }
    }

    private void finish(ViewVersion version) {
        long told = System.nanoTime();
        Step step = building.step(version);
        while (step == Step.DONE || step == Step.BUSY) {
            if (step == Step.BUSY) {
                LockSupport.parkNanos(WAIT_NANOS);
            }
            if (System.nanoTime() - told > TELL_EVERY_NANOS) {
                told = System.nanoTime();
                LOG.info("{}: {}", version.name(), building.progress(version));
            }
            step = building.step(version);
        }
    }
}
