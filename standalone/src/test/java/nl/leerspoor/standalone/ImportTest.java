package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of commands is decided line by line while it comes in, each line once under the key of the file. */
class ImportTest extends RunningApplication {

    private static final String REGION = "AM29";

    private final String key = UUID.randomUUID().toString();
    private Client importer;

    @BeforeEach
    void speakNdjson() {
        importer = client.with("Accept", "application/x-ndjson")
                .with("Content-Type", "application/x-ndjson")
                .with("Idempotency-Key", key)
                .as("testinvoer");
    }

    private static String candidate(UUID id) {
        return """
                {"command":"RegisterCandidate","body":{"id":"%s","region":"%s","effectiveOn":"2019-10-01",\
                "targetGroup":"STATUSHOUDER","labourStatus":"WERKZOEKEND","hasStartkwalificatie":false,\
                "incomeKind":"UITKERING","referrer":"GEMEENTE"}}""".formatted(id, REGION);
    }

    private static String preference(UUID candidate, String sector) {
        return """
                {"command":"RecordPreference","target":"%s","body":{"effectiveOn":"2019-10-02","sector":"%s"}}""".formatted(candidate, sector);
    }

    /** One candidate with preferences, in so many lines. */
    private static List<String> file(int lines) {
        UUID candidate = UUID.randomUUID();
        return Stream.concat(
                        Stream.of(candidate(candidate)),
                        IntStream.range(1, lines).mapToObj(n -> preference(candidate, "LOG")))
                .toList();
    }

