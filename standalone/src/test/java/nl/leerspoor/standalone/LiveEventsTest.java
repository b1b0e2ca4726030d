package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.leerspoor.platform.identity.AccessTokens;
import nl.leerspoor.standalone.Client.Reply;
import nl.leerspoor.standalone.EventListener.Received;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An integrator hears of what happens as soon as it has. */
class LiveEventsTest extends RunningApplication {

    private static final String REGION = "AM33";
    private static final String NAMED = "?types=nl.leerspoor.candidates.candidate-registered.v1&region=" + REGION;

    private static final String SESSION = "/v1/events/stream-session";

    private Client integrator;
    private RegionOffice office;

    @BeforeEach
    void integrator() {
        integrator = client.as("koppeling; role=INTEGRATOR; regions=" + REGION);
        office = new RegionOffice(client, REGION);
    }

    @Test
    void whoWaitsIsAnsweredByTheFirstThatComes() {
        long head = sql().head();
        CompletableFuture<Reply> waiting =
                CompletableFuture.supplyAsync(() -> integrator.get("/v1/events" + NAMED + "&wait=30&after=" + head));
        new RegionOffice(client, "AM34").candidate();

        String candidate = office.candidate();

        assertThat(waiting.join()
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.at("/event/subject").asString()))
                .containsExactly(candidate);
    }

    @Test
    void whoWaitsInVainIsToldWhereToGoOn() {
        long head = sql().head();

        Reply reply = integrator.get("/v1/events" + NAMED + "&wait=1&after=" + head);

        assertThat(reply.json().path("items").size()).isZero();
        assertThat(reply.json().path("next").asLong()).isGreaterThanOrEqualTo(head);
    }

    @Test
    void everyListenerIsToldEverythingOnceAndInOrder() {
        try (EventListener one = EventListener.to(integrator, "/v1/events/stream" + NAMED);
                EventListener other = EventListener.to(integrator, "/v1/events/stream" + NAMED);
                EventListener elsewhere =
                        EventListener.to(client.as("koppeling; role=INTEGRATOR; regions=AM34"), "/v1/events/stream")) {
            List<String> candidates =
                    IntStream.range(0, 30).mapToObj(n -> office.candidate()).toList();
            String theirs = new RegionOffice(client, "AM34").candidate();

            List<Received> heard = one.next(30);

            assertThat(heard.stream()
                            .map(event -> event.data().at("/event/subject").asString()))
                    .isEqualTo(candidates);
            assertThat(other.next(30)).isEqualTo(heard);
            assertThat(heard.stream().map(Received::id))
                    .isEqualTo(heard.stream()
                            .map(event -> event.data().path("position").asString())
                            .toList());
            assertThat(elsewhere.next().data().at("/event/subject").asString()).isEqualTo(theirs);
        }
    }

    @Test
    void aStreamEndsWithTheTokenThatItWasAskedWith() {
        String token = IdentityProvider.signed(new JWTClaimsSet.Builder()
                .issuer(IdentityProvider.issuer())
                .audience(AccessTokens.AUDIENCE)
                .subject("koppeling-" + UUID.randomUUID())
                .claim("roles", List.of("INTEGRATOR"))
                .claim("regions", List.of(REGION))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofSeconds(2))))
                .build());
        try (EventListener listener =
                EventListener.to(client.with("Authorization", "Bearer " + token), "/v1/events/stream" + NAMED)) {

            assertThat(listener.ends()).isTrue();
        }
    }

    /** The browser's own listener can send a cookie, and no header. */
    @Nested
    class ABrowser {

        @Test
        void listensByACookieThatCountsForNothingElse() {
            Reply opened = integrator.send(SESSION, request -> request.POST(BodyPublishers.noBody()));
            String cookie = opened.header("Set-Cookie");
            assertThat(opened.status()).as(opened.body()).isEqualTo(204);
            assertThat(cookie)
                    .contains("; Path=/v1/events/stream;", "; HttpOnly", "; SameSite=Strict")
                    .containsPattern("; Max-Age=[1-9][0-9]*;");
            Client browser = client.unknown().with("Cookie", cookie.split(";", 2)[0]);

            try (EventListener listener = EventListener.to(browser, "/v1/events/stream" + NAMED)) {
                String candidate = office.candidate();

                assertThat(listener.next().data().at("/event/subject").asString())
                        .isEqualTo(candidate);
            }
            assertThat(browser.get("/v1/events").status()).isEqualTo(401);
            assertThat(browser.send(SESSION, HttpRequest.Builder::DELETE).status())
                    .isEqualTo(401);
            assertThat(browser.send("/v1/events/stream", request -> request.POST(BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void isKnownByNoOtherCookie() {
            String nonsense = "leerspoor-stream=eyJhbGciOiJub25lIn0.e30.x";

            assertThat(client.unknown()
                            .with("Cookie", nonsense)
                            .get("/v1/events/stream")
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void stopsListeningWhenTheCookieIsTakenBack() {
            Reply closed = integrator.send(SESSION, HttpRequest.Builder::DELETE);

            assertThat(closed.header("Set-Cookie"))
                    .startsWith("leerspoor-stream=;")
                    .contains("; Path=/v1/events/stream;", "; Max-Age=0;");
        }
    }
}
