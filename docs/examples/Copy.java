import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a copy of the published facts in copy.json. JDK 25 and Jackson 3 on the class path.
 *
 *   LEERSPOOR=http://localhost:8080 TOKEN=$(scripts/token.sh testkoppeling) java -cp 'lib/*' Copy.java
 *       from zero or from where the copy is, and goes on as facts come; with --once until there are no more.
 */
final class Copy {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FILE = Path.of("copy.json");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base = System.getenv().getOrDefault("LEERSPOOR", "http://localhost:8080");
    private final ObjectNode copy = (ObjectNode)
            JSON.readTree(Files.exists(FILE) ? Files.readString(FILE) : "{\"position\":0,\"facts\":{}}");
    private final ObjectNode facts = (ObjectNode) copy.get("facts");

    private Copy() throws IOException {}

    /** What the published type asks of who keeps a copy: see "Duties" in events.md. */
    private void take(JsonNode event) {
        JsonNode data = event.get("data");
        if (event.get("type").asString().endsWith(".personal-data-erased.v1")) {
            JsonNode person = data.has("contactPersonId") ? data.get("contactPersonId") : event.get("subject");
            facts.removeIf(fact -> fact.get("subject").equals(person)
                    || fact.get("data").valueStream().anyMatch(person::equals));
        }
        data.path("retracts").forEach(retracted -> facts.remove(retracted.asString()));
        facts.remove(data.path("correctsEventId").asString(""));
        facts.putObject(event.get("id").asString())
                .put("type", event.get("type").asString())
                .put("subject", event.get("subject").asString())
                .set("data", data);
    }

    /** The facts and the position that they reach are kept in one move: a crash repeats, and never skips. */
    private void keep(long position) throws IOException {
        copy.put("position", position);
        Path next = Path.of("copy.json.new");
        Files.writeString(next, JSON.writeValueAsString(copy));
        Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + System.getenv("TOKEN"))
                .header("Accept", accept);
    }

    private Stream<String> lines(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body().toList());
        }
        return response.body();
    }

    private void catchUp() throws IOException, InterruptedException {
        long position = copy.get("position").asLong();
        try (Stream<String> lines = lines(request("/v1/events?after=" + position, "application/x-ndjson"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode item = JSON.readTree(line);
                take(item.get("event"));
                position = item.get("position").asLong();
            }
        }
        keep(position);
    }

    private void listen() throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/v1/events/stream", "text/event-stream")
                .header("Last-Event-ID", copy.get("position").asString());
        try (Stream<String> lines = lines(request)) {
            for (String line : (Iterable<String>) lines.filter(text -> text.startsWith("data: "))::iterator) {
                JsonNode item = JSON.readTree(line.substring("data: ".length()));
                take(item.get("event"));
                keep(item.get("position").asLong());
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Copy copy = new Copy();
        copy.catchUp();
        System.out.println(copy.facts.size() + " facts up to " + copy.copy.get("position"));
        while (!Arrays.asList(arguments).contains("--once")) {
            try {
                // it ends when the token expires or the connection breaks: get a new token here, and listen again
                copy.listen();
            } catch (IOException | java.io.UncheckedIOException broken) {
                System.err.println(broken.getMessage());
            }
            Thread.sleep(1000);
        }
    }
}
