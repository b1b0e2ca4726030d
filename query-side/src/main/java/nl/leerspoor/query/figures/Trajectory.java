package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What figures need to know of a trajectory.
 *
 * @param endReason why it ended or whereto, or null
 * @param hold      the hold that lies over it, or null
 * @param waiting   its place on the waiting list, or null
 * @param place     the match, or null before it
 */
record Trajectory(
        UUID id,
        UUID candidateId,
        String region,
        String sector,
        int level,
        String werkcoach,
        Status status,
        String endReason,
        Milestones milestones,
        Hold hold,
        Waiting waiting,
        List<Postponement> postponements,
        Place place,
        Werkprocessen werkprocessen,
        Progression advised,
        Progression progressed) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "trajectory_id",
            "candidate_id",
            "region",
            "sector",
            "level",
            "werkcoach_id",
            "status",
            "end_reason",
            "opened_on",
            "suitable_on",
            "matched_on",
            "contracted_on",
            "started_on",
            "ended_on",
            "hold_since",
            "hold_cause",
            "hold_phase",
            "waiting_since",
            "waiting_cause",
            "waiting_leerbedrijf_id",
            Columns.joined("postponement_causes"),
            Columns.joined("postponement_days"),
            "leerbedrijf_id",
            "school_id",
            "crebo",
            "in_preferred_sector",
            "cardinality(werkprocessen_agreed)",
            "cardinality(werkprocessen_judged)",
            "cardinality(werkprocessen_confirmed)",
            "progression_advised_on",
            "progression_advised_to",
            "progression_started_on",
            "progression_started_to");

    /** How far it is. */
    enum Status {
        REGISTERED,
        SUITABLE,
        NOT_SUITABLE,
        MATCHED,
        CONTRACTED,
        IN_PROGRESS,
        COMPLETED,
        STOPPED,
        REFERRED,
        TRANSFERRED_OUT
    }

    /** The days on which it came further; null for what it did not reach. */
    record Milestones(
            LocalDate openedOn,
            LocalDate suitableOn,
            LocalDate matchedOn,
            LocalDate contractedOn,
            LocalDate startedOn,
            LocalDate endedOn) {}

    /** A hold. */
    record Hold(LocalDate since, String cause, String phase) {}

    /** A place on the waiting list; {@code leerbedrijf} is null for whom waits for none in particular. */
    record Waiting(LocalDate since, String cause, UUID leerbedrijf) {}

    /** One time that the start was moved, by so many days. */
    record Postponement(String cause, int days) {}

    /** The match; {@code preferred} says whether it lies in the sector of the candidate's preference. */
    record Place(UUID leerbedrijf, String school, String crebo, boolean preferred) {}

    /** Numbers of werkprocessen. */
    record Werkprocessen(int agreed, int judged, int confirmed) {}

    /** A step to further education, or its absence as null. */
    record Progression(LocalDate on, String to) {}

    static Trajectory of(Columns columns) {
        return new Trajectory(
                columns.id(),
                columns.id(),
                columns.code(),
                columns.code(),
                columns.number(),
                columns.code(),
                Status.valueOf(columns.code()),
                columns.code(),
                new Milestones(
                        columns.day(), columns.day(), columns.day(), columns.day(), columns.day(), columns.day()),
                hold(columns.day(), columns.code(), columns.code()),
                waiting(columns.day(), columns.code(), columns.id()),
                postponements(columns.codes(), columns.numbers()),
                place(columns.id(), columns.code(), columns.code(), columns.yes()),
                new Werkprocessen(columns.number(), columns.number(), columns.number()),
                progression(columns.day(), columns.code()),
                progression(columns.day(), columns.code()));
    }

    private static Hold hold(LocalDate since, String cause, String phase) {
        return since == null ? null : new Hold(since, cause, phase);
    }

    private static Waiting waiting(LocalDate since, String cause, UUID leerbedrijf) {
        return since == null ? null : new Waiting(since, cause, leerbedrijf);
    }

    private static List<Postponement> postponements(List<String> causes, List<Integer> days) {
        if (causes.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, causes.size())
                .mapToObj(i -> new Postponement(causes.get(i), days.get(i)))
                .toList();
    }

    private static Place place(UUID leerbedrijf, String school, String crebo, boolean preferred) {
        return leerbedrijf == null ? null : new Place(leerbedrijf, school, crebo, preferred);
    }

    private static Progression progression(LocalDate on, String to) {
        return on == null ? null : new Progression(on, to);
    }
}
