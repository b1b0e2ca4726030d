package nl.leerspoor.query.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed.Item;
import nl.leerspoor.query.stream.Feed.Reader;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The published events over HTTP, to be fetched: page by page, waiting for the next, or all of history in one answer. */
@RestController
@Tag(name = "events")
class FeedApi {

    static final String BATCH = "application/cloudevents-batch+json";
    static final int MOST = 1_000;

    private static final int DEFAULT_LIMIT = 100;
    private static final int LONGEST_WAIT = 30;
    private static final Duration DAY = Duration.ofDays(1);
    /** The parameters of a page, as they come. */
    record Asked(
            @Parameter(
                    description = "Positie vanaf waar: wat erboven ligt, volgt. Van het begin af als zij ontbreekt.",
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String after,

            @Parameter(
                    description = "Het grootste aantal gebeurtenissen van een bladzijde",
                    example = "100",
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "1000",
                                    defaultValue = "100"))
            String limit,

            @Parameter(description = StreamAsked.TYPES, example = StreamAsked.A_TYPE)
            String types,

            @Parameter(description = StreamAsked.REGION, example = "AM05")
            String region,

            @Parameter(description = StreamAsked.SUBJECT) String subject) {}

    /** How a page is described; it is written without this. */
    @Schema(name = "EventFeed", description = "Een bladzijde gepubliceerde gebeurtenissen, in volgorde van vastlegging")
    record Described(
            List<DescribedItem> items,

            @Schema(description = "Positie om vanaf verder te vragen; ook op een lege bladzijde", example = "1481")
            long next) {}

    /** How an item is described. */
    @Schema(name = "EventFeedItem", description = "Eén gebeurtenis, met haar plaats in deze selectie")
    record DescribedItem(
            @Schema(description = "Plaats in de hele administratie", example = "1319")
            long position,

            @Schema(description = "Plaats van de vorige in dezelfde selectie; leeg bij de eerste", nullable = true)
            Long previous,

            @Schema(description = "De CloudEvent, in dezelfde bytes als op elk ander kanaal", type = "object")
            Object event) {}

    private final Feed feed;

    FeedApi(Feed feed) {
        this.feed = feed;
    }

    @GetMapping(
            path = "/v1/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, BATCH, MediaType.APPLICATION_NDJSON_VALUE})
    @Operation(
            operationId = "listEvents",
            summary = "Wat er gebeurt, in volgorde van vastlegging: alles na een positie",
            description =
                    "Wie `next` bewaart en vanaf daar verder vraagt, mist niets. Met `wait` wacht het antwoord op de"
                            + " eerste gebeurtenis. Met `Accept: application/x-ndjson` volgt de hele geschiedenis tot nu in één"
                            + " antwoord, een gebeurtenis per regel; `limit` en `wait` horen daar niet bij. Een volle bladzijde"
                            + " verandert nooit meer.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "De gebeurtenissen",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Described.class)),
                                @Content(
                                        mediaType = BATCH,
                                        schema = @Schema(type = "array", implementation = Object.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "string"))
                            }))
    ResponseEntity<byte[]> list(
            Scope scope,
            @ParameterObject Asked asked,
            @Parameter(
                            description =
                                    "Hoeveel seconden er op de eerste gebeurtenis gewacht wordt als er nog geen is",
                            example = "0",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "0",
                                            maximum = "30",
                                            defaultValue = "0"))
                    @RequestParam(required = false)
                    String wait,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        MediaType form = StreamAsked.form(request.getRequest());
        boolean whole = form.equals(MediaType.APPLICATION_NDJSON);
        var reading = new Reading();
        Selection selection = StreamAsked.selection(reading, scope, asked.types(), asked.region(), asked.subject());
        long after = reading.size("after", asked.after()).orElse(0L);
        int limit = reading.number("limit", asked.limit(), 1, MOST).orElse(DEFAULT_LIMIT);
        int patience = reading.number("wait", wait, 0, LONGEST_WAIT).orElse(0);
        if (whole && asked.limit() != null) {
            reading.refuse(InputFault.INVALID_VALUE.in("limit"));
        }
        if (whole && wait != null) {
            reading.refuse(InputFault.INVALID_VALUE.in("wait"));
        }
        StreamAsked.refuseAhead(reading, "after", feed, after);
        reading.check();
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION);
        if (whole) {
            write(after, selection, response);
            return null;
        }
        Reader reader = feed.reader(after, selection);
        List<Item> items = reader.next(limit, Duration.ofSeconds(patience));
        boolean full = items.size() >= limit;
        if (full) {
            // in place of what every other answer says, that nobody may keep it
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControl.maxAge(DAY).cachePrivate().immutable().getHeaderValue());
        }
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.LINK, link(request.getRequest(), reader.position()));
        headers.setContentType(form);
        return Revalidation.answer(
                request,
                Revalidation.weakTag(reader.position(), form, after, limit, selection),
                headers,
                () -> form.equals(MediaType.APPLICATION_JSON)
                        ? FeedForm.page(items, reader.position())
                        : FeedForm.batch(items));
    }

    /** All that there is now, line by line, in the memory of some. */
    private void write(long after, Selection selection, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        Reader reader = feed.reader(after, selection);
        long until = feed.now();
        while (reader.position() < until) {
            for (Item item : reader.next(MOST, Duration.ZERO)) {
                FeedForm.item(out, item);
                out.write('\n');
            }
        }
        out.flush();
    }

    /** Relative to the request, so that it holds behind any proxy. */
    private static String link(HttpServletRequest request, long next) {
        String reference = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("after", next)
                .build(true)
                .toUriString();
        return "<" + reference + ">; rel=\"next\"";
    }
}
