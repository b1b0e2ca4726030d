package nl.leerspoor.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.http.Http;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;

/** Describes the problems that an operation can answer with, and the headers of every answer. */
public final class ProblemAnswers {

    private static final String PROBLEM = "Problem";

    /** The problem that stands for each status, and the name of its answer. */
    private static final Map<String, HttpProblem> BY_NAME = Map.ofEntries(
            Map.entry("BadRequest", HttpProblem.INVALID_INPUT),
            Map.entry("Unauthenticated", HttpProblem.UNAUTHENTICATED),
            Map.entry("Forbidden", HttpProblem.FORBIDDEN),
            Map.entry("NotFound", HttpProblem.NOT_FOUND),
            Map.entry("NotAcceptable", HttpProblem.NOT_ACCEPTABLE),
            Map.entry("Conflict", HttpProblem.CONCURRENT_CHANGE),
            Map.entry("Gone", HttpProblem.PERSON_ERASED),
            Map.entry("PreconditionFailed", HttpProblem.STALE_VERSION),
            Map.entry("PreconditionRequired", HttpProblem.PRECONDITION_REQUIRED),
            Map.entry("TooLarge", HttpProblem.BODY_TOO_LARGE),
            Map.entry("UnsupportedMediaType", HttpProblem.UNSUPPORTED_MEDIA_TYPE),
            Map.entry("KeyReused", HttpProblem.IDEMPOTENCY_KEY_REUSED),
            Map.entry("InternalError", HttpProblem.INTERNAL_ERROR),
            Map.entry("Unavailable", HttpProblem.UNAVAILABLE));

    /** What can happen to a request with a body. */
    private static final List<String> OF_A_BODY = List.of(
            "BadRequest", "Conflict", "Gone", "PreconditionFailed", "TooLarge", "UnsupportedMediaType", "KeyReused");

    private ProblemAnswers() {}

    static void declare(Components components) {
        components.addSchemas(PROBLEM, problemSchema());
        components.addSchemas("InputError", inputErrorSchema());
        components.addHeaders("ApiVersion", text("De volledige versie van de API.", Http.API_VERSION));
        components.addHeaders("ETag", text("De versie van wat er gelezen of gewijzigd is, voor If-Match.", "\"17\""));
        components.addHeaders("Location", text("Waar het nieuwe te lezen is.", "/v1/pilots/{id}"));
        components.addHeaders("ContentLanguage", text("De taal van het antwoord: nl of en.", "nl"));
        components.addHeaders("IdempotentReplay", text("true als dit antwoord al eerder gegeven is.", "true"));
        components.addHeaders("WwwAuthenticate", text("Hoe een verzoek zegt van wie het is (RFC 6750).", "Bearer"));
        components.addHeaders("RetryAfter", text("Na hoeveel seconden het weer kan.", "1"));
        BY_NAME.forEach((name, problem) -> components.addResponses(name, answer(problem)));
    }

    static void add(Operation operation, boolean named, boolean asked) {
        put(operation, "NotAcceptable");
        put(operation, "InternalError");
        put(operation, "Unavailable");
        if (named) {
            put(operation, "NotFound");
        }
        if (named || asked) {
            put(operation, "BadRequest");
        }
        if (operation.getRequestBody() != null) {
            OF_A_BODY.forEach(name -> put(operation, name));
        }
    }

    static void addOfUnknownCallers(Operation operation) {
        put(operation, "Unauthenticated");
        put(operation, "Forbidden");
    }

    private static void put(Operation operation, String name) {
        String status = String.valueOf(BY_NAME.get(name).kind().status().value());
        operation.getResponses().putIfAbsent(status, new ApiResponse().$ref("#/components/responses/" + name));
    }

    /** A header that is described once for all answers. */
    public static Header header(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    private static Header text(String description, String example) {
        return new Header()
                .description(description)
                .schema(new JsonSchema().typesItem("string").maxLength(300))
                .example(example);
    }

    private static ApiResponse answer(HttpProblem problem) {
        ApiResponse answer = new ApiResponse()
                .description(problem.kind().title().dutch())
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example(problem))))
                .addHeaderObject("API-Version", header("ApiVersion"))
                .addHeaderObject("Content-Language", header("ContentLanguage"));
        if (problem == HttpProblem.UNAUTHENTICATED) {
            answer.addHeaderObject("WWW-Authenticate", header("WwwAuthenticate"));
        }
        if (problem == HttpProblem.UNAVAILABLE) {
            answer.addHeaderObject("Retry-After", header("RetryAfter"));
        }
        return answer;
    }

    private static Map<String, Object> example(HttpProblem problem) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put(
                "type", "http://localhost:8080/v1/problems/" + problem.kind().slug());
        example.put("title", problem.kind().title().dutch());
        example.put("status", problem.kind().status().value());
        example.put("detail", problem.kind().title().dutch());
        example.put("code", problem.kind().code());
        if (problem == HttpProblem.INVALID_INPUT) {
            example.put(
                    "errors",
                    List.of(Map.of(
                            "pointer", "#/effectiveOn",
                            "code", InputFault.INVALID_DATE.name(),
                            "detail", InputFault.INVALID_DATE.text().dutch())));
        }
        return example;
    }

    private static Schema<?> problemSchema() {
        Schema<?> schema = new JsonSchema().typesItem("object").description("Wat er mis ging, volgens RFC 9457.");
        schema.addProperty("type", string(300).format("uri").description("Adres van de uitleg van deze soort."));
        schema.addProperty("title", string(300).description("De soort, altijd gelijk bij een code."));
        schema.addProperty("status", new JsonSchema().typesItem("integer").format("int32"));
        schema.addProperty("detail", string(4000).description("Wat er deze keer aan de hand is."));
        schema.addProperty(
                "code", string(80).pattern("^[A-Z][A-Z0-9_]*$").description("Vaste code, voor programma's."));
        schema.addProperty(
                "errors",
                new JsonSchema()
                        .items(new JsonSchema().$ref("#/components/schemas/InputError"))
                        .typesItem("array")
                        .maxItems(100)
                        .description("Alle fouten in de invoer, in één keer."));
        schema.setRequired(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }

    private static Schema<?> inputErrorSchema() {
        Schema<?> schema = new JsonSchema().typesItem("object").description("Eén fout in de invoer.");
        schema.addProperty("pointer", string(300).description("JSON-pointer in de body, zoals `#/effectiveOn`."));
        schema.addProperty("parameter", string(300).description("Naam van een parameter of header."));
        schema.addProperty("code", string(80).description("Vaste code; alle staan op `/problems`."));
        schema.addProperty("detail", string(300));
        schema.setRequired(List.of("code", "detail"));
        return schema;
    }

    private static Schema<?> string(int longest) {
        return new JsonSchema().typesItem("string").maxLength(longest);
    }
}
