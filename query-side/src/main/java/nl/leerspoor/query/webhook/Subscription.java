package nl.leerspoor.query.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.query.stream.Selection;

/**
 * Somebody's wish to be called when something is published.
 *
 * @param owner         the {@code sub} of the token that it was made with
 * @param url           an address that {@link TargetUrl} let through
 * @param types         types of CloudEvents; empty for all, also those that come
 * @param regions       what of the owner's regions; they shrink when a token of the owner has fewer
 * @param subject       one thing only
 * @param position      up to where the receiver was told, but for what is parked
 * @param perMinute     the most calls a minute that the receiver wants
 * @param rightsShownAt when the owner last showed a token with these regions
 * @param failingSince  since when nothing was taken; null when the last call succeeded
 * @param quietUntil    until when the receiver asked to be left alone; may be null or past
 * @param deliveredAt   null before the first
 * @param revision      grows with each change that a node which is telling it has to heed
 */
record Subscription(
        UUID id,
        String owner,
        String url,
        String description,
        Optional<Set<String>> types,
        Set<String> regions,
        Optional<UUID> subject,
        long position,
        Standing standing,
        OptionalInt perMinute,
        Instant madeAt,
        Instant rightsShownAt,
        Instant failingSince,
        Instant quietUntil,
        Instant deliveredAt,
        long revision) {

    /** What of the published events it has. */
    Selection selection() {
        return new Selection(types.orElseGet(PublishedCatalogue::types), regions, subject);
    }
}
