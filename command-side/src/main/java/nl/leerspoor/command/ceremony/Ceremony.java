package nl.leerspoor.command.ceremony;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyCancelled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyHeld;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyScheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.VerklaringNominated;

/** A ceremony at which verklaringen are handed over, as its facts make it. */
public sealed interface Ceremony {

    /** Not planned yet. */
    record NotScheduled() implements Ceremony {}

    /**
     * Planned for a day.
     *
     * @param moves     how many times it was moved
     * @param nominated the verklaringen that will be handed over
     */
    record Planned(UUID id, String region, LocalDate on, int moves, Set<UUID> nominated) implements Ceremony {

        Planned nominating(UUID verklaringId) {
            Set<UUID> more = new HashSet<>(nominated);
            more.add(verklaringId);
            return new Planned(id, region, on, moves, Set.copyOf(more));
        }

        Planned movedTo(LocalDate day) {
            return new Planned(id, region, day, moves + 1, nominated);
        }
    }

    /** It took place. */
    record Held() implements Ceremony {}

    /** It is off. */
    record Cancelled() implements Ceremony {}

    /** The state after one more fact. */
    static Ceremony evolve(Ceremony state, Fact<CeremonyEvent> fact) {
        return switch (fact.event()) {
            case AwardCeremonyScheduled e
            when state instanceof NotScheduled -> new Planned(e.ceremonyId(), e.region(), e.on(), 0, Set.of());
            case VerklaringNominated e
            when state instanceof Planned planned && !planned.nominated().contains(e.verklaringId()) ->
                planned.nominating(e.verklaringId());
            case AwardCeremonyRescheduled e
            when state instanceof Planned planned && planned.on().equals(e.oldOn()) -> planned.movedTo(e.newOn());
            case AwardCeremonyCancelled e when state instanceof Planned -> new Cancelled();
            case AwardCeremonyHeld e
            when state instanceof Planned planned && planned.nominated().equals(handled(e)) -> new Held();
            case AwardCeremonyScheduled e -> throw new Impossible(state, e);
            case VerklaringNominated e -> throw new Impossible(state, e);
            case AwardCeremonyRescheduled e -> throw new Impossible(state, e);
            case AwardCeremonyCancelled e -> throw new Impossible(state, e);
            case AwardCeremonyHeld e -> throw new Impossible(state, e);
        };
    }

    private static Set<UUID> handled(AwardCeremonyHeld e) {
        Set<UUID> all = new HashSet<>(e.present());
        all.addAll(e.absent());
        return all;
    }
}
