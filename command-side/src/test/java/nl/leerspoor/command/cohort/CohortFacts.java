package nl.leerspoor.command.cohort;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.cohort.Cohort.NotCreated;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.cohort.CohortEvent.CandidateAddedToCohort;
import nl.leerspoor.events.cohort.CohortEvent.CandidateRemovedFromCohort;
import nl.leerspoor.events.cohort.CohortEvent.CohortCreated;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;

/** Facts about a fictitious cohort in Twente and its members. */
final class CohortFacts {

    static final String TWENTE = "AM05";
    static final UUID COHORT = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    static final LocalDate OPENED_ON = LocalDate.parse("2020-02-10");
    static final LocalDate CREATED_ON = LocalDate.parse("2020-03-20");
    static final LocalDate HELD_ON = LocalDate.parse("2020-03-23");
    static final LocalDate ENTERED_ON = LocalDate.parse("2020-03-26");
    static final LocalDate RESUMED_ON = LocalDate.parse("2020-09-01");

    private CohortFacts() {}

    static Timeline<CohortEvent, Cohort> given(CohortEvent... events) {
        return Given.facts(new NotCreated(), Cohort::evolve, events);
    }

    static UUID trajectory(int number) {
        return new UUID(0xC0L, number);
    }

    static UUID candidate(int number) {
        return new UUID(0xCAL, number);
    }

    static CohortCreated created() {
        return new CohortCreated(COHORT, TWENTE, CREATED_ON, "Instroom voorjaar 2020", "C-TEST");
    }

    static CandidateAddedToCohort added(int number, LocalDate on) {
        return new CandidateAddedToCohort(COHORT, TWENTE, on, trajectory(number), candidate(number));
    }

    static CandidateRemovedFromCohort removed(int number, LocalDate on) {
        return new CandidateRemovedFromCohort(COHORT, TWENTE, on, trajectory(number), candidate(number));
    }

    /** A cohort whose members are these. */
    static CohortEvent[] cohortOf(int... numbers) {
        CohortEvent[] events = new CohortEvent[numbers.length + 1];
        events[0] = created();
        for (int place = 0; place < numbers.length; place++) {
            events[place + 1] = added(numbers[place], CREATED_ON);
        }
        return events;
    }

    static CohortEvent[] and(CohortEvent[] events, CohortEvent more) {
        CohortEvent[] all = Arrays.copyOf(events, events.length + 1);
        all[events.length] = more;
        return all;
    }

    static List<UUID> trajectories(int... numbers) {
        return Arrays.stream(numbers).mapToObj(CohortFacts::trajectory).toList();
    }

    static TrajectoryOpened opened(int number, String region) {
        return new TrajectoryOpened(
                trajectory(number),
                candidate(number),
                region,
                OPENED_ON,
                "PRAKTIJKVERKLARING",
                "LOG",
                1,
                "testwerkcoach",
                null);
    }
}
