package nl.leerspoor.events.published;

import java.util.List;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent;

/**
 * What of the internal events is told outside, and as what. Each family decides on each of its events in a switch without
 * a default, so that a new event doesn't compile until somebody has decided.
 *
 * <p>A fact has one published type, which may be there in two versions for a time. A reader is told a fact once: in the
 * oldest version among the types that were asked for. So who asks for nothing in particular keeps getting what they got
 * until that version is gone, who names the new one gets that, and the {@code id} of the CloudEvent is in every version the
 * id of the internal event, which corrections and retractions name and of which a position has exactly one.
 */
public final class Publishing {

    private Publishing() {}

    /**
     * What is told of an event, in each version of its type, the oldest first; empty when it is kept inside. Nothing that
     * is sealed is looked at, so the event may come from a reader that doesn't open it.
     */
    public static List<Published> of(Event event) {
        return switch (decide(event)) {
            case Telling.Outside outside -> outside.versions();
            case Telling.Inside _ -> List.of();
        };
    }

    /** What was decided of an event. */
    public static Telling decide(Event event) {
        return switch (event) {
            case PilotEvent pilot -> PublishedPilot.of(pilot);
            case CandidateEvent candidate -> PublishedCandidate.of(candidate);
            case TrajectoryEvent trajectory -> PublishedTrajectory.of(trajectory);
            case CohortEvent cohort -> PublishedCohort.of(cohort);
            case LeerbedrijfEvent leerbedrijf -> PublishedLeerbedrijf.of(leerbedrijf);
            case SupervisorEvent supervisor -> PublishedSupervisor.of(supervisor);
            case TrainingEvent training -> PublishedTraining.of(training);
            case PraktijkovereenkomstEvent praktijkovereenkomst ->
                PublishedPraktijkovereenkomst.of(praktijkovereenkomst);
            case VerklaringEvent verklaring -> PublishedVerklaring.of(verklaring);
            case CeremonyEvent ceremony -> PublishedCeremony.of(ceremony);
            case ReportSnapshotEvent snapshot -> PublishedReportSnapshot.of(snapshot);
            case DutyEvent duty -> KeptInside.of(duty);
            case PrivacyEvent privacy -> KeptInside.of(privacy);
            case RetentionEvent retention -> KeptInside.of(retention);
            default ->
                throw new IllegalArgumentException(
                        "No family decides on " + event.getClass().getName());
        };
    }
}
