import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is called for what is published, and says what it was told. It holds no secret: it verifies with the public key. Java 21
 * or later, no libraries.
 *
 * <pre>LEERSPOOR=http://localhost:8080 TOKEN=$(scripts/token.sh testkoppeling) java Receive.java 9000 https://koppeling.example.nl/leerspoor</pre>
 */
class Receive {

    /** An Ed25519 public key in the form that the JDK reads begins with this (RFC 8410). */
    private static final String ED25519 = "302a300506032b6570032100";

    /** Of a real receiver: a unique column, written in one transaction with what it does. */
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private static volatile PublicKey key;

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 0);
        server.createContext("/", Receive::answer);
        server.start();
        String base = System.getenv().getOrDefault("LEERSPOOR", "http://localhost:8080");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "/v1/subscriptions"))
                                .header("Authorization", "Bearer " + System.getenv("TOKEN"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"url\":\"" + arguments[1] + "\"}"))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        byte[] raw = Base64.getDecoder().decode(member(answer.body(), "publicKey").substring("whpk_".length()));
        key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(ED25519 + HexFormat.of().formatHex(raw))));
        System.out.println("subscribed " + member(answer.body(), "id"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                String origin = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
                exchange.sendResponseHeaders(200, -1);
            } else if (id == null) {
                // the challenge, repeated
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else if (!isGenuine(exchange, id, body)) {
                exchange.sendResponseHeaders(400, -1);
            } else {
                String event = new String(body, "UTF-8");
                if (TAKEN.add(id)) {
                    System.out.println(member(event, "type") + " " + member(event, "subject"));
                }
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    /** Standard Webhooks, v1a: any of the signatures may be by our key, and the time may not be long ago. */
    private static boolean isGenuine(HttpExchange exchange, String id, byte[] body) {
        String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (key == null || signatures == null || time == null || !time.matches("\\d{1,12}")) {
            return false;
        }
        byte[] head = (id + "." + time + ".").getBytes();
        byte[] signed = ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
        return Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) < 300
                && Arrays.stream(signatures.split(" "))
                        .filter(one -> one.startsWith("v1a,"))
                        .anyMatch(one -> verifies(signed, Base64.getDecoder().decode(one.substring(4))));
    }

    private static boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (java.security.GeneralSecurityException none) {
            return false;
        }
    }

    /** The first member of a name; a real receiver has a library for JSON. */
    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}
