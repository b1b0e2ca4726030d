package nl.leerspoor.query.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.StreamAsked;
import nl.leerspoor.query.webhook.Logbook.DeadLetter;
import nl.leerspoor.query.webhook.Logbook.Line;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to a receiver and what came of it, over HTTP; and sending it again. */
@RestController
@RequestMapping("/v1/subscriptions/{subscriptionId}")
@Tag(name = "events")
class DeliveriesApi {

    private static final String ANYTHING = "*/*";
    private static final String TRIAL = "nl.leerspoor.subscriptions.trial.v1";

    @Schema(name = "Deliveries", description = "Wat er gestuurd is, het laatste eerst")
    record Lines(List<Line> items) {}

    @Schema(name = "DeadLetters", description = "Dingen waarvan een bericht niet aankwam, het oudste bericht eerst")
    record DeadLetters(List<DeadLetter> items) {}

    @Schema(name = "Resent", description = "Wat er opnieuw gestuurd wordt")
    record Resent(
            @Schema(description = "Hoeveel dingen het betreft", example = "1")
            int subjects) {}

    @Schema(name = "DeliveryTrial", description = "Wat de ontvanger met een proefbericht deed")
    record Trial(
            UUID messageId,
            @Schema(example = "DELIVERED") String outcome,
            @Schema(example = "204", nullable = true) Integer status,

            @Schema(description = "Waarom er geen antwoord kwam", nullable = true)
            Answer.Cause cause,

            @Schema(description = "Hoe lang het duurde", example = "37")
            long millis) {}

    private final Subscriptions subscriptions;
    private final OwnSubscriptions own;
    private final Logbook logbook;
    private final Delivery delivery;
    private final Keys keys;
    private final Couriers couriers;
    private final Feed feed;
    private final Clock clock;
    private final WebhookProperties settings;
    private final String source;
    private final JsonMapper json;

    DeliveriesApi(
            Subscriptions subscriptions,
            OwnSubscriptions own,
            Logbook logbook,
            Delivery delivery,
            Keys keys,
            Couriers couriers,
            Feed feed,
            Clock clock,
            WebhookProperties settings,
            @Value("${leerspoor.events.source}") String source,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.own = own;
        this.logbook = logbook;
        this.delivery = delivery;
        this.keys = keys;
        this.couriers = couriers;
        this.feed = feed;
        this.clock = clock;
        this.settings = settings;
        this.source = source;
        this.json = json;
    }

    @GetMapping("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "Wat er gestuurd is en wat daarvan kwam, het laatste eerst",
            description = "Veertien dagen lang.")
    ResponseEntity<Lines> deliveries(
            Scope scope,
            Identity who,
            @PathVariable String subscriptionId,
            @ParameterObject SubscriptionsApi.Asked asked,
            ServletWebRequest request) {
        Subscription subscription = own.seen(who, subscriptionId);
        Paging paging = paging(asked);
        Page<Line> page = paging.page(
                logbook.lines(subscription.id(), paging), line -> new String[] {String.valueOf(line.number())});
        return answer(request, page, new Lines(page.items()));
    }

    @GetMapping("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "Dingen waarvan een bericht niet aankwam",
            description =
                    "Wat er later van zo'n ding gepubliceerd wordt, wacht erachter. Zonder `nextAt` wordt het alleen"
                            + " opnieuw gestuurd als daarom gevraagd wordt.")
    ResponseEntity<DeadLetters> deadLetters(
            Scope scope,
            Identity who,
            @PathVariable String subscriptionId,
            @ParameterObject SubscriptionsApi.Asked asked,
            ServletWebRequest request) {
        Subscription subscription = own.seen(who, subscriptionId);
        Paging paging = paging(asked);
        Page<DeadLetter> page = paging.page(logbook.deadLetters(subscription.id(), paging), letter ->
                new String[] {String.valueOf(letter.after()), letter.subject().toString()});
        return answer(request, page, new DeadLetters(page.items()));
    }

