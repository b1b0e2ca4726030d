package nl.leerspoor.command.leerbedrijf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningLapsed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfInterested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfReopened;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PersonalDataErased;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;

/** An employer, as its facts make it. */
public sealed interface Leerbedrijf {

    /** The region does not know it yet. */
    record NotApproached() implements Leerbedrijf {}

    /**
     * The region knows it.
     *
     * @param erkenningen where it stands with SBB, per crebo
     * @param offers      the crebos for which it offers places
     */
    record Known(UUID id, String region, Stage stage, Map<String, Erkenning> erkenningen, Set<String> offers)
            implements Leerbedrijf {

        /** Where it stands with SBB for a crebo. */
        public Erkenning erkenning(String crebo) {
            return erkenningen.getOrDefault(crebo, new Erkenning.None());
        }

        /** Whether people may learn there for this crebo. */
        public boolean isErkend(String crebo) {
            return erkenning(crebo) instanceof Erkenning.Active;
        }

        private Known with(Stage next) {
            return new Known(id, region, next, erkenningen, offers);
        }

        private Known with(String crebo, Erkenning erkenning) {
            Map<String, Erkenning> next = new HashMap<>(erkenningen);
            next.put(crebo, erkenning);
            return new Known(id, region, stage, Map.copyOf(next), offers);
        }

        private Known offering(String crebo) {
            Set<String> next = new HashSet<>(offers);
            next.add(crebo);
            return new Known(id, region, stage, erkenningen, Set.copyOf(next));
        }

        private Known notOffering(String crebo) {
            Set<String> next = new HashSet<>(offers);
            next.remove(crebo);
            return new Known(id, region, stage, erkenningen, Set.copyOf(next));
        }
    }

    /** How far the region has come with an employer. */
    enum Stage {
        APPROACHED,
        INTERESTED,
        DECLINED,
        JOINED,
        SUSPENDED,
        LEFT
    }

    /** Where an employer stands with SBB for one crebo (WEB 7.2.10). An erkenning has no end date (rule B25). */
    sealed interface Erkenning {

        /** Asked for; SBB has not answered. */
        record Requested() implements Erkenning {}

        /** In force. */
        record Active(LocalDate lastAssessedOn) implements Erkenning {}

        /** Never asked for, or withdrawn or lapsed; it can be given, also again. */
        record None() implements Erkenning {}
    }

    /** The state after one more fact. */
    static Leerbedrijf evolve(Leerbedrijf state, Fact<LeerbedrijfEvent> fact) {
        LeerbedrijfEvent event = fact.event();
        return switch (event) {
            case LeerbedrijfApproached e
            when state instanceof NotApproached ->
                new Known(e.leerbedrijfId(), e.region(), Stage.APPROACHED, Map.of(), Set.of());
            case LeerbedrijfApproached e -> throw new Impossible(state, e);
            case LeerbedrijfInterested e -> known(state, e, Stage.APPROACHED).with(Stage.INTERESTED);
            case LeerbedrijfDeclined e ->
                known(state, e, Stage.APPROACHED, Stage.INTERESTED).with(Stage.DECLINED);
            case LeerbedrijfReopened e -> known(state, e, Stage.DECLINED).with(Stage.APPROACHED);
            case LeerbedrijfJoined e ->
                known(state, e, Stage.APPROACHED, Stage.INTERESTED).with(Stage.JOINED);
            case LeerbedrijfSuspended e -> known(state, e, Stage.JOINED).with(Stage.SUSPENDED);
            case LeerbedrijfResumed e -> known(state, e, Stage.SUSPENDED).with(Stage.JOINED);
            case LeerbedrijfLeft e ->
                known(state, e, Stage.JOINED, Stage.SUSPENDED).with(Stage.LEFT);
            case ErkenningRequested e -> {
                Known known = known(state, e);
                require(!known.isErkend(e.crebo()), state, e);
                yield known.with(e.crebo(), new Erkenning.Requested());
            }
            case ErkenningConfirmed e -> known(state, e).with(e.crebo(), new Erkenning.Active(e.lastAssessedOn()));
            case ErkenningWithdrawn e -> losing(known(state, e), e.crebo(), e);
            case ErkenningLapsed e -> losing(known(state, e), e.crebo(), e);
            case ContactPersonNamed e -> known(state, e);
            case PersonalDataErased e -> known(state, e);
            case PlacesOffered e -> known(state, e, Stage.JOINED).offering(e.crebo());
            case PlacesWithdrawn e -> {
                Known known = known(state, e);
                require(known.offers().contains(e.crebo()), state, e);
                yield known.notOffering(e.crebo());
            }
        };
    }

    private static Known losing(Known known, String crebo, LeerbedrijfEvent event) {
        require(known.isErkend(crebo), known, event);
        return known.with(crebo, new Erkenning.None());
    }

    private static Known known(Leerbedrijf state, LeerbedrijfEvent event, Stage... stages) {
        if (state instanceof Known known
                && (stages.length == 0 || Set.of(stages).contains(known.stage()))) {
            return known;
        }
        throw new Impossible(state, event);
    }

    private static void require(boolean possible, Leerbedrijf state, LeerbedrijfEvent event) {
        if (!possible) {
            throw new Impossible(state, event);
        }
    }
}
