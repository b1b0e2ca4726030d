package nl.leerspoor.events.duty;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Revision;

/**
 * What happens to a duty: something that somebody has to do because something else happened. The administration raises
 * duties itself and discharges them when what they ask for happens; it never does the work.
 */
public sealed interface DutyEvent extends Event {

    UUID dutyId();

    /**
     * Somebody has something to do by a day; {@code effectiveOn} is that of the cause, of
     * {@code RETENTION_PROPOSALS} the day on which somebody was first proposed.
     *
     * @param kind         {@code REPLACEMENT_PLACE}, {@code START_AT_RISK}, {@code SUPERVISION_AT_RISK},
     *                     {@code MISSING_SIGNATURE}, {@code OUTCOME_TO_ASK}, {@code ERKENNING_TO_CHECK},
     *                     {@code VERKLARING_TO_DRAFT}, {@code PRIVACY_CASE_TO_DECIDE},
     *                     {@code PRIVACY_CASE_TO_CARRY_OUT}, {@code RECIPIENTS_TO_INFORM} or
     *                     {@code RETENTION_PROPOSALS}
     * @param forRole      who has to do it, as {@code SCHOOL_COACH}, {@code WERKCOACH}, {@code ACCOUNT_MANAGER} or
     *                     {@code PRIVACY_OFFICER}
     * @param dueOn        the day on which it is asked for, or by which it must be done
     * @param missed       whether that day had passed already when the cause came in, as with a loaded past: then
     *                     nobody is reminded any more
     * @param causeEventId the event that raised it; of {@code RETENTION_PROPOSALS} that by which the region holds to a rule
     * @param cause        the name of that event, as {@code leerbedrijf.ErkenningWithdrawn}
     * @param trajectoryId whom it is about, null for an erkenning and for a privacy case
     * @param trainingId   the course that holds a start up, else null
     * @param praktijkovereenkomstId the agreement to sign, null as long as it was not drafted
     * @param crebo        the qualification of a place or an erkenning, else null
     * @param moment       {@code M3}, {@code M6} or {@code M12} for an outcome to ask, else null
     * @param privacyCaseId the request of a person over their own data that it is about, else null
     */
    @Revision(2)
    record DutyRaised(
            UUID dutyId,
            String region,
            LocalDate effectiveOn,
            String kind,
            String forRole,
            LocalDate dueOn,
            boolean missed,
            UUID causeEventId,
            String cause,
            UUID trajectoryId,
            UUID candidateId,
            UUID leerbedrijfId,
            UUID supervisorId,
            UUID trainingId,
            UUID praktijkovereenkomstId,
            String crebo,
            String moment,
            UUID privacyCaseId)
            implements DutyEvent {}

    /** The day came while it stood open: the one who has to do it is reminded. Recorded once per duty. */
    record DutyBecameDue(UUID dutyId, String region, LocalDate effectiveOn, String kind, String forRole)
            implements DutyEvent {}

    /**
     * The day came while it stood open, and somebody higher up hears of it. Recorded once per duty.
     *
     * @param toRole who hears of it, as {@code PROJECT_LEAD}
     */
    record DutyEscalated(UUID dutyId, String region, LocalDate effectiveOn, String kind, String forRole, String toRole)
            implements DutyEvent {}

    /**
     * Nobody has to do it any more.
     *
     * @param ground              {@code FULFILLED}, {@code NOT_NEEDED_ANY_MORE}, {@code CAUSE_RETRACTED} or
     *                            {@code BY_HAND}
     * @param dischargedByEventId the event that discharged it, null when done by hand
     * @param reason              coded reason of who discharged it by hand, else null
     */
    record DutyDischarged(
            UUID dutyId,
            String region,
            LocalDate effectiveOn,
            String kind,
            String ground,
            UUID dischargedByEventId,
            String reason)
            implements DutyEvent {}

    /**
     * What had discharged it never happened, so it has to be done after all.
     *
     * @param retractedEventId the event that had discharged it
     * @param retractionEventId the event that retracts that one
     */
    record DutyReopened(
            UUID dutyId,
            String region,
            LocalDate effectiveOn,
            String kind,
            UUID retractedEventId,
            UUID retractionEventId)
            implements DutyEvent {}
}
