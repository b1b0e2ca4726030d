package nl.leerspoor.query.persons;

import java.util.List;
import java.util.Optional;
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
import nl.leerspoor.query.persons.CandidateDetailsState.Details;

/** What each fact changes in who a candidate is. */
final class CandidateDetailsCourse {

    private CandidateDetailsCourse() {}

    static CandidateDetailsState evolve(CandidateDetailsState state, Fact<CandidateEvent> fact) {
        return switch (fact.event()) {
            case CandidateRegistered e ->
                new CandidateDetailsState(
                        e.region(),
                        e.reference(),
                        e.personId(),
                        e.personId(),
                        fact.recordedBy(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
            case CandidateDetailsRecorded e -> state.known(new Details(fact.id(), e.name(), e.birthDate()));
            case CandidateDetailsRectified e -> state.known(new Details(fact.id(), e.name(), e.birthDate()));
            case NoteAdded e -> state.noted(fact.id());
            case NoteRetracted e -> state;
            case CandidateMerged e -> state.mergedInto(e.intoCandidateId(), e.intoPersonId());
            case PersonalDataErased e -> state.erasedOn(fact.effectiveOn());
            case CandidateTargetGroupCorrected e -> state;
            case PreferenceRecorded e -> state;
            case ConfidenceMeasured e -> state;
            case ConfidenceMeasurementDeclined e -> state;
            case SchoolStudentLinked e -> state;
            case ConsentGiven e -> state;
            case ConsentWithdrawn e -> state;
            case OutcomeRecorded e -> state;
        };
    }
}
