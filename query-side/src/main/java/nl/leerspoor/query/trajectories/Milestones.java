package nl.leerspoor.query.trajectories;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which it came further; of a match that was undone only the next one counts. */
record Milestones(
        LocalDate openedOn,
        Optional<LocalDate> suitableOn,
        Optional<LocalDate> matchedOn,
        Optional<LocalDate> contractedOn,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> endedOn) {

    static Milestones opened(LocalDate day) {
        return new Milestones(
                day, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first day counts: a candidate may be assessed more than once. */
    Milestones suitable(LocalDate day) {
        return new Milestones(
                openedOn, suitableOn.or(() -> Optional.of(day)), matchedOn, contractedOn, startedOn, endedOn);
    }

    Milestones matched(LocalDate day) {
        return new Milestones(openedOn, suitableOn, Optional.of(day), contractedOn, startedOn, endedOn);
    }

    Milestones unmatched() {
        return new Milestones(openedOn, suitableOn, Optional.empty(), Optional.empty(), startedOn, endedOn);
    }

    /** The first agreement counts: after a change of place another follows. */
    Milestones contracted(LocalDate day) {
        return new Milestones(
                openedOn, suitableOn, matchedOn, contractedOn.or(() -> Optional.of(day)), startedOn, endedOn);
    }

    Milestones started(LocalDate day) {
        return new Milestones(openedOn, suitableOn, matchedOn, contractedOn, Optional.of(day), endedOn);
    }

    Milestones ended(LocalDate day) {
        return new Milestones(openedOn, suitableOn, matchedOn, contractedOn, startedOn, Optional.of(day));
    }
}
