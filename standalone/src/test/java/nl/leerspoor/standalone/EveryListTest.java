package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the API's description says of its lists is so, for each of them, on the Twente pilot. */
class EveryListTest extends TwentePilot {

    private static final String DAY = "&validOn=2020-11-01";
    private static final Set<String> NO_FILTERS =
            Set.of("cursor", "If-None-Match", "limit", "sort", "region", "validOn", "knownOn", "minPosition", "format");

    private Map<String, JsonNode> lists;

    @BeforeEach
    void allThatTakeACursor() {
        lists = new TreeMap<>();
        answer("/v1/duties");
        client.get("/v1/openapi.json").json().path("paths").properties().forEach(path -> {
            JsonNode parameters = path.getValue().path("get").path("parameters");
            if (parameters.findValuesAsString("name").containsAll(List.of("cursor", "sort"))) {
                lists.put("/v1" + path.getKey(), parameters);
            }
        });
        assertThat(lists).hasSizeGreaterThan(10);
    }

    @Test
    void hasAFileOfLinesWithWhatItsPagesHave() {
        Client reader = client.with("Accept", "application/x-ndjson");
        lists.keySet().forEach(list -> {
            List<JsonNode> lines = reader.get(inTwente(list))
                    .body()
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();

            assertThat(lines).as(list).isEqualTo(withoutNames(walked(inTwente(list) + "&limit=20")));
        });
    }

    @Test
    void hasAFileForSpreadsheetsWithAsManyCellsInEveryRow() {
        Client reader = client.with("Accept", "text/csv");
        lists.keySet().forEach(list -> {
            Reply file = reader.get(inTwente(list));
            List<String> rows = List.of(file.body().split("\r\n"));

            assertThat(file.status()).as(list).isEqualTo(200);
            assertThat(rows)
                    .as(list)
                    .hasSize(walked(inTwente(list) + "&limit=200").size() + 1);
            assertThat(rows.stream().map(EveryListTest::cells)).as(list).containsOnly(cells(rows.getFirst()));
        });
    }

    @Test
    void canBeSortedAsItSaysInBothDirectionsPageByPage() {
        lists.forEach((list, parameters) -> schema(parameters, "sort")
                .path("enum")
                .forEach(sort -> {
                    String question = inTwente(list) + "&sort=" + sort.asString();
                    List<JsonNode> whole = walked(question + "&limit=200");

                    assertThat(walked(question + "&limit=7")).as(question).isEqualTo(whole);
                }));
    }

    @Test
    void canBeNarrowedAsItSays() {
        lists.forEach((list, parameters) -> parameters.forEach(parameter -> {
            String name = parameter.path("name").asString();
            if (!List.of("cursor", "If-None-Match").contains(name)) {
                String question = list + "?" + name + "=" + example(name, parameter.path("schema"));

                assertThat(client.get(question).status()).as(question).isEqualTo(200);
            }
        }));
    }

    /** Of each narrowing one order after another, so that each order is walked by some. */
    @Test
    void hasTheSameRowsInAnotherOrderAndInAFileHoweverItIsNarrowed() {
        Client reader = client.with("Accept", "application/x-ndjson");
        lists.forEach((list, parameters) -> {
            JsonNode sorts = schema(parameters, "sort").path("enum");
            int turn = 0;
            for (String question : narrowed(list, parameters)) {
                List<JsonNode> walked = walked(question + "&limit=30");
                String sorted =
                        question + "&sort=" + sorts.path(turn++ % sorts.size()).asString();

                assertThat(reader.get(question)
                                .body()
                                .lines()
                                .map(JsonMapper.shared()::readTree)
                                .toList())
                        .as("file of " + question)
                        .isEqualTo(withoutNames(walked));
                assertThat(walked(sorted + "&limit=30")).as(sorted).hasSameElementsAs(walked);
            }
        });
    }

    private List<String> narrowed(String list, JsonNode parameters) {
        List<String> questions = new ArrayList<>();
        parameters.forEach(parameter -> {
            String name = parameter.path("name").asString();
            JsonNode schema = parameter.path("schema");
            if (!NO_FILTERS.contains(name)) {
                List<String> values = schema.path("type").asString().equals("boolean")
                        ? List.of("true", "false")
                        : List.of(example(name, schema));
                values.forEach(value -> questions.add(inTwente(list) + "&" + name + "=" + value));
            }
        });
        return questions;
    }

    private String inTwente(String list) {
        boolean dated = lists.get(list).findValuesAsString("name").contains("validOn");
        return list + "?region=AM05" + (dated ? DAY : "");
    }

    private List<JsonNode> walked(String question) {
        List<JsonNode> items = new ArrayList<>();
        for (String next = question; next != null; ) {
            Reply page = client.get(next);
            page.json().path("items").forEach(items::add);
            next = ListOverHttpTest.link(page, "next");
        }
        assertThat(new HashSet<>(items)).as(question).hasSameSizeAs(items);
        return items;
    }

    /** Names are on pages only. */
    private static List<JsonNode> withoutNames(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.path("candidate").has("state")
                        ? ((ObjectNode) item.deepCopy()).without("candidate")
                        : item)
                .map(JsonNode.class::cast)
                .toList();
    }

    private static JsonNode schema(JsonNode parameters, String name) {
        return parameters
                .valueStream()
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("schema");
    }

    private static String example(String name, JsonNode schema) {
        if (schema.has("example")) {
            return schema.path("example").asString();
        }
        return switch (schema.path("type").asString() + " "
                + schema.path("format").asString("")) {
            case "boolean " -> "true";
            case "string date" -> "2020-11-01";
            case "string uuid" -> UUID.randomUUID().toString();
            case "integer int32" -> "30";
            case "integer int64" -> "1";
            default ->
                switch (name) {
                    case "sort" -> schema.path("default").asString();
                    case "knownOn" -> "2020-11-01";
                    default -> "K009";
                };
        };
    }

    /** How many cells a row has; a separator between quotes is not one. */
    private static int cells(String row) {
        return row.replaceAll("\"[^\"]*\"", "").split(";", -1).length;
    }
}
