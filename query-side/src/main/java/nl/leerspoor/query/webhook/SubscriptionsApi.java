package nl.leerspoor.query.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.webhook.SubscriptionAnswer.Items;
import nl.leerspoor.query.webhook.SubscriptionAnswer.Made;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Subscriptions over HTTP: who is called, for what and where. What can be asked for here is the same when it is asked for
 * twice, but for a new secret; so it needs no key of idempotency.
 */
@RestController
@RequestMapping("/v1/subscriptions")
@Tag(name = "events")
class SubscriptionsApi {

    private static final String ANYTHING = "*/*";
    private static final int MOST_OF_ONE_OWNER = 20;

    /** The parameters of a list, as they come. */
    record Asked(
            @Parameter(description = Described.CURSOR) String cursor,

            @Parameter(
                    description = Described.LIMIT,
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "200",
                                    defaultValue = "50"))
            String limit) {}

    private final Subscriptions subscriptions;
    private final OwnSubscriptions own;
    private final Keys keys;
    private final Handshake handshake;
    private final Feed feed;
    private final Couriers couriers;
    private final WebhookProperties settings;

    SubscriptionsApi(
            Subscriptions subscriptions,
            OwnSubscriptions own,
            Keys keys,
            Handshake handshake,
            Feed feed,
            Couriers couriers,
            WebhookProperties settings) {
        this.subscriptions = subscriptions;
        this.own = own;
        this.keys = keys;
        this.handshake = handshake;
        this.feed = feed;
        this.couriers = couriers;
        this.settings = settings;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "subscribe",
            summary = "Laat een adres bellen als er iets gepubliceerd wordt (webhook)",
            description =
                    "Het adres wordt eerst gevraagd of het dat wil: met `OPTIONS` en `WebHook-Request-Origin`, en met een"
                            + " `POST` van `{\"challenge\": \"…\"}`, die het in zijn antwoord herhaalt. Het geheim staat"
                            + " alleen in dit antwoord.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = SubscriptionAsked.Described.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"url\": \"https://koppeling.example.nl/leerspoor\","
                                                                    + " \"regions\": [\"AM05\"], \"after\": 0}"))),
            responses = {
                @ApiResponse(responseCode = "201", description = "Het nieuwe abonnement, met zijn geheim"),
                @ApiResponse(responseCode = "200", description = "Het abonnement was er al; zonder geheim")
            })
    ResponseEntity<Made> make(Scope scope, Identity who, HttpServletRequest request)
            throws IOException, InterruptedException {
        own.notice(who);
        SubscriptionAsked asked = SubscriptionAsked.read(
                request.getInputStream().readAllBytes(), Set.copyOf(scope.regions()), settings.allowLoopback());
        long position = asked.after().orElseGet(feed::now);
        if (!feed.reaches(position)) {
            throw ProblemException.invalid(List.of(InputFault.OUT_OF_RANGE.at("#/after")));
        }
        UUID id = asked.id().orElseGet(UUID::randomUUID);
        Optional<Subscription> there = subscriptions.find(id);
        if (there.isPresent()) {
            return repeated(who, there.get(), asked);
        }
        if (subscriptions.countOf(who.subject()) >= MOST_OF_ONE_OWNER) {
            throw WebhookProblem.TOO_MANY_SUBSCRIPTIONS.exception();
        }
        OptionalInt perMinute = agreed(asked.url());
        Optional<Key> key =
                subscriptions.together(rows -> subscriptions.add(id, who.subject(), asked, position, perMinute)
                        ? Optional.of(keys.add(id))
                        : Optional.empty());
        if (key.isEmpty()) {
            return repeated(who, subscriptions.find(id).orElseThrow(), asked);
        }
        couriers.changed(id);
        return ResponseEntity.created(URI.create("/v1/subscriptions/" + id))
                .body(new Made(
                        own.whole(who, id), key.get().secretText(), key.get().publicText()));
    }

    @GetMapping
    @Operation(
            operationId = "listSubscriptions",
            summary = "De eigen abonnementen; voor een beheerder die van iedereen, zonder geheimen")
    ResponseEntity<Items> list(Scope scope, Identity who, @ParameterObject Asked asked, ServletWebRequest request) {
        own.notice(who);
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        reading.check();
        Page<Subscription> page = paging.page(subscriptions.page(own.ownerOfList(who), paging), subscription ->
                new String[] {subscription.id().toString()});
        List<SubscriptionAnswer> items = page.items().stream()
                .map(subscription -> own.brief(who, subscription))
                .toList();
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return Revalidation.answer(
                request, Revalidation.weakTag(items.size(), items, asked), headers, () -> new Items(items));
    }

    @GetMapping("/{subscriptionId}")
    @Operation(operationId = "getSubscription", summary = "Een abonnement, en hoe het ervoor staat")
    SubscriptionAnswer get(Scope scope, Identity who, @PathVariable String subscriptionId) {
        return own.whole(who, own.seen(who, subscriptionId).id());
    }

    @DeleteMapping("/{subscriptionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unsubscribe", summary = "Beëindigt een abonnement, met wat er nog geparkeerd stond")
    void remove(Scope scope, Identity who, @PathVariable String subscriptionId) {
        Subscription subscription = own.own(who, subscriptionId);
        subscriptions.together(rows -> {
            subscriptions.remove(subscription.id(), who.subject());
            return null;
        });
    }

    @PostMapping(path = "/{subscriptionId}/pauses", consumes = ANYTHING)
    @Operation(
            operationId = "pauseSubscription",
            summary = "Belt voorlopig niet",
            description = "Wat intussen gebeurt, volgt zodra het weer mag.")
    SubscriptionAnswer pause(Scope scope, Identity who, @PathVariable String subscriptionId) {
        Subscription subscription = own.own(who, subscriptionId);
        subscriptions.stand(subscription.id(), Standing.PAUSED, who.subject());
        couriers.changed(subscription.id());
        return own.whole(who, subscription.id());
    }

    @PostMapping(path = "/{subscriptionId}/resumptions", consumes = ANYTHING)
    @Operation(
            operationId = "resumeSubscription",
            summary = "Belt weer, vanaf waar het gebleven was",
            description = "Het adres wordt opnieuw gevraagd of het dat wil.")
    SubscriptionAnswer resume(Scope scope, Identity who, @PathVariable String subscriptionId)
            throws InterruptedException {
        Subscription subscription = own.own(who, subscriptionId);
        if (!scope.regions().containsAll(subscription.regions())) {
            throw WebhookProblem.RIGHTS_LOST.exception();
        }
        if (subscription.standing() != Standing.ACTIVE) {
            OptionalInt perMinute = agreed(target(subscription.url()));
            subscriptions.together(rows -> {
                subscriptions.pace(subscription.id(), perMinute);
                subscriptions.stand(subscription.id(), Standing.ACTIVE, who.subject());
                return null;
            });
            couriers.changed(subscription.id());
        }
        return own.whole(who, subscription.id());
    }

    @PostMapping(path = "/{subscriptionId}/secrets", consumes = ANYTHING)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "rotateSecret",
            summary = "Geeft een nieuw geheim; het oude ondertekent nog een dag mee",
            description = "Het geheim staat alleen in dit antwoord.")
    Made rotate(Scope scope, Identity who, @PathVariable String subscriptionId) {
        Subscription subscription = own.own(who, subscriptionId);
        Key key = subscriptions.together(rows -> {
            if (keys.shown(subscription.id()).size() >= Keys.MOST) {
                throw WebhookProblem.TOO_MANY_SECRETS.exception();
            }
            subscriptions.touched(subscription.id(), who.subject(), "SECRET_ROTATED", "");
            return keys.add(subscription.id());
        });
        couriers.changed(subscription.id());
        return new Made(own.whole(who, subscription.id()), key.secretText(), key.publicText());
    }

    private ResponseEntity<Made> repeated(Identity who, Subscription there, SubscriptionAsked asked) {
        boolean same = there.owner().equals(who.subject())
                && there.url().equals(asked.url().uri().toString())
                && there.types().equals(asked.types())
                && there.subject().equals(asked.subject())
                && there.regions().equals(asked.regions());
        if (!same) {
            throw WebhookProblem.SUBSCRIPTION_EXISTS.exception();
        }
        return ResponseEntity.ok(new Made(own.whole(who, there.id()), null, null));
    }

    private OptionalInt agreed(TargetUrl target) throws InterruptedException {
        return switch (handshake.with(target)) {
            case Handshake.Outcome.Agreed agreed -> agreed.perMinute();
            case Handshake.Outcome.Refused refused ->
                throw switch (refused.why()) {
                    case NO_ANSWER -> WebhookProblem.RECEIVER_SILENT.exception();
                    case NOT_ALLOWED -> WebhookProblem.RECEIVER_UNWILLING.exception();
                    case CHALLENGE_NOT_MET -> WebhookProblem.CHALLENGE_NOT_MET.exception();
                };
        };
    }

    /** What was allowed once may be refused later, as when a setting is taken away. */
    private TargetUrl target(String url) {
        return switch (TargetUrl.read(url, settings.allowLoopback())) {
            case TargetUrl.Read.Good good -> good.url();
            case TargetUrl.Read.Bad refused -> throw WebhookProblem.RECEIVER_SILENT.exception();
        };
    }
}
