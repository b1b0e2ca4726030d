package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API says of itself what it does, completely and truly. */
class OpenApiTest extends RunningApplication {

    /** The copy that people read and compare between versions. */
    private static final Path COPY = Path.of("../docs/openapi.json");

    private static final String REWRITE = "leerspoor.openapi.rewrite";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode document() {
        return client.get("/v1/openapi.json").json();
    }

    private static void forEachOperation(JsonNode document, BiConsumer<String, JsonNode> visit) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> visit.accept(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    /** Whether the operation takes one command: not a file of them, not what operators ask for, and not a question. */
    private static boolean isCommand(String operation, JsonNode description) {
        return operation.startsWith("POST ")
                && !Set.of("POST /candidate-searches", "POST /subscriptions").contains(operation)
                && description.at("/requestBody/content").has("application/json");
    }

    @Nested
    class Truth {

        @Test
        void everyMappingIsDescribedAndEveryDescriptionMapped() {
            Set<String> described = new TreeSet<>();
            forEachOperation(document(), (operation, description) -> described.add(operation));
            Set<String> mapped = new TreeSet<>();
            mappings.getHandlerMethods()
                    .forEach((mapping, method) -> mapping.getPatternValues().stream()
                            .filter(path -> path.startsWith("/v1/") && !path.startsWith("/v1/openapi"))
                            .forEach(path -> mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(verb -> mapped.add(verb + " "
                                            + path.substring("/v1".length()).replace("{*", "{")))));

            assertThat(described).isEqualTo(mapped).isNotEmpty();
        }

        @Test
        void theExampleOfEveryCommandIsValidInput() {
            List<String> refused = new ArrayList<>();
            forEachOperation(document(), (operation, description) -> {
                if (isCommand(operation, description)) {
                    String path = "/v1"
                            + operation
                                    .substring("POST ".length())
                                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                    JsonNode example = description.at("/requestBody/content/application~1json/example");
                    var reply = client.post(path, example.toString());
                    if (!Set.of(201, 404, 409).contains(reply.status())) {
                        refused.add(operation + " " + example + " -> " + reply.body());
                    }
                }
            });

            assertThat(refused).isEmpty();
        }

        @Test
        void theCopyInTheDocumentationIsTheSame() throws IOException {
            String served = JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(document())
                            .replace("\r\n", "\n")
                    + "\n";
            if (Boolean.getBoolean(REWRITE)) {
                Files.createDirectories(COPY.getParent());
                Files.writeString(COPY, served);
            }

            assertThat(Files.readString(COPY).equals(served))
                    .as(
                            "docs/openapi.json differs from what the program serves. If the change is meant, write it anew:"
                                    + " mvn test -pl standalone -am -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                                    + " -D%s=true, and read the difference before you commit it.",
                            REWRITE)
                    .isTrue();
        }
    }

    @Nested
    class Completeness {

        @Test
        void theDocumentSaysWhoseItIsAndWhichVersion() {
            JsonNode document = document();

            assertThat(document.path("openapi").asString()).startsWith("3.1");
            assertThat(document.at("/info/version").asString())
                    .isEqualTo(client.get("/v1/problems").header("API-Version"));
            assertThat(document.at("/info/contact").propertyNames()).contains("name", "email", "url");
            assertThat(document.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
            assertThat(document.at("/servers/0/url").asString()).endsWith("/v1");
        }

        @Test
        void everyOperationHasANameOfItsOwnASummaryAndItsProblems() {
            Set<String> names = new HashSet<>();
            forEachOperation(document(), (operation, description) -> {
                String name = description.path("operationId").asString();
                assertThat(name).as(operation).matches("[a-z][A-Za-z]+");
                assertThat(names.add(name)).as(operation + " " + name).isTrue();
                assertThat(description.path("summary").asString()).as(operation).isNotEmpty();
                Set<String> answers =
                        new HashSet<>(description.path("responses").propertyNames());
                assertThat(answers).as(operation).contains("406", "500", "503");
                if (operation.contains("{")) {
                    assertThat(answers).as(operation).contains("400", "404");
                }
                if (isCommand(operation, description)) {
                    assertThat(answers).as(operation).contains("201", "400", "409", "412", "413", "415", "422");
                }
            });
        }

        @Test
        void everyAnswerDeclaresTheVersionOfTheApi() {
            JsonNode document = document();
            forEachOperation(
                    document,
                    (operation, description) -> description
                            .path("responses")
                            .properties()
                            .forEach(answer -> {
                                JsonNode resolved = answer.getValue().has("$ref")
                                        ? document.at(answer.getValue()
                                                .path("$ref")
                                                .asString()
                                                .substring(1))
                                        : answer.getValue();
                                assertThat(resolved.path("headers").has("API-Version"))
                                        .as(operation + " " + answer.getKey())
                                        .isTrue();
                            }));
        }

        @Test
        void everyQuestionOnAViewTellsOfItsTagAndEveryListOfItsLinks() {
            forEachOperation(document(), (operation, description) -> {
                List<String> parameters = description.path("parameters").findValuesAsString("name");
                JsonNode answers = description.path("responses");
                if (operation.contains("/forecast")) {
                    assertThat(answers.has("304")).as("nobody keeps a forecast").isFalse();
                } else if (parameters.contains("minPosition")) {
                    assertThat(parameters).as(operation).contains("If-None-Match");
                    assertThat(answers.at("/200/headers").propertyNames())
                            .as(operation)
                            .contains("ETag");
                    assertThat(answers.has("304")).as(operation).isTrue();
                }
                if (parameters.contains("cursor")) {
                    assertThat(answers.at("/200/headers").propertyNames())
                            .as(operation)
                            .contains("Link");
                }
            });
        }

        @Test
        void everyCommandHasABodyThatIsClosedAndBounded() {
            JsonNode document = document();
            forEachOperation(document, (operation, description) -> {
                if (isCommand(operation, description)) {
                    String reference = description
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asString();
                    JsonNode schema = document.at(reference.substring(1));
                    assertThat(schema.path("additionalProperties").asBoolean(true))
                            .as(operation)
                            .isFalse();
                    schema.path("properties")
                            .properties()
                            .forEach(member -> assertThat(isBounded(member.getValue()))
                                    .as(operation + " " + member.getKey())
                                    .isTrue());
                }
            });
        }

        private static boolean isBounded(JsonNode schema) {
            return switch (schema.path("type").asString("")) {
                case "string" -> schema.has("maxLength") || schema.has("enum");
                case "array" -> schema.has("maxItems") && isBounded(schema.path("items"));
                default -> true;
            };
        }

        @Test
        void everyReferenceLeadsSomewhere() {
            JsonNode document = document();

            assertThat(document.findValuesAsString("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        }
    }

    @Nested
    class Page {

        @Test
        void peopleCanReadAndTryTheApiInABrowser() {
            var page = client.with("Accept", "text/html").get("/swagger-ui/index.html");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("swagger-ui");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
            assertThat(client.get("/swagger-ui.html").status()).isEqualTo(302);
        }
    }
}
