package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no proper client sends is answered too, without telling what the server is made of. */
class MalformedRequestTest extends RunningApplication {

    /** Everything that the server says to some bytes, until it hangs up. */
    private String answerTo(String bytes) throws IOException {
        URI address = URI.create(client.base());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String request(String line, String headers) {
        return line + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + client.headers().get("Authorization") + "\r\n" + headers + "\r\n";
    }

    private static void assertRefused(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat", "org.", "<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/{x} HTTP/1.1",
                "GET /v1/a b HTTP/1.1",
                "GET /v1/%zz HTTP/1.1",
                "GET /v1/%c0%ae HTTP/1.1",
                "GET /v1/../../etc HTTP/1.1",
                "G\u0001T /v1/problems HTTP/1.1",
                "BREW /v1/problems HTTP/1.1",
                "TRACE /v1/problems HTTP/1.1",
                "CONNECT localhost:80 HTTP/1.1",
                "GET /v1/problems HTTP/3.9",
                "GET /v1/figures?region=%zz HTTP/1.1"
            })
    void aRequestLineThatIsNone(String line) throws IOException {
        assertRefused(answerTo(request(line, "")));
    }

    @Test
    void headersThatAreTooLong() throws IOException {
        assertRefused(answerTo(request("GET /v1/problems HTTP/1.1", "X-Long: " + "x".repeat(20_000) + "\r\n")));
    }

    @Test
    void aLengthThatIsNone() throws IOException {
        assertRefused(answerTo(request("POST /v1/pilots HTTP/1.1", "Content-Length: -1\r\n")));
        assertRefused(answerTo(request(
                "POST /v1/pilots HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\nIdempotency-Key: a\r\n")));
    }

    @Test
    void aChunkThatIsNone() throws IOException {
        assertRefused(answerTo(request(
                        "POST /v1/pilots HTTP/1.1",
                        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nIdempotency-Key: a\r\n")
                + "zz\r\n"));
    }

    @Test
    void aBodyThatStopsComing() throws IOException {
        String answer = answerTo(request(
                        "POST /v1/pilots HTTP/1.1",
                        "Content-Type: application/json\r\nContent-Length: 100\r\nIdempotency-Key: a\r\n")
                + "{\"region\":");

        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "\"code\":\"BODY_TOO_SLOW\"", "API-Version: 1.0.0");
    }
}
