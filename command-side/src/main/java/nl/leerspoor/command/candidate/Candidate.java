package nl.leerspoor.command.candidate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRectified;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateMerged;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateTargetGroupCorrected;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasured;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasurementDeclined;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentGiven;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentWithdrawn;
import nl.leerspoor.events.candidate.CandidateEvent.NoteAdded;
import nl.leerspoor.events.candidate.CandidateEvent.NoteRetracted;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.PersonalDataErased;
import nl.leerspoor.events.candidate.CandidateEvent.PreferenceRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.SchoolStudentLinked;

/** A candidate, as the facts make them. */
public sealed interface Candidate {

    /** Not in view of the region yet. */
    record NotRegistered() implements Candidate {}

    /**
     * In view.
     *
     * @param registration    who they are to the administration
     * @param preferredSector the sector of the latest preference, if one was recorded
     * @param consents        the kinds of consent that hold
     * @param details         where it stands who they are, once that was recorded
     */
    record Active(
            Registration registration,
            Optional<String> preferredSector,
            Set<String> consents,
            Optional<Details> details)
            implements Candidate {

        Active with(Registration corrected) {
            return new Active(corrected, preferredSector, consents, details);
        }

        Active preferring(String sector) {
            return new Active(registration, Optional.of(sector), consents, details);
        }

        Active knownBy(Details newest) {
            return new Active(registration, preferredSector, consents, Optional.of(newest));
        }

        Active consenting(String kind) {
            Set<String> more = new HashSet<>(consents);
            more.add(kind);
            return new Active(registration, preferredSector, Set.copyOf(more), details);
        }

        Active noLongerConsenting(String kind) {
            Set<String> fewer = new HashSet<>(consents);
            fewer.remove(kind);
            return new Active(registration, preferredSector, Set.copyOf(fewer), details);
        }
    }

    /**
     * Somebody who was in view already: nothing more is recorded here.
     *
     * @param into the candidate of whom it is recorded instead
     */
    record Merged(Registration registration, UUID into) implements Candidate {}

    /**
     * Nobody knows any more who the person was. Codes and figures stay; nothing more is recorded.
     *
     * @param registration who they were to the administration
     */
    record Erased(Registration registration) implements Candidate {}

    /**
     * What a registration fixes.
     *
     * @param personId     joins the candidates of one person in several regions
     * @param registeredBy the event, which corrections name
     */
    record Registration(
            UUID candidateId,
            String region,
            UUID personId,
            UUID registeredBy,
            LocalDate registeredOn,
            String targetGroup,
            String labourStatus,
            boolean hasStartkwalificatie,
            String startkwalificatieReason,
            String incomeKind) {

        static Registration of(Fact<CandidateEvent> fact, CandidateRegistered e) {
            return new Registration(
                    e.candidateId(),
                    e.region(),
                    e.personId(),
                    fact.id(),
                    fact.effectiveOn(),
                    e.targetGroup(),
                    e.labourStatus(),
                    e.hasStartkwalificatie(),
                    e.startkwalificatieReason(),
                    e.incomeKind());
        }

        Registration inTargetGroup(String corrected) {
            return new Registration(
                    candidateId,
                    region,
                    personId,
                    registeredBy,
                    registeredOn,
                    corrected,
                    labourStatus,
                    hasStartkwalificatie,
                    startkwalificatieReason,
                    incomeKind);
        }
    }

    /**
     * The facts that say who a candidate is. What they say is sealed, and nothing is decided by it.
     *
     * @param event the newest of them, which a rectification names
     * @param since the day from which they hold
     */
    record Details(UUID event, LocalDate since) {

        private static Details of(Fact<CandidateEvent> fact) {
            return new Details(fact.id(), fact.effectiveOn());
        }
    }

    /** The state after one more fact. */
    static Candidate evolve(Candidate state, Fact<CandidateEvent> fact) {
        return switch (fact.event()) {
            case CandidateRegistered e
            when state instanceof NotRegistered ->
                new Active(Registration.of(fact, e), Optional.empty(), Set.of(), Optional.empty());
            case CandidateRegistered e -> throw new Impossible(state, e);
            case CandidateTargetGroupCorrected e -> {
                Active active = active(state, e);
                yield active.with(active.registration().inTargetGroup(e.newTargetGroup()));
            }
            case PreferenceRecorded e -> active(state, e).preferring(e.sector());
            case ConsentGiven e -> active(state, e).consenting(e.kind());
            case ConsentWithdrawn e -> active(state, e).noLongerConsenting(e.kind());
            case ConfidenceMeasured e -> active(state, e);
            case ConfidenceMeasurementDeclined e -> active(state, e);
            case SchoolStudentLinked e -> active(state, e);
            case OutcomeRecorded e -> active(state, e);
            case CandidateDetailsRecorded e -> active(state, e).knownBy(Details.of(fact));
            case CandidateDetailsRectified e -> active(state, e).knownBy(Details.of(fact));
            case NoteAdded e -> active(state, e);
            case NoteRetracted e -> throw new Impossible(state, e);
            case CandidateMerged e -> new Merged(active(state, e).registration(), e.intoCandidateId());
            case PersonalDataErased e -> new Erased(erasable(state, e));
        };
    }

    private static Active active(Candidate state, CandidateEvent event) {
        return switch (state) {
            case Active active -> active;
            case NotRegistered none -> throw new Impossible(none, event);
            case Merged merged -> throw new Impossible(merged, event);
            case Erased gone -> throw new Impossible(gone, event);
        };
    }

    private static Registration erasable(Candidate state, CandidateEvent event) {
        return state instanceof Merged merged
                ? merged.registration()
                : active(state, event).registration();
    }
}
