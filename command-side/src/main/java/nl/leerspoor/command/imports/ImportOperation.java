package nl.leerspoor.command.imports;

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
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes the operation that takes files in: what a line is, and what a line of the answer is. */
@Component
class ImportOperation implements GlobalOperationComponentsCustomizer {

    private static final String LINE = "ImportLine";
    private static final String ANSWER = "ImportAnswer";

    private static final String ASKED = """
            {"command":"PutCandidateOnHold","target":"0190a3b0-5b1c-7d2e-8f3a-1c2d3e4f5a6b",\
            "body":{"effectiveOn":"2020-03-16","cause":"CORONA"}}
            """;
    private static final String CANDIDATES = """
            region,effectiveOn,targetGroup,labourStatus,hasStartkwalificatie,incomeKind,referrer,reference
            AM05,2019-10-01,STATUSHOUDER,WERKZOEKEND,false,UITKERING,GEMEENTE,K009
            """;
    private static final String ANSWERED = """
            {"line":1,"status":201,"answer":{"id":"0190a3b0-5b1c-7d2e-8f3a-1c2d3e4f5a6b","version":17,"position":1316}}
            {"complete":true,"lines":1,"recorded":1,"repeated":0,"refused":0}
            """;

    private final ImportedCommands commands;

    ImportOperation(ImportedCommands commands) {
        this.commands = commands;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        if (method.getBeanType() == ImportApi.class) {
            describe(operation);
            components.addSchemas(LINE, line());
            components.addSchemas(ANSWER, answer());
        }
        return operation;
    }

    private static void describe(Operation operation) {
        operation.setDescription(
                """
                Regels worden beslist terwijl het bestand binnenkomt, in hun volgorde, en per regel beantwoord; lees de \
                antwoorden terwijl u stuurt. Een regel die niet klopt wordt gemeld met al zijn fouten, de andere worden \
                vastgelegd. Werd het afgebroken, stuur dan hetzelfde bestand met dezelfde sleutel: wat al beslist is, \
                krijgt hetzelfde antwoord. Hoogstens %d bytes per regel, %d seconden stilte en %d regels.""".formatted(Lines.LONGEST, ImportApi.LONGEST_SILENCE.toSeconds(), Importing.MOST_LINES));
        operation.setParameters(List.of(shared("IdempotencyKey"), shared("AcceptLanguage"), prefer()));
        operation.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType(ImportApi.NDJSON, form(reference(LINE), ASKED))
                        .addMediaType(ImportApi.CSV, form(text(), CANDIDATES))));
        operation.setResponses(new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Per regel een antwoord, en aan het eind een telling.")
                                .content(new Content()
                                        .addMediaType(ImportApi.NDJSON, form(reference(ANSWER), ANSWERED)))));
    }

    private static Parameter shared(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static Parameter prefer() {
        return new Parameter()
                .in("header")
                .name("Prefer")
                .required(false)
                .description("Met `return=minimal` krijgt u alleen de regels die niet zijn vastgelegd, en de telling.")
                .schema(new JsonSchema().typesItem("string").maxLength(40))
                .example("return=minimal");
    }

    private static MediaType form(Schema<?> schema, String example) {
        return new MediaType().schema(schema).example(example);
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> text() {
        return new JsonSchema().typesItem("string").description("""
                Kandidaten (RFC 4180, UTF-8). De kopregel noemt de velden van RegisterCandidate, in welke volgorde ook; \
                een lege cel is geen waarde. Een puntkomma tussen de cellen mag ook.""");
    }

    private Schema<?> line() {
        JsonSchema command = new JsonSchema();
        commands.names().forEach(command::addEnumItemObject);
        Schema<?> line = object("Eén regel: een opdracht zoals zij ook los gestuurd kan worden.")
                .additionalProperties(false);
        line.addProperty(
                "command",
                command.typesItem("string").description("Welke opdracht; ook de naam van het schema van de body."));
        line.addProperty(
                "target",
                new JsonSchema()
                        .typesItem("string")
                        .format("uuid")
                        .maxLength(36)
                        .description("Het id uit het adres van de opdracht; niet bij iets nieuws."));
        line.addProperty("body", object("De body van die opdracht."));
        line.setRequired(List.of("command", "body"));
        return line;
    }

    private static Schema<?> answer() {
        Schema<?> answer = object("Het antwoord op een regel; de laatste regel is de telling.");
        answer.addProperty("line", number("Nummer van de regel in het bestand, vanaf 1."));
        answer.addProperty("status", number("De status die de opdracht los ook had gekregen."));
        answer.addProperty("replayed", flag("true als dit antwoord al eerder gegeven is."));
        answer.addProperty("answer", reference("CommandAnswer"));
        answer.addProperty("problem", reference("Problem"));
        answer.addProperty("complete", flag("In de telling: of het hele bestand is beantwoord."));
        answer.addProperty("lines", number("In de telling: beantwoorde regels."));
        answer.addProperty("recorded", number("In de telling: nu vastgelegd."));
        answer.addProperty("repeated", number("In de telling: al eerder vastgelegd."));
        answer.addProperty("refused", number("In de telling: niet vastgelegd."));
        return answer;
    }

    private static Schema<?> object(String description) {
        return new JsonSchema().typesItem("object").description(description);
    }

    private static Schema<?> number(String description) {
        return new JsonSchema().typesItem("integer").format("int32").description(description);
    }

    private static Schema<?> flag(String description) {
        return new JsonSchema().typesItem("boolean").description(description);
    }
}
