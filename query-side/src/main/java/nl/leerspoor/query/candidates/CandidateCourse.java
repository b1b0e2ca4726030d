package nl.leerspoor.query.candidates;

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
import nl.leerspoor.query.candidates.CandidateState.Measure;
import nl.leerspoor.query.candidates.CandidateState.Outcome;
import nl.leerspoor.query.candidates.CandidateState.Registration;

/** What each fact changes in what is told of a candidate. */
final class CandidateCourse {

    private CandidateCourse() {}

    static CandidateState evolve(CandidateState state, Fact<CandidateEvent> fact) {
        return switch (fact.event()) {
            case CandidateRegistered e ->
                new CandidateState(
                        new Registration(
                                e.personId(),
                                e.region(),
                                e.reference(),
                                fact.effectiveOn(),
                                e.labourStatus(),
                                e.incomeKind(),
                                e.referrer()),
                        e.targetGroup(),
                        Optional.empty(),
                        List.of(),
                        List.of());
            case CandidateTargetGroupCorrected e -> state.inTargetGroup(e.newTargetGroup());
            case PreferenceRecorded e -> state.preferring(e.sector());
            case ConfidenceMeasured e ->
                state.with(new Measure(
                        e.instrument(),
                        e.instrumentVersion(),
                        e.score(),
                        e.moment().equals("BASELINE")));
            case OutcomeRecorded e ->
                state.with(new Outcome(e.trajectoryId(), e.moment(), e.outcome(), e.sameLeerbedrijf()));
            case ConfidenceMeasurementDeclined e -> state;
            case SchoolStudentLinked e -> state;
            case ConsentGiven e -> state;
            case ConsentWithdrawn e -> state;
            case CandidateDetailsRecorded e -> state;
            case CandidateDetailsRectified e -> state;
            case NoteAdded e -> state;
            case NoteRetracted e -> state;
            case PersonalDataErased e -> state;
            case CandidateMerged e -> state.being(e.intoPersonId());
        };
    }
}
