package nl.leerspoor.query.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Rule;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import org.springframework.stereotype.Component;

/** Which subscriptions somebody may see and change: their own; an operator sees all. Others don't exist for them. */
@Component
class OwnSubscriptions {

    private final Subscriptions subscriptions;
    private final Parking parking;
    private final Keys keys;
    private final Feed feed;

    OwnSubscriptions(Subscriptions subscriptions, Parking parking, Keys keys, Feed feed) {
        this.subscriptions = subscriptions;
        this.parking = parking;
        this.keys = keys;
        this.feed = feed;
    }

    /** Takes notice of what their token has. */
    void notice(Identity who) {
        Scope own = Scope.of(who, Action.SUBSCRIBE);
        if (own.whole()) {
            subscriptions.shown(who.subject(), java.util.Set.copyOf(own.regions()));
        }
    }

    /** One of their own. */
    Subscription own(Identity who, String id) {
        notice(who);
        return subscriptions
                .find(parsed(id))
                .filter(subscription -> isOwn(who, subscription))
                .orElseThrow(OwnSubscriptions::unknown);
    }

    /** One that they may look at. */
    Subscription seen(Identity who, String id) {
        notice(who);
        return subscriptions
                .find(parsed(id))
                .filter(subscription -> seesAll(who) || isOwn(who, subscription))
                .orElseThrow(OwnSubscriptions::unknown);
    }

    /** Whose a list is of; everybody's without. */
    Optional<String> ownerOfList(Identity who) {
        return seesAll(who) ? Optional.empty() : Optional.of(who.subject());
    }

    /** How it is now, with its keys and changes. */
    SubscriptionAnswer whole(Identity who, UUID id) {
        Subscription subscription = subscriptions.find(id).orElseThrow(OwnSubscriptions::unknown);
        boolean own = isOwn(who, subscription);
        return SubscriptionAnswer.of(
                subscription,
                own,
                feed.now(),
                parking.countOf(id),
                own ? keys.shown(id) : List.of(),
                subscriptions.changes(id));
    }

    /** As it stands in a list. */
    SubscriptionAnswer brief(Identity who, Subscription subscription) {
        return SubscriptionAnswer.of(
                subscription,
                isOwn(who, subscription),
                feed.now(),
                parking.countOf(subscription.id()),
                List.of(),
                List.of());
    }

    private static boolean seesAll(Identity who) {
        return who.roles().stream()
                .anyMatch(role -> AccessPolicy.rule(Action.READ_SUBSCRIPTIONS, role) == Rule.ALL_REGIONS);
    }

    private static boolean isOwn(Identity who, Subscription subscription) {
        return subscription.owner().equals(who.subject());
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.invalid(List.of(InputFault.INVALID_ID.in("subscriptionId")));
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.NOT_FOUND.problem());
    }
}
