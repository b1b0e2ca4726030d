package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.kept;
import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.candidate.CandidateEvent;

/** What is told of a candidate: that something is known or changed, never what it says of the person. */
@About(stream = "candidate", collection = "candidates", readAt = "/v1/trajectories?candidateId={subject}")
public sealed interface PublishedCandidate extends Published {

    UUID candidateId();

    @Override
    default UUID subject() {
        return candidateId();
    }

    @Told(
            title = "Kandidaat geregistreerd",
            english = "Candidate registered",
            description = "De regio kent de kandidaat.")
    record CandidateRegistered(UUID candidateId, String region, LocalDate effectiveOn) implements PublishedCandidate {}

    @Told(
            title = "Doelgroep gecorrigeerd",
            english = "Target group corrected",
            description = "De doelgroep was verkeerd ingevoerd; wie die mag weten, haalt haar op.",
            duty = Duty.CORRECT)
    record CandidateTargetGroupCorrected(UUID candidateId, String region, LocalDate effectiveOn, UUID correctsEventId)
            implements PublishedCandidate {}

    @Told(
            title = "Voorkeur vastgelegd",
            english = "Preference recorded",
            description = "De kandidaat zei wat die wil; de laatste keer telt.",
            duty = Duty.FETCH)
    record PreferenceRecorded(UUID candidateId, String region, LocalDate effectiveOn) implements PublishedCandidate {}

    @Told(
            title = "Leerling bij school gekoppeld",
            english = "School student linked",
            description = "De school kent de kandidaat onder een kenmerk van haarzelf.",
            duty = Duty.FETCH)
    record SchoolStudentLinked(UUID candidateId, String region, LocalDate effectiveOn, String schoolId)
            implements PublishedCandidate {}

    @Told(title = "Toestemming gegeven", english = "Consent given", description = "De kandidaat stemt ergens mee in.")
    record ConsentGiven(UUID candidateId, String region, LocalDate effectiveOn, String consentKind)
            implements PublishedCandidate {}

    @Told(
            title = "Toestemming ingetrokken",
            english = "Consent withdrawn",
            description = "De kandidaat trekt een toestemming in.",
            duty = Duty.STOP)
    record ConsentWithdrawn(UUID candidateId, String region, LocalDate effectiveOn, String consentKind)
            implements PublishedCandidate {}

    @Told(
            title = "Uitstroom vastgelegd",
            english = "Outcome recorded",
            description = "Er is vastgelegd wat er op een meetmoment van de kandidaat geworden is.",
            duty = Duty.FETCH)
    record OutcomeRecorded(
            UUID candidateId, String region, LocalDate effectiveOn, UUID trajectoryId, String outcomeMoment)
            implements PublishedCandidate {}

    @Told(
            title = "Gegevens van kandidaat vastgelegd",
            english = "Candidate details recorded",
            description = "Wie de kandidaat is of waar die te bereiken is, is vastgelegd of veranderd.",
            duty = Duty.FETCH,
            readAt = "/v1/candidates/{subject}/details")
    record CandidateDetailsRecorded(UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedCandidate {}

    @Told(
            title = "Gegevens van kandidaat gerectificeerd",
            english = "Candidate details rectified",
            description = "Wat van de kandidaat was vastgelegd, klopte niet (AVG art. 16 en 19).",
            duty = Duty.CORRECT,
            readAt = "/v1/candidates/{subject}/details")
    record CandidateDetailsRectified(UUID candidateId, String region, LocalDate effectiveOn, UUID correctsEventId)
            implements PublishedCandidate {}

    @Told(
            title = "Persoonsgegevens gewist",
            english = "Personal data erased",
            description = "Wie de kandidaat was, is nergens meer te lezen; feiten en aantallen blijven.",
            duty = Duty.ERASE)
    record PersonalDataErased(UUID candidateId, String region, LocalDate effectiveOn) implements PublishedCandidate {}

    @Told(
            title = "Kandidaten samengevoegd",
            english = "Candidates merged",
            description = "De kandidaat blijkt iemand die al in beeld was.",
            duty = Duty.MERGE)
    record CandidateMerged(UUID candidateId, String region, LocalDate effectiveOn, UUID intoCandidateId)
            implements PublishedCandidate {}

    static Telling of(CandidateEvent event) {
        return switch (event) {
            case CandidateEvent.CandidateRegistered e ->
                told(new CandidateRegistered(e.candidateId(), e.region(), e.effectiveOn()));
            case CandidateEvent.CandidateTargetGroupCorrected e ->
                told(new CandidateTargetGroupCorrected(
                        e.candidateId(), e.region(), e.effectiveOn(), e.correctsEventId()));
            case CandidateEvent.PreferenceRecorded e ->
                told(new PreferenceRecorded(e.candidateId(), e.region(), e.effectiveOn()));
            case CandidateEvent.ConfidenceMeasured _, CandidateEvent.ConfidenceMeasurementDeclined _ ->
                kept("What somebody thinks of themselves is voluntary and a condition for nothing (rule B23).");
            case CandidateEvent.SchoolStudentLinked e ->
                told(new SchoolStudentLinked(e.candidateId(), e.region(), e.effectiveOn(), e.schoolId()));
            case CandidateEvent.ConsentGiven e ->
                told(new ConsentGiven(e.candidateId(), e.region(), e.effectiveOn(), e.kind()));
            case CandidateEvent.ConsentWithdrawn e ->
                told(new ConsentWithdrawn(e.candidateId(), e.region(), e.effectiveOn(), e.kind()));
            case CandidateEvent.OutcomeRecorded e ->
                told(new OutcomeRecorded(e.candidateId(), e.region(), e.effectiveOn(), e.trajectoryId(), e.moment()));
            case CandidateEvent.CandidateDetailsRecorded e ->
                told(new CandidateDetailsRecorded(e.candidateId(), e.region(), e.effectiveOn()));
            case CandidateEvent.CandidateDetailsRectified e ->
                told(new CandidateDetailsRectified(e.candidateId(), e.region(), e.effectiveOn(), e.correctsEventId()));
            case CandidateEvent.NoteAdded _, CandidateEvent.NoteRetracted _ ->
                kept("A note is for the colleagues of who wrote it.");
            case CandidateEvent.PersonalDataErased e ->
                told(new PersonalDataErased(e.candidateId(), e.region(), e.effectiveOn()));
            case CandidateEvent.CandidateMerged e ->
                told(new CandidateMerged(e.candidateId(), e.region(), e.effectiveOn(), e.intoCandidateId()));
        };
    }
}
