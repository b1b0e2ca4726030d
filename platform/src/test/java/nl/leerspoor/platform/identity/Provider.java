package nl.leerspoor.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A provider of identities with a real HTTP server, which can be stopped and started again on its port. */
final class Provider implements AutoCloseable {

    private final int port;
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;

    /** What it gives as its keys. */
    volatile Supplier<String> keys;

    /** As whom it describes itself. */
    volatile String issuer;

    /** Where it says that its keys are. */
    volatile String keysAt;

    Provider(JWK... keys) throws IOException {
        publish(keys);
        start(0);
        this.port = server.getAddress().getPort();
        this.issuer = issuer();
        this.keysAt = issuer() + "/keys";
    }

    static RSAKey key(String id) {
        return key(id, 2048);
    }

    static RSAKey key(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, bits < 2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    void publish(JWK... published) {
        String text = new JWKSet(List.of(published)).toString(true);
        keys = () -> text;
    }

    /** How often its keys were asked for. */
    int fetches() {
        return fetches.get();
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        start(port);
    }

    private void start(int at) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        answer("/.well-known/openid-configuration", () -> """
                {"issuer":"%s","jwks_uri":"%s"}""".formatted(issuer, keysAt));
        answer("/keys", () -> {
            fetches.incrementAndGet();
            return keys.get();
        });
        server.start();
    }

    private void answer(String path, Supplier<String> text) {
        server.createContext(path, exchange -> {
            byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void close() {
        stop();
    }
}