    @PostMapping(path = "/dead-letters/resendings", consumes = ANYTHING)
    @Operation(
            operationId = "resendDeadLetters",
            summary = "Stuurt opnieuw wat niet aankwam, en wat erachter wacht",
            description = "Alles, of alleen wat boven een positie ligt of van een ding is.")
    Resent resend(
            Scope scope,
            Identity who,
            @PathVariable String subscriptionId,
            @Parameter(
                            description = "Alleen wat boven deze positie ligt",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(required = false)
                    String after,
            @Parameter(
                            description = "Alleen van dit ding",
                            example = "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d",
                            schema = @Schema(type = "string", format = "uuid"))
                    @RequestParam(required = false)
                    String subject) {
        Subscription subscription = own.own(who, subscriptionId);
        var reading = new Reading();
        long from = reading.size("after", after).orElse(0L);
        var only = reading.id("subject", subject);
        reading.check();
        int subjects = subscriptions.together(rows -> {
            int resent = logbook.resend(subscription.id(), from, only);
            subscriptions.touched(subscription.id(), who.subject(), "RESENT", String.valueOf(resent));
            return resent;
        });
        couriers.changed(subscription.id());
        return new Resent(subjects);
    }

    @PostMapping(path = "/dead-letters/dismissals", consumes = ANYTHING)
    @Operation(
            operationId = "dismissDeadLetter",
            summary = "Laat een bericht dat niet aankwam vallen, en gaat verder met wat erachter wacht",
            description = "De ontvanger krijgt het dan niet; het staat nog in `/events`.")
    Resent dismiss(
            Scope scope,
            Identity who,
            @PathVariable String subscriptionId,
            @Parameter(
                            description = "Van dit ding",
                            required = true,
                            example = "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d",
                            schema = @Schema(type = "string", format = "uuid"))
                    @RequestParam(required = false)
                    String subject) {
        Subscription subscription = own.own(who, subscriptionId);
        var reading = new Reading();
        if (subject == null) {
            reading.refuse(InputFault.REQUIRED.in("subject"));
        }
        var only = reading.id("subject", subject);
        reading.check();
        int subjects = subscriptions.together(rows -> {
            int dismissed = logbook.dismiss(subscription.id(), only.orElseThrow());
            subscriptions.touched(
                    subscription.id(), who.subject(), "DISMISSED", only.get().toString());
            return dismissed;
        });
        couriers.changed(subscription.id());
        return new Resent(subjects);
    }

    @PostMapping(path = "/replays", consumes = ANYTHING)
    @Operation(
            operationId = "replaySubscription",
            summary = "Vertelt opnieuw alles boven een positie",
            description = "Berichten houden hun `webhook-id`. Wat erboven geparkeerd stond, komt gewoon weer langs.")
    SubscriptionAnswer replay(
            Scope scope,
            Identity who,
            @PathVariable String subscriptionId,
            @Parameter(
                            description = "Vanaf waar; van het begin af bij 0",
                            required = true,
                            example = "0",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(required = false)
                    String after) {
        Subscription subscription = own.own(who, subscriptionId);
        var reading = new Reading();
        OptionalLong position =
                reading.requiredSize("after", after).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        StreamAsked.refuseAhead(reading, "after", feed, position.orElse(0));
        reading.check();
        subscriptions.together(rows -> {
            logbook.replay(subscription.id(), position.getAsLong());
            subscriptions.touched(subscription.id(), who.subject(), "REPLAYED", String.valueOf(position.getAsLong()));
            return null;
        });
        couriers.changed(subscription.id());
        return own.whole(who, subscription.id());
    }

    @PostMapping(path = "/trials", consumes = ANYTHING)
    @Operation(
            operationId = "tryReceiver",
            summary = "Stuurt een proefbericht en zegt wat de ontvanger ermee deed",
            description =
                    "Ondertekend als elk bericht, van type `nl.leerspoor.subscriptions.trial.v1` en zonder positie.")
    Trial tryOut(Scope scope, Identity who, @PathVariable String subscriptionId) throws InterruptedException {
        Subscription subscription = own.own(who, subscriptionId);
        if (!(TargetUrl.read(subscription.url(), settings.allowLoopback()) instanceof TargetUrl.Read.Good good)) {
            throw WebhookProblem.RECEIVER_SILENT.exception();
        }
        Delivery.Attempt attempt = delivery.send(good.url(), keys.of(subscription.id()), trial(subscription), 1, false);
        logbook.add(subscription.id(), attempt);
        return new Trial(
                attempt.letter().id(),
                attempt.outcome().word(),
                Attempts.status(attempt.answer()),
                Attempts.cause(attempt.answer()),
                attempt.millis());
    }

    /** Nothing happened: it tells of the subscription itself. */
    private Letter trial(Subscription subscription) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        String body = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", TRIAL)
                .put("subject", subscription.id().toString())
                .put("time", now.toString())
                .put("datacontenttype", "application/json")
                .set("data", json.createObjectNode())
                .toString();
        return new Letter(
                OptionalLong.empty(),
                OptionalLong.empty(),
                id,
                TRIAL,
                subscription.id(),
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Paging paging(SubscriptionsApi.Asked asked) {
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        reading.check();
        return paging;
    }

    private static <T> ResponseEntity<T> answer(ServletWebRequest request, Page<?> page, T body) {
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return Revalidation.answer(request, Revalidation.weakTag(page.items().size(), page), headers, () -> body);
    }
}
