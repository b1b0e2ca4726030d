package nl.leerspoor.query.candidates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All that is told of a candidate at the end of a day: codes and ids, no personal data. */
record CandidateState(
        Registration registration,
        String targetGroup,
        Optional<String> preferredSector,
        List<Measure> confidence,
        List<Outcome> outcomes) {

    /** What stays as it was registered. */
    record Registration(
            UUID personId,
            String region,
            String reference,
            LocalDate on,
            String labourStatus,
            String incomeKind,
            String referrer) {}

    /** A score that the candidate gave. */
    record Measure(String instrument, String version, int score, boolean baseline) {

        boolean isComparableTo(Measure other) {
            return instrument.equals(other.instrument) && version.equals(other.version);
        }
    }

    /**
     * What became of the candidate at a moment after a trajectory.
     *
     * @param sameLeerbedrijf whether the work is at the leerbedrijf of the trajectory; null when that was not told
     */
    record Outcome(UUID trajectoryId, String moment, String outcome, Boolean sameLeerbedrijf) {

        boolean answers(Outcome other) {
            return trajectoryId.equals(other.trajectoryId) && moment.equals(other.moment);
        }
    }

    /** Two scores on the same instrument and version; others tell nothing about growth (rule B23). */
    record Growth(int first, int last) {}

    CandidateState inTargetGroup(String next) {
        return new CandidateState(registration, next, preferredSector, confidence, outcomes);
    }

    CandidateState preferring(String sector) {
        return new CandidateState(registration, targetGroup, Optional.ofNullable(sector), confidence, outcomes);
    }

    CandidateState with(Measure measure) {
        return new CandidateState(
                registration,
                targetGroup,
                preferredSector,
                Stream.concat(confidence.stream(), Stream.of(measure)).toList(),
                outcomes);
    }

    /** A later answer about the same moment replaces an earlier one. */
    CandidateState with(Outcome outcome) {
        List<Outcome> next = new ArrayList<>(outcomes);
        next.removeIf(outcome::answers);
        next.add(outcome);
        return new CandidateState(registration, targetGroup, preferredSector, confidence, List.copyOf(next));
    }

    /** From the first baseline to the last comparable score after it; empty with fewer than two. */
    Optional<Growth> growth() {
        Optional<Measure> first = confidence.stream().filter(Measure::baseline).findFirst();
        return first.flatMap(baseline -> confidence.stream()
                .skip(confidence.indexOf(baseline) + 1L)
                .filter(baseline::isComparableTo)
                .reduce((earlier, later) -> later)
                .map(last -> new Growth(baseline.score(), last.score())));
    }

    /** The same candidate, who turned out to be somebody else: figures count that person once (rule B31). */
    CandidateState being(UUID person) {
        return new CandidateState(
                new Registration(
                        person,
                        registration.region(),
                        registration.reference(),
                        registration.on(),
                        registration.labourStatus(),
                        registration.incomeKind(),
                        registration.referrer()),
                targetGroup,
                preferredSector,
                confidence,
                outcomes);
    }
}
