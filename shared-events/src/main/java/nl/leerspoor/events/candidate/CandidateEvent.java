package nl.leerspoor.events.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.DataSubject;
import nl.leerspoor.events.Erasure;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.Retraction;

/** What happens to a candidate: a person, known by an id and codes; what tells who they are is sealed. */
public sealed interface CandidateEvent extends Event {

    UUID candidateId();

    /**
     * The person is known to the region.
     *
     * @param personId               joins the candidates of one person in several regions; the candidate's own id at first
     * @param startkwalificatieReason why a person with a startkwalificatie is admitted (rule B3), else null
     */
    record CandidateRegistered(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID personId,
            String targetGroup,
            String labourStatus,
            boolean hasStartkwalificatie,
            String startkwalificatieReason,
            String incomeKind,
            String referrer,
            UUID transferredFromCandidateId,
            String reference)
            implements CandidateEvent {}

    /** The target group was entered wrongly; keeps the effective date of the registration. */
    record CandidateTargetGroupCorrected(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            String oldTargetGroup,
            String newTargetGroup,
            String reason)
            implements CandidateEvent {}

    /** What the candidate says to want; the latest counts. */
    record PreferenceRecorded(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String workKind,
            String place,
            Integer hoursPerWeek)
            implements CandidateEvent {}

    /**
     * The candidate scored their own confidence; voluntary, and a condition for nothing (rule B23).
     *
     * @param moment {@code BASELINE}, {@code INTERIM}, {@code FINAL} or {@code AFTERCARE}
     */
    record ConfidenceMeasured(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            String instrument,
            String instrumentVersion,
            int score,
            int scaleMin,
            int scaleMax,
            String moment)
            implements CandidateEvent {}

    /** The candidate did not want to be asked; without consequence (rule B23). */
    record ConfidenceMeasurementDeclined(
            UUID candidateId, String region, LocalDate effectiveOn, UUID trajectoryId, String moment)
            implements CandidateEvent {}

    /** The school knows the candidate by an opaque reference of its own; never a BSN. */
    record SchoolStudentLinked(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId,
            String schoolStudentRef,
            LocalDate onderwijsovereenkomstOn)
            implements CandidateEvent {}

    /** The candidate agreed to something. */
    record ConsentGiven(UUID candidateId, String region, LocalDate effectiveOn, String kind)
            implements CandidateEvent {}

    /** The candidate took an agreement back. */
    record ConsentWithdrawn(UUID candidateId, String region, LocalDate effectiveOn, String kind)
            implements CandidateEvent {}

    /**
     * What became of the candidate.
     *
     * @param moment {@code END}, {@code M3}, {@code M6} or {@code M12} after the end of the trajectory
     * @param source who said so: {@code SELF}, {@code WERKCOACH} or {@code REGISTER}
     */
    record OutcomeRecorded(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            String moment,
            String outcome,
            String workKind,
            String contractKind,
            Boolean sameLeerbedrijf,
            Integer educationLevel,
            String source)
            implements CandidateEvent {}

    /**
     * Where the candidate can be reached. What is not known is null.
     *
     * @param street with the number of the house
     */
    record Contact(String email, String telephone, String street, String postcode, String town) {}

    /**
     * Who the candidate is, from a day on; replaces what was recorded before.
     *
     * @param contact null when nothing of it is known
     */
    record CandidateDetailsRecorded(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            @DataSubject UUID personId,
            @PersonalData String name,
            @PersonalData LocalDate birthDate,
            @PersonalData Contact contact)
            implements CandidateEvent {}

    /**
     * What was recorded of who the candidate is was wrong (AVG art. 16); keeps the date of what it corrects.
     *
     * @param correctsEventId the details that it replaces, or an earlier rectification of them
     */
    record CandidateDetailsRectified(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            @DataSubject UUID personId,
            @PersonalData String name,
            @PersonalData LocalDate birthDate,
            @PersonalData Contact contact,
            String reason)
            implements CandidateEvent {}

    /** Somebody wrote something down about the candidate. */
    record NoteAdded(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            @DataSubject UUID personId,
            @PersonalData String text)
            implements CandidateEvent {}

    /**
     * What was written down about the candidate should not have been, or is no longer to be read; keeps the date of the note.
     *
     * @param retractsEventId the note, which stays in the history, sealed
     */
    record NoteRetracted(UUID candidateId, String region, LocalDate effectiveOn, UUID retractsEventId, String reason)
            implements CandidateEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return List.of(retractsEventId);
        }
    }

    /**
     * The key of the person was destroyed together with this event, so that nobody can read any more who they were. One
     * stands in the stream of each candidate that the person is.
     *
     * @param privacyCaseId on whose ground it was done
     * @param scope         what was erased: {@code ALL}
     */
    record PersonalDataErased(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID personId,
            UUID privacyCaseId,
            String scope,
            String legalBasis)
            implements CandidateEvent, Erasure {}

    /**
     * The candidate turned out to be somebody who was in view already. What was recorded stays; from now on it is recorded
     * of that one.
     *
     * @param intoPersonId who that is
     */
    record CandidateMerged(
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID personId,
            UUID intoCandidateId,
            UUID intoPersonId)
            implements CandidateEvent {}
}
