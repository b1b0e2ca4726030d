package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a newcomer has it, with demo users who log in there: by a browser, and by a command line. */
class LoginTest {

    private static final String VERIFIER = "a-verifier-of-a-length-that-nobody-guesses-1234567890";

    @TempDir
    static Path data;

    private static ChildProgram program;
    private static Client client;
    private static String password;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws IOException {
        program = ChildProgram.start(
                Standalone.class,
                Map.of("LEERSPOOR_IDENTITY_ISSUER", ""),
                "--leerspoor.data=" + data,
                "--leerspoor.twente.load=false",
                "--leerspoor.public-url=http://localhost:8080");
        client = program.client();
        password = Files.readString(data.resolve("demo-password")).strip();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aDemoUserLogsInWithABrowserAndThePageGetsATokenForThem() throws Exception {
        String asked = "/oauth2/authorize?response_type=code&client_id=leerspoor-browser&scope=openid&state=s1"
                + "&redirect_uri=" + encoded("http://localhost:8080/swagger-ui/oauth2-redirect.html")
                + "&code_challenge_method=S256&code_challenge=" + challenge();
        HttpResponse<String> login = get(asked);
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(location(login)).endsWith("/login");
        HttpResponse<String> page = get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'");

        HttpResponse<String> wrong = logIn(page.body(), "testwerkcoach-zorg", "niet-dit");
        assertThat(location(wrong)).endsWith("/login?error");
        HttpResponse<String> right = logIn(get("/login").body(), "testwerkcoach-zorg", password);
        HttpResponse<String> granted = get(pathOf(location(right)));

        String back = location(granted);
        assertThat(back).startsWith("http://localhost:8080/swagger-ui/oauth2-redirect.html?code=");
        assertThat(back).contains("state=s1");
        JsonNode token = JsonMapper.shared()
                .readTree(form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "client_id", "leerspoor-browser",
                                        "redirect_uri", "http://localhost:8080/swagger-ui/oauth2-redirect.html",
                                        "code", back.replaceAll(".*code=([^&]*).*", "$1"),
                                        "code_verifier", VERIFIER))
                        .body());
        assertThat(token.has("refresh_token")).isFalse();
        assertThat(caseload(token.path("access_token").asString()).status()).isEqualTo(200);
    }

    @Test
    void aCommandLineGetsATokenForTheUserWhosePasswordItHas() {
        String token = tokenOf("testwerkcoach-zorg", password);

        assertThat(caseload(token).status()).isEqualTo(200);
    }

    @Test
    void theScriptOfTheReadmeDoesThat() throws Exception {
        Process script = new ProcessBuilder("../scripts/token.sh", "testwerkcoach-groen").start();
        assertThat(script.waitFor()).as("without the folder of the data").isEqualTo(1);

        ProcessBuilder told = new ProcessBuilder("../scripts/token.sh", "testwerkcoach-groen");
        told.environment().putAll(Map.of("BASE", client.base(), "LEERSPOOR_DATA", data.toString()));
        Process found = told.start();
        String token = new String(found.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(found.waitFor()).isZero();
        assertThat(caseload(token).status()).isEqualTo(200);
    }

    @Test
    void nobodyElseGetsOne() throws Exception {
        for (List<String> credentials : List.of(
                List.of("testwerkcoach-zorg", "niet-dit"),
                List.of("niemand", password),
                List.of("leerspoor-browser", password),
                List.of("leerspoor-browser", ""))) {
            HttpResponse<String> refused = token(credentials.getFirst(), credentials.getLast());

            assertThat(refused.statusCode()).as(credentials.getFirst()).isIn(400, 401);
            assertThat(refused.body()).doesNotContain("access_token");
        }
    }

    @Test
    void aCodeIsSentToNoOtherAddress() throws Exception {
        HttpResponse<String> refused =
                get("/oauth2/authorize?response_type=code&client_id=leerspoor-browser&scope=openid"
                        + "&redirect_uri="
                        + encoded("http://localhost:8080.example.org/swagger-ui/oauth2-redirect.html")
                        + "&code_challenge_method=S256&code_challenge=" + challenge());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aCodeIsOnlyForWhoAskedForIt() throws Exception {
        HttpResponse<String> refused =
                get("/oauth2/authorize?response_type=code&client_id=leerspoor-browser&scope=openid" + "&redirect_uri="
                        + encoded("http://localhost:8080/swagger-ui/oauth2-redirect.html"));

        assertThat(refused.headers().firstValue("Location").orElse("")).doesNotContain("code=");
    }

    @Test
    void thePasswordIsForWhoStartedTheProgramOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(data.resolve("demo-password"))).hasSize(2);
        assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        assertThat(Files.readString(program.log())).contains(password, "testprojectleider", "achterhoek-monitor");
    }

    private Reply caseload(String token) {
        return client.with("Authorization", "Bearer " + token).get("/v1/caseload?region=AM05");
    }

    private String tokenOf(String user, String secret) {
        try {
            return JsonMapper.shared()
                    .readTree(token(user, secret).body())
                    .path("access_token")
                    .asString();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> token(String user, String secret) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(URI.create(client.base() + "/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> logIn(String page, String name, String secret) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(csrf.find()).as(page).isTrue();
        return form("/login", Map.of("username", name, "password", secret, "_csrf", csrf.group(1)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(client.base() + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(client.base() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow();
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String challenge() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
