package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.BIRTH_DATE_IMPOSSIBLE;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_MERGED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.DETAILS_NOT_RECORDED;
import static nl.leerspoor.command.candidate.CandidateRefusal.NOTE_NOT_FOUND;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Details;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.Candidate.Registration;
import nl.leerspoor.command.candidate.CandidateCommand.AddNote;
import nl.leerspoor.command.candidate.CandidateCommand.RecordCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RectifyCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RetractNote;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRectified;
import nl.leerspoor.events.candidate.CandidateEvent.NoteAdded;
import nl.leerspoor.events.candidate.CandidateEvent.NoteRetracted;

/**
 * The rules of who a candidate is and what is noted of them. A rule looks at what comes in, never at what is sealed
 * already: that may be erased at any time.
 */
final class Identifying {

    private static final int LONGEST_LIFE = 120;

    private Identifying() {}

    static Decision<CandidateEvent> details(Candidate state, RecordCandidateDetails c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known when !isPossible(c.birthDate(), c.effectiveOn()) -> rejected(BIRTH_DATE_IMPOSSIBLE);
            case Active known ->
                accepted(new CandidateDetailsRecorded(
                        c.candidateId(),
                        known.registration().region(),
                        c.effectiveOn(),
                        known.registration().personId(),
                        c.name(),
                        c.birthDate(),
                        c.toContact()));
        };
    }

    /** AVG art. 16: what was wrong is replaced for all the days that it was about. */
    static Decision<CandidateEvent> rectification(Candidate state, RectifyCandidateDetails c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                known.details()
                        .map(wrong -> rectification(known.registration(), wrong, c))
                        .orElse(rejected(DETAILS_NOT_RECORDED));
        };
    }

    private static Decision<CandidateEvent> rectification(
            Registration registration, Details wrong, RectifyCandidateDetails c) {
        if (!isPossible(c.birthDate(), wrong.since())) {
            return rejected(BIRTH_DATE_IMPOSSIBLE);
        }
        return accepted(new CandidateDetailsRectified(
                c.candidateId(),
                registration.region(),
                wrong.since(),
                wrong.event(),
                registration.personId(),
                c.name(),
                c.birthDate(),
                c.toContact(),
                c.reason()));
    }

    static Decision<CandidateEvent> note(Candidate state, AddNote c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                accepted(new NoteAdded(
                        c.candidateId(),
                        known.registration().region(),
                        c.effectiveOn(),
                        known.registration().personId(),
                        c.text()));
        };
    }

    /** Of what the timeline holds, so that no note is retracted twice. */
    static Decision<CandidateEvent> retraction(Timeline<CandidateEvent, Candidate> timeline, RetractNote c) {
        return switch (timeline.latest()) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                timeline.effective().stream()
                        .filter(fact -> fact.id().equals(c.noteEventId()) && fact.event() instanceof NoteAdded)
                        .findFirst()
                        .map(note -> accepted((CandidateEvent) new NoteRetracted(
                                c.candidateId(),
                                known.registration().region(),
                                note.effectiveOn(),
                                note.id(),
                                c.reason())))
                        .orElse(rejected(NOTE_NOT_FOUND));
        };
    }

    private static boolean isPossible(LocalDate birthDate, LocalDate on) {
        return birthDate == null || birthDate.isBefore(on) && birthDate.isAfter(on.minusYears(LONGEST_LIFE));
    }
}
