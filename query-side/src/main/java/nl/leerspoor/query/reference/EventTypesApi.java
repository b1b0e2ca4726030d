package nl.leerspoor.query.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.events.published.Duty;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.published.PublishedType;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.Revalidation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which events are published, and what is in them. Open to everybody, since it says nothing of anybody, and whoever
 * validates an event has to be able to fetch the schema that it names.
 */
@RestController
@RequestMapping(EventTypesApi.PATH)
@Tag(name = "events", description = "Gepubliceerde gebeurtenissen")
class EventTypesApi {

    static final String PATH = "/v1/event-types";

    private static final String SCHEMA = "application/schema+json";

    /** Schemas change with a release of the program at most, and then only in what receivers need not know. */
    private static final Duration HOUR = Duration.ofHours(1);

    /** In Dutch and English. */
    @Schema(name = "EventTypeTitle")
    record Title(
            @Schema(example = "Kandidaat on hold") String nl,
            @Schema(example = "Candidate on hold") String en) {}

    /** What a receiver has to do. */
    @Schema(name = "EventTypeDuty", description = "Wat een ontvanger te doen heeft die een kopie bijhoudt")
    record Obligation(
            Duty code,

            @Schema(example = "Verwerk het feit per ingangsdatum; die kan in het verleden liggen.")
            String nl,

            @Schema(example = "Apply the fact as of its effective date, which may lie in the past.")
            String en) {}

    /** One type. */
    @Schema(name = "EventType", description = "Een type van gepubliceerde gebeurtenissen, in één versie")
    record Type(
            @Schema(
                    description = "Het `type` van de CloudEvent",
                    example = "nl.leerspoor.trajectories.candidate-on-hold.v1")
            String type,

            @Schema(example = "1") int version,
            Title title,

            @Schema(example = "Het traject staat stil vanaf een dag; de status blijft.")
            String description,

            Obligation duty,

            @Schema(description = "Waarover het gaat, in de woorden van de API", example = "trajectories")
            String subject,

            @Schema(
                    description =
                            "Waar wie daarop recht heeft, leest wat er van het ding bekend is; `{subject}` is het `subject`"
                                    + " van de CloudEvent",
                    example = "http://localhost:8080/v1/trajectories/{subject}")
            String readAt,

            @Schema(
                    description = "Het adres van het JSON Schema van `data`",
                    example =
                            "http://localhost:8080/v1/event-types/nl.leerspoor.trajectories.candidate-on-hold.v1/schema")
            String dataschema,

            @Schema(description = "Vanaf wanneer het afgeraden wordt; leeg als het dat niet wordt", nullable = true)
            LocalDate deprecatedOn,

            @Schema(description = "Laatste dag waarop het verstuurd wordt; leeg als er geen is", nullable = true)
            LocalDate sunsetOn) {}

    /** All types. */
    @Schema(name = "EventTypes")
    record Answer(List<Type> items) {}

    /** A schema as it is sent. */
    private record Sent(byte[] bytes, String tag) {}

    private final Answer all;
    private final String tag;
    private final Map<String, Sent> schemas;

    EventTypesApi(@Value("${leerspoor.public-url}") String url, JsonMapper json) {
        this.all = new Answer(
                PublishedCatalogue.all().stream().map(type -> of(type, url)).toList());
        this.tag = tag(json.writeValueAsBytes(all));
        this.schemas = PublishedCatalogue.all().stream()
                .collect(Collectors.toUnmodifiableMap(PublishedType::name, type -> sent(type, url, json)));
    }

    @GetMapping
    @Operation(
            operationId = "listEventTypes",
            summary = "Alle typen van gepubliceerde gebeurtenissen, met hun schema en wat een ontvanger ermee moet")
    ResponseEntity<Answer> all(ServletWebRequest request, HttpServletResponse response) {
        letKeep(response);
        return Revalidation.answer(request, tag, HttpHeaders.EMPTY, () -> all);
    }

    @GetMapping(
            path = "/{type}/schema",
            produces = {SCHEMA, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "getEventTypeSchema",
            summary = "Het JSON Schema (2020-12) van de `data` van één type",
            description =
                    "Binnen een versie kan er een veld of een code bij komen. Elke andere verandering krijgt een nieuwe"
                            + " versie.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Het schema",
                            content =
                                    @Content(
                                            mediaType = SCHEMA,
                                            schema = @Schema(type = "object", implementation = Object.class))))
    ResponseEntity<byte[]> schema(
            @Parameter(
                            description = "Het type, met zijn versie",
                            example = "nl.leerspoor.trajectories.candidate-on-hold.v1")
                    @PathVariable
                    String type,
            ServletWebRequest request,
            HttpServletResponse response) {
        Sent schema = schemas.get(type);
        if (schema == null) {
            throw new ProblemException(HttpProblem.NOT_FOUND.saying(
                    "Er is geen type van gebeurtenissen met deze naam.", "There is no type of events with this name."));
        }
        letKeep(response);
        return Revalidation.answer(request, schema.tag(), HttpHeaders.EMPTY, schema::bytes);
    }

    /** In place of what every other answer says, that nobody may keep it. */
    private static void letKeep(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(HOUR).cachePublic().getHeaderValue());
    }

    private static Type of(PublishedType type, String url) {
        return new Type(
                type.name(),
                type.version(),
                new Title(type.title(), type.english()),
                type.description(),
                new Obligation(type.duty(), type.duty().dutch(), type.duty().english()),
                type.collection(),
                url + type.readAt(),
                url + PATH + "/" + type.name() + "/schema",
                type.deprecated().orElse(null),
                type.sunset().orElse(null));
    }

    /** The schema under the address at which this installation has it. */
    private static Sent sent(PublishedType type, String url, JsonMapper json) {
        ObjectNode schema = (ObjectNode) json.readTree(type.schema());
        schema.put("$id", url + schema.path("$id").asString());
        byte[] bytes = json.writeValueAsString(schema).getBytes(StandardCharsets.UTF_8);
        return new Sent(bytes, tag(bytes));
    }

    private static String tag(byte[] bytes) {
        return "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    }
}