    private List<JsonNode> answers(String body) {
        Reply reply = importer.post("/v1/imports", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        return json(reply.body());
    }

    private static List<JsonNode> json(String lines) {
        return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static String code(JsonNode answer) {
        return answer.at("/problem/code").asString();
    }

    private static List<Integer> statuses(List<JsonNode> answers) {
        return answers.stream()
                .limit(answers.size() - 1L)
                .map(answer -> answer.path("status").asInt())
                .toList();
    }

    private String text(String query) {
        return sql().as(Sql.SUPERUSER).sql(query).query(String.class).single();
    }

    @Nested
    class Lines {

        @Test
        void goodLinesAreKeptAndBadLinesToldWithAllTheirErrors() {
            UUID candidate = UUID.randomUUID();
            List<JsonNode> answers = answers(String.join(
                    "\n",
                    candidate(candidate),
                    "",
                    "{\"command\":\"RecordPreference\",\"target\":\"x\",\"body\":{\"sector\":\"NONE\",\"other\":1}}",
                    "{\"command\":\"Nothing\",\"body\":{}}",
                    "no json",
                    preference(UUID.randomUUID(), "LOG"),
                    candidate(candidate),
                    preference(candidate, "HV")));

            assertThat(answers.stream()
                            .limit(7)
                            .map(answer -> answer.path("line").asInt()))
                    .containsExactly(1, 3, 4, 5, 6, 7, 8);
            assertThat(statuses(answers)).containsExactly(201, 400, 400, 400, 404, 409, 201);
            assertThat(answers.get(1).at("/problem/errors").findValuesAsString("pointer"))
                    .contains("#/target", "#/body/other", "#/body/effectiveOn");
            assertThat(answers.get(2).at("/problem/errors/0/code").asString()).isEqualTo("UNKNOWN_COMMAND");
            assertThat(code(answers.get(5))).isEqualTo("ID_IN_USE");
            assertThat(answers.get(6).at("/answer/version").asInt()).isEqualTo(1);
            assertThat(answers.getLast().toString())
                    .isEqualTo("{\"complete\":true,\"lines\":7,\"recorded\":2,\"repeated\":0,\"refused\":5}");
        }

        @Test
        void factsOfAnImportSaySo() {
            UUID candidate = UUID.randomUUID();
            JsonNode answer = answers(candidate(candidate)).getFirst();

            String metadata = text("select metadata::text from eventstore.event_log where position = "
                    + answer.at("/answer/position").asLong());

            assertThat(metadata)
                    .contains(
                            "\"source\": \"IMPORT\"",
                            "\"recordedBy\": \"testinvoer\"",
                            "\"correlationId\": \"" + key + "\"");
        }

        @Test
        void aLineCannotSayThatSomebodyElseDidIt() {
            String line = candidate(UUID.randomUUID()).replaceFirst("\\{", "{\"actor\":\"testcoach\",");

            JsonNode answer = answers(line).getFirst();

            assertThat(answer.at("/problem/errors/0/pointer").asString()).isEqualTo("#/actor");
            assertThat(answer.at("/problem/errors/0/code").asString()).isEqualTo("UNKNOWN_FIELD");
        }

        @Test
        void eachLineIsDecidedOnForItself() {
            UUID candidate = UUID.randomUUID();
            String file = candidate(candidate) + "\n" + preference(candidate, "LOG");
            importer = importer.as("testinvoer; role=PROJECT_LEAD");

            List<JsonNode> answers = answers(file);

            assertThat(statuses(answers)).containsExactly(403, 403);
            assertThat(code(answers.getFirst())).isEqualTo("FORBIDDEN");
        }

        @Test
        void whoMayNotHandInAFileIsToldBeforeItIsRead() {
            assertThat(importer.as("testinvoer; role=WERKCOACH")
                            .post("/v1/imports", "no json")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void aByteOrderMarkAndWindowsLineBreaksAreNoMatter() {
            assertThat(statuses(answers("\uFEFF" + String.join("\r\n", file(3)) + "\r\n")))
                    .containsExactly(201, 201, 201);
        }

        @Test
        void aLineOfMoreThan64KilobytesIsToldAndTheNextOneRead() {
            List<JsonNode> answers =
                    answers("{\"x\":\"" + "y".repeat(64 * 1024) + "\"}\n" + candidate(UUID.randomUUID()));

            assertThat(code(answers.getFirst())).isEqualTo("BODY_TOO_LARGE");
            assertThat(statuses(answers)).containsExactly(413, 201);
        }

        @Test
        void whoWantsLittleHearsOnlyOfWhatWasNotRecorded() {
            importer = importer.with("Prefer", "return=minimal");

            List<JsonNode> answers = answers(String.join("\n", file(5)) + "\n{}");

            assertThat(answers).hasSize(2);
            assertThat(answers.getFirst().path("line").asInt()).isEqualTo(6);
        }
    }

    @Nested
    class Repeats {

        @Test
        void aFileThatIsSentAgainChangesNothingAndIsAnsweredTheSame() {
            String file = String.join("\n", file(250)) + "\n" + preference(UUID.randomUUID(), "LOG") + "\n";
            List<JsonNode> first = answers(file);
            List<JsonNode> second = answers(file);

            assertThat(second.subList(0, 250).stream().map(answer -> answer.path("answer")))
                    .isEqualTo(first.subList(0, 250).stream()
                            .map(answer -> answer.path("answer"))
                            .toList());
            assertThat(second.getLast().toString())
                    .isEqualTo("{\"complete\":true,\"lines\":251,\"recorded\":0,\"repeated\":250,\"refused\":1}");
        }

        @Test
        void aFileThatWasCutOffGoesOnWhereItWas() throws IOException {
            List<String> lines = file(300);
            String half = String.join("\n", lines.subList(0, 150)) + "\n"
                    + lines.get(150).substring(0, 20);
            cutOff(half);

            List<JsonNode> answers = answers(String.join("\n", lines));

            assertThat(statuses(answers)).hasSize(300).containsOnly(201);
            assertThat(answers.getLast().path("repeated").asInt()).isEqualTo(150);
            assertThat(answers.get(299).at("/answer/version").asInt()).isEqualTo(299);
        }

        @Test
        void aLineWithOtherContentUnderTheSameKeyIsRefusedByItself() {
            List<String> lines = new ArrayList<>(file(3));
            answers(String.join("\n", lines));
            lines.set(1, lines.get(1).replace("LOG", "HV"));
            lines.add(lines.get(2));

            List<JsonNode> answers = answers(String.join("\n", lines));

            assertThat(statuses(answers)).containsExactly(201, 422, 201, 201);
            assertThat(code(answers.get(1))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }

        /** Sends the beginning of a file, waits for its first answer, and hangs up. */
        private void cutOff(String beginning) throws IOException {
            try (Socket socket = connection()) {
                socket.getOutputStream().write(request(1_000_000).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
                readUntil(socket, "\"line\":150,");
            }
        }
    }

    @Nested
    class Streaming {

        @Test
        void aLineIsAnsweredBeforeTheNextIsSent() throws IOException {
            List<String> lines = file(3);
            int bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8).length;
            try (Socket socket = connection()) {
                socket.getOutputStream().write(request(bytes).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write((lines.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
                readUntil(socket, "\"line\":1,");
                socket.getOutputStream().write((lines.get(1) + "\n").getBytes(StandardCharsets.UTF_8));
                readUntil(socket, "\"line\":2,");
                socket.getOutputStream().write(lines.get(2).getBytes(StandardCharsets.UTF_8));
                readUntil(socket, "\"complete\":true");
            }
        }

        @Test
        void aSenderWhoFallsSilentIsToldInALastLine() throws IOException {
            try (Socket socket = connection()) {
                socket.getOutputStream().write(request(100_000).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write((file(1).getFirst() + "\n").getBytes(StandardCharsets.UTF_8));
                readUntil(socket, "\"line\":1,");
                long began = System.nanoTime();

                String end = readUntil(socket, "BODY_TOO_SLOW");

                assertThat(end).contains("\"complete\":false", "\"recorded\":1");
                assertThat(System.nanoTime() - began).isGreaterThan(25_000_000_000L);
            }
        }

        @Test
        void aHundredThousandLinesNeedNoMoreMemoryThanOne() {
            String blank = "\n".repeat(100_000);
            List<JsonNode> answers = answers(blank + candidate(UUID.randomUUID()) + blank);

            assertThat(answers.getFirst().path("line").asInt()).isEqualTo(100_001);
        }
    }

    @Nested
    class Spreadsheets {

        private static final String HEADER =
                "region,effectiveOn,targetGroup,labourStatus,hasStartkwalificatie,incomeKind,referrer,reference";

        @BeforeEach
        void speakCsv() {
            importer = importer.with("Content-Type", "text/csv; charset=utf-8");
        }

        private static String row(String reference) {
            return REGION + ",2019-10-01,STATUSHOUDER,WERKZOEKEND,FALSE,UITKERING,GEMEENTE," + reference;
        }

        @Test
        void rowsAreCandidates() {
            List<JsonNode> answers = answers(HEADER + "\r\n" + row("\"K, 1\"") + "\r\n" + row("") + "\r\n");

            assertThat(statuses(answers)).containsExactly(201, 201);
            assertThat(answers.getFirst().path("line").asInt()).isEqualTo(2);
        }

        @Test
        void semicolonsOfADutchSpreadsheetAreReadToo() {
            assertThat(statuses(answers((HEADER + "\n" + row("K1")).replace(',', ';'))))
                    .containsExactly(201);
        }

        @Test
        void aBadRowIsToldWithTheColumnsAtFault() {
            List<JsonNode> answers = answers(String.join(
                    "\n",
                    HEADER,
                    row("K1").replace("UITKERING", "GELD").replace("2019", "x"),
                    row("a,b"),
                    row("a\"b"),
                    row("\"a\nb\""),
                    row("K2")));

            assertThat(statuses(answers)).containsExactly(400, 400, 400, 400, 201);
            assertThat(answers.getFirst().at("/problem/errors").findValuesAsString("pointer"))
                    .containsExactlyInAnyOrder("#/effectiveOn", "#/incomeKind");
            assertThat(answers.get(2).at("/problem/errors/0/code").asString()).isEqualTo("NOT_CSV");
            assertThat(answers.get(4).path("line").asInt()).isEqualTo(7);
        }

        @Test
        void everythingThatIsWrongWithTheHeaderIsToldAtOnce() {
            Reply reply = importer.post("/v1/imports", "region,region,name\n1,2,3");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                    .contains("#/region", "#/name", "#/effectiveOn", "#/referrer");
        }
    }

    @Nested
    class Edges {

        @Test
        void textThatIsNoUtf8IsTold() throws IOException {
            byte[] line =
                    candidate(UUID.randomUUID()).replace("GEMEENTE", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            try (Socket socket = connection()) {
                socket.getOutputStream().write(request(line.length).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(line);

                assertThat(readUntil(socket, "\"complete\":true")).contains("NOT_UTF8");
            }
        }

        @Test
        void aFileWithoutAKeyOrOfAnotherFormIsRefusedAtOnce() {
            assertThat(importer.with("Content-Type", "application/json")
                            .post("/v1/imports", "{}")
                            .status())
                    .isEqualTo(415);
            assertThat(importer.with("Content-Type", "text/csv; charset=windows-1252")
                            .post("/v1/imports", "a")
                            .status())
                    .isEqualTo(415);
            assertThat(importer.with("Idempotency-Key", "k".repeat(129))
                            .post("/v1/imports", "{}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void twoWhoSendTheSameFileAtOnceRecordItOnce() {
            String file = String.join("\n", file(200));
            List<List<JsonNode>> both =
                    Arrays.asList(0, 1).parallelStream().map(n -> answers(file)).toList();

            assertThat(both).allSatisfy(answers -> assertThat(statuses(answers)).containsOnly(201));
            assertThat(both.stream()
                            .map(answers ->
                                    answers.get(199).at("/answer/version").asInt()))
                    .containsOnly(199);
            assertThat(both.stream()
                            .mapToInt(answers ->
                                    answers.getLast().path("recorded").asInt())
                            .sum())
                    .isEqualTo(200);
        }
    }

    private Socket connection() throws IOException {
        URI address = URI.create(client.base());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private String request(int bytes) {
        return Stream.of(
                        "POST /v1/imports HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/x-ndjson",
                        "Idempotency-Key: " + key,
                        "Authorization: " + importer.headers().get("Authorization"),
                        "Content-Length: " + bytes,
                        "",
                        "")
                .collect(Collectors.joining("\r\n"));
    }

    /** What the server says until some text. */
    private static String readUntil(Socket socket, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
