package nl.leerspoor.query.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.leerspoor.query.stream.MessageLog.Page;
import org.springframework.stereotype.Component;

/** The published events as a list that only grows, of which everybody reads a selection from where they are. */
@Component
public class Feed {

    /**
     * One message of a selection.
     *
     * @param previous the position of the preceding message of the same selection; empty of the first
     */
    public record Item(Message message, OptionalLong previous) {}

    /** How long somebody waits for the next item of a selection that has few, while there is more to look at. */
    private static final long LOOKING_NANOS = Duration.ofSeconds(2).toNanos();

    private final MessageLog log;

    Feed(MessageLog log) {
        this.log = log;
    }

    /** Reads a selection from a position on. */
    public Reader reader(long position, Selection selection) {
        return new Reader(position, selection);
    }

    /** The newest position that this node knows. */
    public long now() {
        return log.head();
    }

    /** Whether the store has a position. */
    public boolean reaches(long position) {
        return log.exists(position);
    }

    /** Whether this node goes on; when it stops, nobody waits for what comes. */
    public boolean isOpen() {
        return log.isRunning();
    }

    /** Somebody who reads a selection in order. Used by one thread. */
    public final class Reader {

        private final Selection selection;
        private volatile long position;

        /** Not known before somebody asks, for who reads nothing needs none. */
        private Optional<OptionalLong> previous = Optional.empty();

        private Reader(long position, Selection selection) {
            this.position = position;
            this.selection = selection;
        }

        /** Up to where everything was read. */
        public long position() {
            return position;
        }

        /**
         * The next items. Where there are none yet it waits for the first.
         *
         * @param wait how long, at most
         */
        public List<Item> next(int limit, Duration wait) throws InterruptedException {
            long begun = System.nanoTime();
            List<Item> items = read(limit);
            while (items.isEmpty() && goesOn(begun, wait)) {
                log.await(position, wait.minusNanos(System.nanoTime() - begun));
                items = read(limit);
            }
            return items;
        }

        private boolean goesOn(long begun, Duration wait) {
            long spent = System.nanoTime() - begun;
            return position < log.head() ? spent < LOOKING_NANOS : spent < wait.toNanos() && log.isRunning();
        }

        private List<Item> read(int limit) {
            Page page = log.after(position, selection, limit);
            List<Item> items = page.messages().isEmpty() ? List.of() : linked(page.messages());
            position = page.reached();
            return items;
        }

        private List<Item> linked(List<Message> messages) {
            List<Item> items = new ArrayList<>(messages.size());
            OptionalLong before = previous.orElseGet(() -> log.lastUpTo(position, selection));
            for (Message message : messages) {
                items.add(new Item(message, before));
                before = OptionalLong.of(message.position());
            }
            previous = Optional.of(before);
            return items;
        }
    }
}
