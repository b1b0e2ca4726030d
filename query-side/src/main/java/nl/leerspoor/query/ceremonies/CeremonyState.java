package nl.leerspoor.query.ceremonies;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is told of a ceremony at the end of a day.
 *
 * @param on        when it is or was to be
 * @param moves     each time it was moved, in effective order
 * @param nominated verklaringen that are to be handed over there
 * @param present   verklaringen that were handed over
 * @param absent    verklaringen of people who were not there
 */
record CeremonyState(
        Planning planning,
        Phase phase,
        LocalDate on,
        List<Move> moves,
        List<UUID> nominated,
        List<UUID> present,
        List<UUID> absent) {

    /** What stays as it was planned. */
    record Planning(String region, String reference, String place) {}

    /** Whether it took place. */
    enum Phase {
        PLANNED,
        HELD,
        CANCELLED
    }

    /** Another day, and why. */
    record Move(LocalDate decidedOn, LocalDate from, LocalDate to, String cause) {}

    static CeremonyState planned(Planning planning, LocalDate on) {
        return new CeremonyState(planning, Phase.PLANNED, on, List.of(), List.of(), List.of(), List.of());
    }

    CeremonyState nominating(UUID verklaring) {
        return new CeremonyState(
                planning,
                phase,
                on,
                moves,
                Stream.concat(nominated.stream(), Stream.of(verklaring)).toList(),
                present,
                absent);
    }

    CeremonyState moved(Move move) {
        return new CeremonyState(
                planning,
                phase,
                move.to(),
                Stream.concat(moves.stream(), Stream.of(move)).toList(),
                nominated,
                present,
                absent);
    }

    CeremonyState cancelled() {
        return new CeremonyState(planning, Phase.CANCELLED, on, moves, nominated, present, absent);
    }

    CeremonyState held(LocalDate day, List<UUID> there, List<UUID> notThere) {
        return new CeremonyState(planning, Phase.HELD, day, moves, nominated, there, notThere);
    }
}
