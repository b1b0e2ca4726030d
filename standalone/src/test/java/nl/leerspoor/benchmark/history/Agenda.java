package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens on which day. Days pass in order; what happens on one may put more on a later one. */
final class Agenda {

    /** Something that happens on a day. */
    @FunctionalInterface
    interface Task {

        void happen(LocalDate today);
    }

    private record Planned(LocalDate day, long turn, Task task) {}

    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::day).thenComparing(Planned::turn));
    private long turns;

    void on(LocalDate day, Task task) {
        planned.add(new Planned(day, turns++, task));
    }

    /** Lets all days pass up to and including the last one; what lies beyond never happens. */
    void passUntil(LocalDate lastDay) {
        while (!planned.isEmpty() && !planned.peek().day().isAfter(lastDay)) {
            Planned next = planned.remove();
            next.task().happen(next.day());
        }
    }
}
