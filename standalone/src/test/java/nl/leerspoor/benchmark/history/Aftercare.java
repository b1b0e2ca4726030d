package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionAdvised;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionStarted;

/** What comes after the end of a trajectory: further education, outcomes in the year after, and the paper. */
final class Aftercare {

    private static final int PAPER_IN_100 = 92;

    private final Career career;
    private final Region region;

    Aftercare(Career career) {
        this.career = career;
        this.region = career.region;
    }

    /** Advice on further education, which some begin. */
    void progress(LocalDate today) {
        Intake.measureConfidence(career, today, "FINAL");
        if (region.chance.in100(40)) {
            String to = region.chance.oneOf("ENTREE", "MBO_2", "CERTIFICAAT");
            career.decide(today).enter(new ProgressionAdvised(career.id, career.candidate, region.code, today, to));
            if (region.chance.in100(50)) {
                region.agenda.on(
                        today.plusDays(region.chance.between(20, 120)),
                        day -> career.decide(day)
                                .enter(new ProgressionStarted(
                                        career.id, career.candidate, region.code, day, to, "ROC")));
            }
        }
    }

    /** Asks what became of the candidate; fewer answer as time goes by. */
    void follow(LocalDate today) {
        outcome(today, 1, "END", 70);
        outcome(today, 91, "M3", 55);
        outcome(today, 183, "M6", 45);
        outcome(today, 365, "M12", 35);
        if (!career.proofs.isEmpty() && region.chance.in100(PAPER_IN_100)) {
            region.agenda.on(today.plusDays(region.chance.between(2, 20)), day -> Verklaring.draft(career, day));
        }
    }

    private void outcome(LocalDate today, int days, String moment, int answersIn100) {
        if (region.chance.in100(answersIn100)) {
            region.agenda.on(today.plusDays(days + region.chance.between(0, 20)), day -> record(day, moment));
        }
    }

    private void record(LocalDate today, String moment) {
        String outcome = region.chance.oneOf("EMPLOYED", "EMPLOYED", "EDUCATION", "SW_OR_BESCHUT", "BENEFIT_NO_WORK");
        boolean employed = outcome.equals("EMPLOYED");
        career.note(
                today,
                new OutcomeRecorded(
                        career.candidate,
                        region.code,
                        today,
                        career.id,
                        moment,
                        outcome,
                        employed ? region.chance.oneOf("CLEANING", "LOGISTICS", "CARE") : null,
                        employed ? region.chance.oneOf("PERMANENT", "TEMPORARY", "ON_CALL") : null,
                        employed ? region.chance.in100(40) : null,
                        outcome.equals("EDUCATION") ? Integer.valueOf(region.chance.between(1, 3)) : null,
                        region.chance.oneOf("SELF", "WERKCOACH")));
    }
}
