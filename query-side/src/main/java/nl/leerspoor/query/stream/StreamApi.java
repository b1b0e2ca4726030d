package nl.leerspoor.query.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.leerspoor.platform.identity.IdentityParameter;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed.Item;
import nl.leerspoor.query.stream.Feed.Reader;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The published events as they come, to whoever keeps a connection open (WHATWG HTML, 9.2). Nobody has a queue: a client
 * that is slow is sent what it missed from the store, and goes on from its last event after any break.
 */
@RestController
@Tag(name = "events")
class StreamApi {

    /** Proxies close what is silent for longer than half a minute or a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int AT_ONCE = 200;
    private static final String RESUME = "Last-Event-ID";

    /** The parameters of a stream, as they come. */
    record Asked(
            @Parameter(
                    description = "Positie vanaf waar; vanaf nu als zij ontbreekt. De kop `Last-Event-ID` gaat voor.",
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0"))
            String after,

            @Parameter(description = StreamAsked.TYPES, example = StreamAsked.A_TYPE)
            String types,

            @Parameter(description = StreamAsked.REGION, example = "AM05")
            String region,

            @Parameter(description = StreamAsked.SUBJECT) String subject) {}

    private final Feed feed;
    private final OpenStreams streams;
    private final Clock clock;

    StreamApi(Feed feed, OpenStreams streams, Clock clock) {
        this.feed = feed;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/events/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamEvents",
            summary = "Wat er gebeurt, zodra het gebeurt (server-sent events)",
            description =
                    "Elk bericht heeft de positie als `id` en dezelfde inhoud als een regel van `/events`. Wie na een"
                            + " onderbreking `Last-Event-ID` meestuurt, mist niets. De verbinding eindigt als het"
                            + " toegangsbewijs verloopt.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "De gebeurtenissen, zolang de verbinding bestaat",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    void stream(
            Scope scope,
            @ParameterObject Asked asked,
            @Parameter(
                            name = RESUME,
                            in = ParameterIn.HEADER,
                            description = "Het `id` van het laatste bericht dat aankwam",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestHeader(name = RESUME, required = false)
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var reading = new Reading();
        Selection selection = StreamAsked.selection(reading, scope, asked.types(), asked.region(), asked.subject());
        long after = lastEventId == null
                ? reading.size("after", asked.after()).orElseGet(feed::now)
                : reading.size(RESUME, lastEventId).orElse(0L);
        StreamAsked.refuseAhead(reading, lastEventId == null ? "after" : RESUME, feed, after);
        reading.check();
        Reader reader = feed.reader(after, selection);
        try (OpenStreams.Open open = streams.open(IdentityParameter.of(request).subject(), reader, response)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("X-Accel-Buffering", "no");
            send(open.reader(), IdentityParameter.expiry(request), response.getOutputStream());
        }
    }

    private void send(Reader reader, Instant expiry, OutputStream out) throws IOException, InterruptedException {
        FeedForm.text(out, "retry: 1000\n\n");
        out.flush();
        for (Duration left = left(expiry); feed.isOpen() && left.isPositive(); left = left(expiry)) {
            List<Item> items = reader.next(AT_ONCE, left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT);
            for (Item item : items) {
                FeedForm.text(out, "id: " + item.message().position() + "\ndata: ");
                FeedForm.item(out, item);
                FeedForm.text(out, "\n\n");
            }
            if (items.isEmpty()) {
                FeedForm.text(out, ": " + reader.position() + "\n\n");
            }
            out.flush();
        }
    }

    private Duration left(Instant expiry) {
        return Duration.between(clock.instant(), expiry);
    }
}
