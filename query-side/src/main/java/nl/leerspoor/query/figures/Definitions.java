package nl.leerspoor.query.figures;

import java.util.List;

/**
 * The figures that count something, as version 1 defines them (F01-F16 and F18). A changed definition is a new version:
 * what was reported under an old one must stay explainable.
 */
final class Definitions {

    static final int VERSION = 1;

    private static final String ON_HOLD = "hold_since is not null";
    private static final String NOT_ON_HOLD = "hold_since is null";
    private static final String GUIDING = "trained and unavailable_since is null";

    /** F01, over the candidates with their trajectories. */
    static final Counting CANDIDATES =
            new Counting(List.of(Count.of("inView", "true", "sector", "targetGroup=target_group")));

    /** F02-F06, F08 in part, F16 and F18, over the trajectories. */
    static final Counting TRAJECTORIES = new Counting(List.of(
            Count.of(
                    "inProgress",
                    "status = 'IN_PROGRESS' and " + NOT_ON_HOLD,
                    "sector",
                    "targetGroup=target_group",
                    "leerbedrijf=leerbedrijf_id",
                    "werkcoach=werkcoach_id",
                    "crebo",
                    "school=school_id"),
            Count.of(
                    "inProgressBroad",
                    "status in ('SUITABLE', 'MATCHED', 'CONTRACTED', 'IN_PROGRESS')",
                    "sector",
                    "targetGroup=target_group",
                    "status"),
            Count.of(
                    "onHold",
                    ON_HOLD,
                    "sector",
                    "targetGroup=target_group",
                    "cause=hold_cause",
                    "phase=hold_phase",
                    "werkcoach=werkcoach_id"),
            Count.of(
                    "waiting",
                    "waiting_since is not null and " + NOT_ON_HOLD,
                    "sector",
                    "targetGroup=target_group",
                    "cause=waiting_cause",
                    "leerbedrijf=coalesce(cast(waiting_leerbedrijf_id as text), 'NONE')",
                    "werkcoach=werkcoach_id"),
            Count.of("completed", "status = 'COMPLETED'", "sector", "targetGroup=target_group"),
            Count.of("stopped", "status = 'STOPPED'", "sector", "targetGroup=target_group", "reason=end_reason"),
            Count.of("referred", "status = 'REFERRED'", "sector", "targetGroup=target_group", "target=end_reason"),
            Count.of("transferred", "status = 'TRANSFERRED_OUT'", "sector", "target=end_reason"),
            Count.of("postponed", "cardinality(postponement_causes) > 0", "sector", "targetGroup=target_group"),
            Count.number("toBeIssued", "withoutDraft", "status = 'COMPLETED' and not has_paper"),
            Count.of("preferenceMet", "in_preferred_sector", "sector"),
            Count.number("preferenceMet", "n", "in_preferred_sector is not null"),
            Count.of(
                    "progressionAdvised",
                    "progression_advised_on is not null",
                    "sector",
                    "target=progression_advised_to"),
            Count.of(
                    "progressionStarted",
                    "progression_started_on is not null",
                    "sector",
                    "target=progression_started_to")));

    /** F07 and F08 in part, over the papers. Issued is ever issued; valid is less those revoked or replaced since. */
    static final Counting VERKLARINGEN = new Counting(List.of(
            Count.of("verklaringenApproved", "state = 'APPROVED'", "sector", "crebo", "school=school_id"),
            Count.of("verklaringenIssued", "issued_on is not null", "sector", "crebo", "school=school_id"),
            Count.number("verklaringenIssued", "validNow", "state = 'ISSUED'"),
            Count.number("toBeIssued", "approved", "state = 'APPROVED'")));

    /** F10 and F11 in part, over the supervisors. Trained includes those who are away for a while. */
    static final Counting SUPERVISORS = new Counting(List.of(
            Count.of("supervisorsTrained", "trained", "sector", "leerbedrijf=leerbedrijf_id"),
            Count.of("supervisorsInTraining", "state = 'IN_TRAINING'", "sector", "leerbedrijf=leerbedrijf_id"),
            Count.of("supervisorsExpired", "expired", "sector", "leerbedrijf=leerbedrijf_id"),
            Count.of(
                    "supervisorsUnavailable",
                    "unavailable_since is not null",
                    "sector",
                    "leerbedrijf=leerbedrijf_id",
                    "cause=unavailable_cause"),
            Count.sum("freePlaces", "free", GUIDING, "sector", "leerbedrijf=leerbedrijf_id")));

    /** F12, over the trainings. */
    static final Counting TRAININGS = new Counting(List.of(
            Count.of("trainings", "true", "state=phase", "sector"),
            new Count("trainings", "daysSuspended", "true", "days_still", List.of())));

    /** F13, over the leerbedrijven. Approached, interested, joined and declined are ever; open is neither of the last two. */
    static final Counting LEERBEDRIJVEN = new Counting(List.of(
            Count.of("employers", "true", "state", "sector"),
            Count.number("employers", "approached", "true"),
            Count.number("employers", "interested", "interested_on is not null"),
            Count.number("employers", "joined", "joined_on is not null"),
            Count.number("employers", "declined", "cardinality(decline_reasons) > 0"),
            Count.number("employers", "open", "joined_on is null and cardinality(decline_reasons) = 0"),
            Count.of("employersDeclined", "cardinality(decline_reasons) > 0")));

    /** Agreements in force, whatever their dates say (WEB 7.2.9). */
    static final Counting PRAKTIJKOVEREENKOMSTEN = new Counting(List.of(Count.of(
            "praktijkovereenkomstenActive",
            "state = 'ACTIVE'",
            "sector",
            "crebo",
            "school=school_id",
            "leerbedrijf=leerbedrijf_id")));

    private Definitions() {}
}
