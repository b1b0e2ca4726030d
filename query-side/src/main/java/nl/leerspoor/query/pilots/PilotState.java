package nl.leerspoor.query.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is told of the pilot of a region at the end of a day.
 *
 * @param targetInView how many candidates the region aims to have in view
 * @param moves        each time its planned end moved
 * @param carriedOver  open trajectories that went on after its end
 */
record PilotState(
        Programme programme,
        Phase phase,
        LocalDate plannedEnd,
        Optional<Integer> targetInView,
        List<Partner> partners,
        List<Target> targets,
        List<Lesson> lessons,
        List<Move> moves,
        Optional<LocalDate> completedOn,
        List<UUID> carriedOver) {

    /** What stays as it was started. */
    record Programme(
            String region, String reference, String id, String name, List<String> sectors, LocalDate startedOn) {}

    /** How far the pilot is. */
    enum Phase {
        RUNNING,
        COMPLETED
    }

    /** An organisation that takes part. */
    record Partner(String organisation, String role, LocalDate since) {}

    /** What the region wants to reach in a year. */
    record Target(int year, String indicator, int value) {}

    /** Something that was learned. */
    record Lesson(UUID id, LocalDate on, String kind, String code, String text) {}

    /** Another planned end, and why. */
    record Move(LocalDate decidedOn, LocalDate from, LocalDate to, String cause) {}

    static PilotState started(Programme programme, LocalDate plannedEnd, Optional<Integer> targetInView) {
        return new PilotState(
                programme,
                Phase.RUNNING,
                plannedEnd,
                targetInView,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    PilotState endingOn(Move move) {
        return new PilotState(
                programme,
                phase,
                move.to(),
                targetInView,
                partners,
                targets,
                lessons,
                plus(moves, move),
                completedOn,
                carriedOver);
    }

    /** A target for the same year and indicator takes the place of the earlier one. */
    PilotState aimingAt(Target target) {
        List<Target> others = targets.stream()
                .filter(other ->
                        other.year() != target.year() || !other.indicator().equals(target.indicator()))
                .toList();
        return new PilotState(
                programme,
                phase,
                plannedEnd,
                target.indicator().equals("IN_VIEW") ? Optional.of(target.value()) : targetInView,
                partners,
                plus(others, target),
                lessons,
                moves,
                completedOn,
                carriedOver);
    }

    PilotState with(Partner partner) {
        return new PilotState(
                programme,
                phase,
                plannedEnd,
                targetInView,
                plus(partners, partner),
                targets,
                lessons,
                moves,
                completedOn,
                carriedOver);
    }

    PilotState with(Lesson lesson) {
        return new PilotState(
                programme,
                phase,
                plannedEnd,
                targetInView,
                partners,
                targets,
                plus(lessons, lesson),
                moves,
                completedOn,
                carriedOver);
    }

    PilotState completed(LocalDate day, List<UUID> goingOn) {
        return new PilotState(
                programme,
                Phase.COMPLETED,
                plannedEnd,
                targetInView,
                partners,
                targets,
                lessons,
                moves,
                Optional.of(day),
                goingOn);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
