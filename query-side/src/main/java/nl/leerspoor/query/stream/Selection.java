package nl.leerspoor.query.stream;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.eventstore.EventPages.Share;
import nl.leerspoor.platform.eventstore.EventPages.Wanted;

/**
 * What of the published events somebody is told: a stream of its own, with an order and nothing missing.
 *
 * @param types   types of CloudEvents
 * @param regions codes of regions
 * @param subject one thing only
 * @param share   a share of the things only
 */
public record Selection(Set<String> types, Set<String> regions, Optional<UUID> subject, Optional<Share> share) {

    private static final Set<String> EVERY_REGION =
            CodeList.REGIONS.entries().stream().map(CodeList.Entry::code).collect(Collectors.toUnmodifiableSet());

    public Selection {
        types = Set.copyOf(types);
        regions = Set.copyOf(regions);
    }

    /** The whole of it. */
    public Selection(Set<String> types, Set<String> regions, Optional<UUID> subject) {
        this(types, regions, subject, Optional.empty());
    }

    /** A share of it; all shares together are the whole. */
    public Selection share(Share part) {
        return new Selection(types, regions, subject, Optional.of(part));
    }

    /** What of the versions in which one event is published is told: the oldest that was asked for, or nothing. */
    Optional<Message> of(List<Message> versions) {
        return versions.stream().filter(this::has).findFirst();
    }

    private boolean has(Message message) {
        return types.contains(message.type())
                && regions.contains(message.region())
                && subject.map(message.subject()::equals).orElse(true)
                && share.map(part -> part.has(message.subject())).orElse(true);
    }

    /** The stored events of which these are told; what is told of them has to be looked at one by one, still. */
    Wanted wanted() {
        Set<String> names = types.stream().map(PublishedCatalogue::eventOf).collect(Collectors.toSet());
        return new Wanted(names, Optional.of(regions).filter(some -> !some.containsAll(EVERY_REGION)), subject, share);
    }
}
