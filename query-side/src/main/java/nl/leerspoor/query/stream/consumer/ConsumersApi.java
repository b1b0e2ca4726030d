package nl.leerspoor.query.stream.consumer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.StreamAsked;
import nl.leerspoor.query.stream.consumer.Consumer.Lease;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The consumers of a client over HTTP: which there are, and how far. A client has no more than its own. */
@RestController
@RequestMapping("/v1/consumers")
@Tag(name = "consumers", description = "Plaatsen in de gebeurtenissen, bijgehouden voor wie dat zelf niet kan")
class ConsumersApi {

    /** The parameters, as they come. */
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

    /** How a new consumer is described; {@link ConsumerAsked} reads it. */
    @Schema(name = "NewConsumer", description = "Wat een afnemer ontvangt")
    record New(
            @ArraySchema(
                    arraySchema = @Schema(description = StreamAsked.TYPES, nullable = true),
                    schema = @Schema(example = StreamAsked.A_TYPE, maxLength = 120),
                    maxItems = 300)
            List<String> types,

            @Schema(description = StreamAsked.REGION, example = "AM05", nullable = true, maxLength = 4)
            String region,

            @Schema(description = StreamAsked.SUBJECT, nullable = true)
            UUID subject,

            @Schema(
                    description =
                            "Over hoeveel delen de dingen verdeeld worden; hoogstens zoveel processen lezen tegelijk",
                    example = "1",
                    minimum = "1",
                    maximum = "32",
                    defaultValue = "1",
                    nullable = true)
            Integer partitions,

            @Schema(
                    description = "Positie vanaf waar; van het begin af als zij ontbreekt",
                    example = "0",
                    minimum = "0",
                    defaultValue = "0",
                    nullable = true)
            Long after) {}

    /** How far it is behind. */
    @Schema(name = "ConsumerLag", description = "Hoe ver het achterloopt")
    record Lag(
            @Schema(
                    description =
                            "Gebeurtenissen in de administratie die nog niet gepasseerd zijn, ook die niet gekozen zijn",
                    example = "12")
            long events,

            @Schema(description = "Hoeveel seconden de oudste daarvan al wacht", example = "3")
            long seconds) {}

    /** A part of a consumer. */
    @Schema(name = "ConsumerPartition", description = "Een deel van de dingen, met een plaats van zichzelf")
    record Partition(
            @Schema(example = "0") int partition,

            @Schema(description = "Tot en met waar alles verwerkt is", example = "1319")
            long position,

            Lag lag,

            @Schema(description = "Het proces dat dit deel nu heeft", example = "node-1", nullable = true)
            String member,

            @Schema(description = "Tot wanneer", nullable = true)
            Instant claimedUntil,

            @Schema(description = "Wanneer er voor het laatst om gevraagd is", nullable = true)
            Instant seenAt) {

        static Partition of(Consumer.Partition partition, Instant now) {
            return new Partition(
                    partition.number(),
                    partition.position(),
                    new Lag(partition.behind(), partition.lag(now).toSeconds()),
                    partition.lease().map(Lease::member).orElse(null),
                    partition.lease().map(Lease::until).orElse(null),
                    partition.seenAt().orElse(null));
        }
    }

    /** A consumer. */
    @Schema(name = "Consumer", description = "Een afnemer van gebeurtenissen waarvan de plaats hier wordt bijgehouden")
    record Answer(
            @Schema(example = "kopie") String name,

            @Schema(description = "Leeg voor alle typen, ook die er nog bij komen", nullable = true)
            List<String> types,

            List<String> regions,

            @Schema(nullable = true) UUID subject,

            Instant madeAt,
            List<Partition> partitions) {

        private static Answer of(Consumer consumer, Instant now) {
            return new Answer(
                    consumer.name(),
                    consumer.wanted()
                            .types()
                            .map(types -> types.stream().sorted().toList())
                            .orElse(null),
                    consumer.wanted().regions().stream().sorted().toList(),
                    consumer.wanted().subject().orElse(null),
                    consumer.madeAt(),
                    consumer.partitions().stream()
                            .map(partition -> Partition.of(partition, now))
                            .toList());
        }
    }

    /** A page of them. */
    @Schema(name = "Consumers", description = "Een bladzijde afnemers van deze client, op naam")
    record All(List<Answer> items) {}

    private final Consumers consumers;
    private final Feed feed;
    private final Clock clock;

    ConsumersApi(Consumers consumers, Feed feed, Clock clock) {
        this.consumers = consumers;
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "listConsumers", summary = "De eigen afnemers, en hoe ver zij zijn")
    ResponseEntity<All> list(Scope scope, Identity who, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        reading.check();
        Optional<String> from = paging.key(1, List::getFirst);
        Page<Consumer> page =
                paging.page(consumers.of(who.subject(), from, paging.isBackwards(), paging.rows()), consumer ->
                        new String[] {consumer.name()});
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        Instant now = clock.instant();
        var answer = new All(
                page.items().stream().map(consumer -> Answer.of(consumer, now)).toList());
        return Revalidation.answer(request, Revalidation.weakTag(answer.items().size(), answer), headers, () -> answer);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getConsumer", summary = "Een eigen afnemer, en hoe ver die is")
    Answer get(Scope scope, Identity who, @PathVariable String name) {
        return consumers
                .find(who.subject(), name)
                .map(consumer -> Answer.of(consumer, clock.instant()))
                .orElseThrow(ConsumersApi::unknown);
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "putConsumer",
            summary = "Maakt een afnemer, als die er nog niet is",
            description =
                    "Wat een afnemer ontvangt, verandert nooit. Nog eens hetzelfde vragen geeft de afnemer die er is.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = New.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "De afnemer was er al",
                        content = @Content(schema = @Schema(implementation = Answer.class))),
                @ApiResponse(
                        responseCode = "201",
                        description = "De afnemer is er nu",
                        content = @Content(schema = @Schema(implementation = Answer.class)))
            })
    ResponseEntity<Answer> put(Scope scope, Identity who, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        ConsumerAsked asked = ConsumerAsked.read(name, request.getInputStream().readAllBytes(), scope, feed);
        boolean made = consumers.make(who.subject(), name, asked.wanted(), asked.partitions(), asked.after());
        Consumer consumer = consumers.find(who.subject(), name).orElseThrow(ConsumersApi::unknown);
        if (!consumer.wanted().equals(asked.wanted()) || consumer.partitions().size() != asked.partitions()) {
            throw ConsumerProblem.CONSUMER_DIFFERS.exception();
        }
        return ResponseEntity.status(made ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Answer.of(consumer, clock.instant()));
    }

    @DeleteMapping("/{name}")
    @Operation(operationId = "deleteConsumer", summary = "Verwijdert een eigen afnemer, en waar die was")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Scope scope, Identity who, @PathVariable String name) {
        if (!consumers.remove(who.subject(), name)) {
            throw unknown();
        }
    }

    static ProblemException unknown() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "U hebt geen afnemer met deze naam, of die heeft dit deel niet.",
                "You have no consumer of this name, or it has no such partition."));
    }
}
