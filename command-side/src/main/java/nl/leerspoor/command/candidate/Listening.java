package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_MERGED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CONSENT_ALREADY_GIVEN;
import static nl.leerspoor.command.candidate.CandidateRefusal.CONSENT_NOT_GIVEN;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.CandidateCommand.GiveConsent;
import nl.leerspoor.command.candidate.CandidateCommand.LinkSchoolStudent;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.WithdrawConsent;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentGiven;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentWithdrawn;
import nl.leerspoor.events.candidate.CandidateEvent.PreferenceRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.SchoolStudentLinked;

/** The rules of what the candidate says: preferences, consents, and under which reference the school knows them. */
final class Listening {

    private Listening() {}

    static Decision<CandidateEvent> preference(Candidate state, RecordPreference c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                accepted(new PreferenceRecorded(
                        c.candidateId(),
                        known.registration().region(),
                        c.effectiveOn(),
                        c.sector(),
                        c.workKind(),
                        c.place(),
                        c.hoursPerWeek()));
        };
    }

    static Decision<CandidateEvent> consent(Candidate state, GiveConsent c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known when known.consents().contains(c.kind()) -> rejected(CONSENT_ALREADY_GIVEN);
            case Active known ->
                accepted(new ConsentGiven(c.candidateId(), known.registration().region(), c.effectiveOn(), c.kind()));
        };
    }

    static Decision<CandidateEvent> withdrawal(Candidate state, WithdrawConsent c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known when !known.consents().contains(c.kind()) -> rejected(CONSENT_NOT_GIVEN);
            case Active known ->
                accepted(new ConsentWithdrawn(
                        c.candidateId(), known.registration().region(), c.effectiveOn(), c.kind()));
        };
    }

    /** What takes back whichever of these consents hold. */
    static List<CandidateEvent> withdrawn(Active known, Collection<String> kinds, LocalDate day) {
        return kinds.stream()
                .distinct()
                .filter(known.consents()::contains)
                .<CandidateEvent>map(kind -> new ConsentWithdrawn(
                        known.registration().candidateId(), known.registration().region(), day, kind))
                .toList();
    }

    static Decision<CandidateEvent> schoolStudent(Candidate state, LinkSchoolStudent c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                accepted(new SchoolStudentLinked(
                        c.candidateId(),
                        known.registration().region(),
                        c.effectiveOn(),
                        c.schoolId(),
                        c.schoolStudentRef(),
                        c.onderwijsovereenkomstOn()));
        };
    }
}
