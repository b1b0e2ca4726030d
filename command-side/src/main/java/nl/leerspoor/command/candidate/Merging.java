package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_MERGED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.MERGED_WITH_ITSELF;
import static nl.leerspoor.command.candidate.CandidateRefusal.UNKNOWN_CANDIDATE_TO_MERGE_INTO;

import java.util.Map;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.Candidate.Registration;
import nl.leerspoor.command.candidate.CandidateCommand.MergeDuplicate;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateMerged;

/**
 * The rule of two candidates of a region who are one person. Nobody compares their names here: a person looked at both, and
 * says so.
 */
final class Merging {

    private Merging() {}

    static Decision<CandidateEvent> merge(Candidate duplicate, Candidate into, MergeDuplicate c) {
        if (c.candidateId().equals(c.intoCandidateId())) {
            return rejected(MERGED_WITH_ITSELF);
        }
        return switch (duplicate) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known -> merge(known.registration(), into, c);
        };
    }

    private static Decision<CandidateEvent> merge(Registration duplicate, Candidate into, MergeDuplicate c) {
        return switch (into) {
            case NotRegistered none -> rejected(UNKNOWN_CANDIDATE_TO_MERGE_INTO);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active kept when !kept.registration().region().equals(duplicate.region()) -> rejected(OTHER_REGION);
            case Active kept ->
                accepted(new CandidateMerged(
                        duplicate.candidateId(),
                        duplicate.region(),
                        c.effectiveOn(),
                        duplicate.personId(),
                        kept.registration().candidateId(),
                        kept.registration().personId()));
        };
    }
}
