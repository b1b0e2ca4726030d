package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.NOT_EXACTLY_THE_NOMINATED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.ceremony.Ceremony.Planned;
import nl.leerspoor.command.ceremony.CeremonyCommand.HandedOver;
import nl.leerspoor.command.ceremony.CeremonyCommand.HoldCeremony;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyHeld;

/** The rules of holding a ceremony. Whether each verklaring can be issued is for that verklaring to say. */
final class HandingOver {

    private HandingOver() {}

    static Decision<CeremonyEvent> hold(Ceremony state, HoldCeremony c) {
        return Scheduling.ofPlanned(state, planned -> hold(planned, c));
    }

    private static Decision<CeremonyEvent> hold(Planned planned, HoldCeremony c) {
        List<UUID> present = c.present().stream().map(HandedOver::verklaringId).toList();
        List<UUID> named = new ArrayList<>(present);
        named.addAll(c.absent());
        Set<UUID> distinct = new HashSet<>(named);
        if (named.size() != distinct.size() || !distinct.equals(planned.nominated())) {
            return rejected(NOT_EXACTLY_THE_NOMINATED, differences(planned.nominated(), named));
        }
        return accepted(new AwardCeremonyHeld(
                planned.id(), planned.region(), c.effectiveOn(), present, c.absent(), c.publicationUrl()));
    }

    private static Map<String, List<UUID>> differences(Set<UUID> nominated, List<UUID> named) {
        Set<UUID> seen = new HashSet<>();
        List<UUID> twice = named.stream().filter(id -> !seen.add(id)).toList();
        return Map.of(
                "missing",
                nominated.stream().filter(id -> !seen.contains(id)).toList(),
                "notNominated",
                seen.stream().filter(id -> !nominated.contains(id)).toList(),
                "namedTwice",
                twice);
    }
}
