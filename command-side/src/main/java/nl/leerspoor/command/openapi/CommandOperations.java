package nl.leerspoor.command.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.platform.openapi.ProblemAnswers;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes every operation that takes a {@link Posted} command: its headers, its body and its answer. */
@Component
class CommandOperations implements GlobalOperationComponentsCustomizer {

    private static final String ANSWER = "CommandAnswer";

    CommandOperations() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Posted.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        commandOf(method).ifPresent(command -> describe(operation, components, command));
        return operation;
    }

    private static Optional<Class<? extends Command>> commandOf(HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == Posted.class) {
                return Optional.of(ResolvableType.forMethodParameter(parameter)
                        .getGeneric(0)
                        .resolve()
                        .asSubclass(Command.class));
            }
        }
        return Optional.empty();
    }

    private static void describe(Operation operation, Components components, Class<? extends Command> command) {
        boolean creation = Command.Creation.class.isAssignableFrom(command);
        operation.setParameters(null);
        if (!creation) {
            operation.addParametersItem(target(command.getRecordComponents()[0].getName()));
        }
        headers().forEach((name, header) -> {
            components.addParameters(name, header);
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
        });
        new CommandSchemas(components).add(command);
        operation.setRequestBody(
                new RequestBody().required(true).content(json(command.getSimpleName(), CommandExamples.of(command))));
        if (components.getSchemas() == null || !components.getSchemas().containsKey(ANSWER)) {
            components.addSchemas(ANSWER, answerSchema());
        }
        operation.setResponses(new ApiResponses().addApiResponse("201", answer(creation)));
    }

    private static Parameter target(String name) {
        return new Parameter()
                .in("path")
                .name(name)
                .required(true)
                .description("Het id van waar de opdracht over gaat.")
                .schema(new JsonSchema().typesItem("string").format("uuid").maxLength(36))
                .example("0190a3b0-5b1c-7d2e-8f3a-1c2d3e4f5a6b");
    }

    /** The headers that every command can come with, described once. */
    private static Map<String, Parameter> headers() {
        Map<String, Parameter> headers = new LinkedHashMap<>();
        headers.put(
                "IdempotencyKey",
                header("Idempotency-Key", 130, "9f1c2b7e-0d0f-4c57-9a54-7f3f5f0c9f10", """
                Kies een nieuwe sleutel per opdracht en gebruik dezelfde bij een herhaling: u krijgt dan het eerdere \
                antwoord, ook na dagen. Met of zonder aanhalingstekens.""")
                        .required(true));
        headers.put("IfMatch", header("If-Match", 200, "\"17\"", """
                De versie (ETag) die u las. Is er intussen iets gewijzigd, dan is het antwoord 412."""));
        headers.put("AcceptLanguage", header("Accept-Language", 100, "nl", "De taal van problemen: nl of en."));
        return headers;
    }

    private static Parameter header(String name, int longest, String example, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .description(description)
                .schema(new JsonSchema().typesItem("string").maxLength(longest))
                .example(example);
    }

    private static ApiResponse answer(boolean creation) {
        ApiResponse answer = new ApiResponse()
                .description("Vastgelegd. Een herhaling met dezelfde Idempotency-Key krijgt hetzelfde antwoord.")
                .content(json(
                        ANSWER, Map.of("id", "0190a3b0-5b1c-7d2e-8f3a-1c2d3e4f5a6b", "version", 17, "position", 1316)))
                .addHeaderObject("ETag", ProblemAnswers.header("ETag"))
                .addHeaderObject("Idempotent-Replay", ProblemAnswers.header("IdempotentReplay"));
        return creation ? answer.addHeaderObject("Location", ProblemAnswers.header("Location")) : answer;
    }

    private static Content json(String schema, Object example) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType()
                                .schema(new JsonSchema().$ref("#/components/schemas/" + schema))
                                .example(example));
    }

    private static Schema<?> answerSchema() {
        Schema<?> schema = new JsonSchema()
                .typesItem("object")
                .description("Wat er is vastgelegd. Sommige opdrachten voegen velden toe, zoals wie is overgeslagen.");
        schema.addProperty(
                "id",
                new JsonSchema()
                        .typesItem("string")
                        .format("uuid")
                        .maxLength(36)
                        .description("Waar de opdracht over ging."));
        schema.addProperty(
                "version",
                new JsonSchema()
                        .typesItem("integer")
                        .format("int64")
                        .description("De versie daarvan na de opdracht; ook de ETag."));
        schema.addProperty(
                "position",
                new JsonSchema()
                        .typesItem("integer")
                        .format("int64")
                        .description("Plaats in alle feiten; geef haar als `minPosition` mee aan een vraag."));
        schema.setRequired(List.of("id", "version", "position"));
        return schema;
    }
}
