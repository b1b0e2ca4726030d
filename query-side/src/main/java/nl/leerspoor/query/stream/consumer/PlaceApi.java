package nl.leerspoor.query.stream.consumer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.Feed.Item;
import nl.leerspoor.query.stream.Feed.Reader;
import nl.leerspoor.query.stream.FeedForm;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reading from the place of a consumer over HTTP, and moving it. What was read counts once its reader says so. */
@RestController
@RequestMapping("/v1/consumers/{name}")
@Tag(name = "consumers")
class PlaceApi {

    private static final String ANYTHING = "*/*";
    private static final String PARTITION = "Het deel; niet nodig als er één is";
    private static final String MEMBER = "Het proces dat het deel heeft; nodig als er meer delen zijn";
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Set<String> MEMBERS = Set.of("partition", "member", "position", "replay");
    private static final int MOST = 1_000;
    private static final int DEFAULT_LIMIT = 100;
    private static final int LONGEST_WAIT = 30;

    private static final Text BACK = new Text(
            "Deze positie ligt terug. Zet `replay` op true als dat de bedoeling is.",
            "This position lies back. Set `replay` to true if that is meant.");

    /** How a move is described; {@link Move} reads it. */
    @Schema(name = "ConsumerPosition", description = "Tot waar alles verwerkt is")
    record Moved(
            @Schema(description = PARTITION, example = "0", minimum = "0", maximum = "31", nullable = true)
            Integer partition,

            @Schema(description = MEMBER, example = "node-1", maxLength = 40, nullable = true)
            String member,

            @Schema(
                    description = "`next` van de bladzijde die verwerkt is",
                    example = "1319",
                    minimum = "0",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            long position,

            @Schema(
                    description = "Of de positie ook terug mag, om opnieuw te ontvangen",
                    defaultValue = "false",
                    nullable = true)
            Boolean replay) {}

    /** How a page is described; it is written without this. */
    @Schema(name = "ConsumerPage", description = "Wat er volgt op de plaats van een afnemer")
    record Described(
            int partition,

            @Schema(description = "Waar de bladzijde begint: de plaats zoals zij nu is", example = "1319")
            long after,

            List<DescribedItem> items,

            @Schema(description = "De plaats als dit alles verwerkt is; ook van een lege bladzijde", example = "1481")
            long next) {}

    /** As on a page of the feed. */
    @Schema(name = "ConsumerPageItem", description = "Eén gebeurtenis, met haar plaats in wat dit deel ontvangt")
    record DescribedItem(
            @Schema(example = "1319") long position,

            @Schema(description = "Plaats van de vorige; leeg bij de eerste", nullable = true)
            Long previous,

            @Schema(description = "De CloudEvent, in dezelfde bytes als op elk ander kanaal", type = "object")
            Object event) {}

    /** A move that is asked for. */
    private record Move(Optional<Long> partition, Optional<String> member, long from, long to) {

        static Move read(HttpServletRequest request, Feed feed) throws IOException {
            String tag = request.getHeader(HttpHeaders.IF_MATCH);
            if (tag == null) {
                throw new ProblemException(HttpProblem.PRECONDITION_REQUIRED.saying(
                        "Stuur If-Match met de `after` van de bladzijde, tussen aanhalingstekens.",
                        "Send If-Match with the `after` of the page, in quotes."));
            }
            var body = new Body(request.getInputStream().readAllBytes(), MEMBERS);
            Matcher from = TAG.matcher(tag.strip());
            if (!from.matches()) {
                body.refuse(InputFault.INVALID_VALUE.in(HttpHeaders.IF_MATCH));
            }
            Optional<Long> partition = body.number("partition", 0, ConsumerAsked.MOST_PARTITIONS - 1L);
            Optional<String> member = body.text("member");
            if (member.isPresent() && !ConsumerAsked.isMember(member.get())) {
                body.refuse(InputFault.INVALID_VALUE.at("#/member", ConsumerAsked.ofMembers()));
            }
            body.require("position");
            long to = body.number("position", 0, Long.MAX_VALUE).orElse(0L);
            ConsumerAsked.refuseAhead(body, "position", feed, to);
            if (!body.isTrue("replay") && from.matches() && to < Long.parseLong(from.group(1))) {
                body.refuse(InputFault.OUT_OF_RANGE.at("#/position", BACK));
            }
            body.check();
            return new Move(partition, member, Long.parseLong(from.group(1)), to);
        }
    }

    /** Where it is now. */
    @Schema(name = "ConsumerPlace", description = "De plaats van een deel")
    record Place(
            @Schema(example = "0") int partition,
            @Schema(example = "1481") long position) {}

    private final Consumers consumers;
    private final Feed feed;
    private final Clock clock;

    PlaceApi(Consumers consumers, Feed feed, Clock clock) {
        this.consumers = consumers;
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping("/events")
    @Operation(
            operationId = "listConsumerEvents",
            summary = "Wat er volgt op de plaats van een afnemer",
            description = "De plaats blijft waar zij is, tot zij verzet wordt. Een proces dat een deel heeft, houdt het"
                    + " door te lezen.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "De gebeurtenissen",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Described.class))))
    byte[] events(
            Scope scope,
            Identity who,
            @PathVariable String name,
            @Parameter(
                            description = PARTITION,
                            schema = @Schema(type = "integer", format = "int32", minimum = "0", maximum = "31"))
                    @RequestParam(required = false)
                    String partition,
            @Parameter(description = MEMBER, example = "node-1") @RequestParam(required = false) String member,
            @Parameter(
                            description = "Het grootste aantal gebeurtenissen",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @RequestParam(required = false)
                    String limit,
            @Parameter(
                            description = "Hoeveel seconden er op de eerste gebeurtenis gewacht wordt",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "0",
                                            maximum = "30",
                                            defaultValue = "0"))
                    @RequestParam(required = false)
                    String wait)
            throws InterruptedException {
        var reading = new Reading();
        Optional<Integer> asked = reading.number("partition", partition, 0, ConsumerAsked.MOST_PARTITIONS - 1);
        Optional<String> process = member(reading, member);
        int most = reading.number("limit", limit, 1, MOST).orElse(DEFAULT_LIMIT);
        Duration patience =
                Duration.ofSeconds(reading.number("wait", wait, 0, LONGEST_WAIT).orElse(0));
        reading.check();
        Consumer consumer = consumer(scope, who, name);
        int number = partition(consumer, asked, process);
        long after = place(consumer, number, process, patience);
        if (!feed.reaches(after)) {
            throw ConsumerProblem.CONSUMER_AHEAD.exception();
        }
        Reader reader = feed.reader(
                after, consumer.wanted().selection(number, consumer.partitions().size()));
        List<Item> items = reader.next(most, patience);
        return FeedForm.page(number, after, items, reader.position());
    }

    @PutMapping("/position")
    @Operation(
            operationId = "moveConsumer",
            summary = "Verzet de plaats van een afnemer, als die nog is waar de bladzijde begon",
            parameters =
                    @Parameter(
                            name = HttpHeaders.IF_MATCH,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "De `after` van de bladzijde die verwerkt is, tussen aanhalingstekens",
                            example = "\"1319\"",
                            schema = @Schema(type = "string", maxLength = 200)),
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Moved.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "De plaats is nu hier",
                        content = @Content(schema = @Schema(implementation = Place.class))),
                @ApiResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
            })
    ResponseEntity<Place> move(Scope scope, Identity who, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        Move move = Move.read(request, feed);
        Consumer consumer = consumer(scope, who, name);
        int number = partition(consumer, move.partition().map(Math::toIntExact), move.member());
        boolean moved = consumers.move(who.subject(), name, number, move.member(), move.from(), move.to());
        // who got no answer to the same request before asks again
        if (!moved && place(consumer, number, move.member(), Duration.ZERO) != move.to()) {
            throw new ProblemException(HttpProblem.STALE_VERSION.problem());
        }
        return ResponseEntity.ok().eTag("\"" + move.to() + "\"").body(new Place(number, move.to()));
    }

    @PostMapping(path = "/claims", consumes = ANYTHING)
    @Operation(
            operationId = "claimConsumerPartition",
            summary = "Geeft een proces een deel dat niemand heeft",
            description = "Voor dertig seconden; elke bladzijde die het proces vraagt, verlengt dat.",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Het deel is van het proces",
                        content = @Content(schema = @Schema(implementation = ConsumersApi.Partition.class))),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
            })
    @ResponseStatus(HttpStatus.CREATED)
    ConsumersApi.Partition claim(
            Scope scope,
            Identity who,
            @PathVariable String name,
            @Parameter(description = "Hoe het proces heet", example = "node-1") @RequestParam(required = false)
                    String member) {
        String process = required(member);
        consumer(scope, who, name);
        int number =
                consumers.claim(who.subject(), name, process).orElseThrow(ConsumerProblem.NO_PARTITION_FREE::exception);
        return ConsumersApi.Partition.of(consumer(scope, who, name).partitions().get(number), clock.instant());
    }

    @DeleteMapping("/claims/{partition}")
    @Operation(
            operationId = "releaseConsumerPartition",
            summary = "Geeft een deel vrij",
            responses = {
                @ApiResponse(responseCode = "204", description = "Het deel is vrij"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
            })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            Scope scope,
            Identity who,
            @PathVariable String name,
            @PathVariable String partition,
            @Parameter(description = "Hoe het proces heet", example = "node-1") @RequestParam(required = false)
                    String member) {
        var reading = new Reading();
        Optional<Integer> asked = reading.number("partition", partition, 0, ConsumerAsked.MOST_PARTITIONS - 1);
        reading.check();
        String process = required(member);
        int number = partition(consumer(scope, who, name), asked, Optional.of(process));
        if (!consumers.release(who.subject(), name, number, process)) {
            throw ConsumerProblem.LEASE_LOST.exception();
        }
    }

    /** Where it is, for who reads or moves it; theirs from then on. */
    private long place(Consumer consumer, int number, Optional<String> member, Duration patience) {
        return consumers
                .read(consumer.owner(), consumer.name(), number, member, patience)
                .orElseThrow(() -> (member.isPresent() ? ConsumerProblem.LEASE_LOST : ConsumerProblem.PARTITION_TAKEN)
                        .exception());
    }

    /** Nobody is given a part of what is received: they would take the rest for not having happened. */
    private Consumer consumer(Scope scope, Identity who, String name) {
        Consumer consumer = consumers.find(who.subject(), name).orElseThrow(ConsumersApi::unknown);
        if (!scope.whole() || !scope.regions().containsAll(consumer.wanted().regions())) {
            throw ConsumerProblem.CONSUMER_OUT_OF_REACH.exception();
        }
        return consumer;
    }

    private static int partition(Consumer consumer, Optional<Integer> asked, Optional<String> member) {
        int partitions = consumer.partitions().size();
        var reading = new Reading();
        if (partitions > 1 && asked.isEmpty()) {
            reading.refuse(InputFault.REQUIRED.in("partition"));
        }
        if (partitions > 1 && member.isEmpty()) {
            reading.refuse(InputFault.REQUIRED.in("member"));
        }
        reading.check();
        int number = asked.orElse(0);
        if (number >= partitions) {
            throw ConsumersApi.unknown();
        }
        return number;
    }

    private static Optional<String> member(Reading reading, String member) {
        if (member != null && !ConsumerAsked.isMember(member)) {
            reading.refuse(InputFault.INVALID_VALUE.in("member", ConsumerAsked.ofMembers()));
        }
        return Optional.ofNullable(member);
    }

    private static String required(String member) {
        var reading = new Reading();
        Optional<String> process = member(reading, member);
        if (process.isEmpty()) {
            reading.refuse(InputFault.REQUIRED.in("member"));
        }
        reading.check();
        return process.orElseThrow();
    }
}
