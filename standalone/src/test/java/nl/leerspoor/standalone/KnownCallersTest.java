package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who has no token of the contract gets in nowhere but where nothing is told of anybody. */
class KnownCallersTest extends RunningApplication {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private static void assertUnauthenticated(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Set-Cookie")).isNull();
        assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    }

    private static String expired() {
        return IdentityProvider.signed(new JWTClaimsSet.Builder()
                .issuer(IdentityProvider.issuer())
                .audience("leerspoor-api")
                .subject("testwerkcoach")
                .claim("roles", List.of("WERKCOACH"))
                .claim("regions", List.of("AM05"))
                .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build());
    }

    @Nested
    class WithoutAToken {

        @Test
        void everyOperationIsRefusedBeforeAnythingElseIsLookedAt() {
            Client unknown = client.unknown();

            mappings.getHandlerMethods().keySet().stream()
                    .filter(mapping -> mapping.getPatternValues().stream()
                            .allMatch(path -> path.startsWith("/v1/")
                                    && !path.startsWith("/v1/problems")
                                    && !path.startsWith("/v1/event-types")
                                    && !path.startsWith("/v1/asyncapi")
                                    && !path.startsWith("/v1/openapi")))
                    .forEach(mapping -> mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> {
                                String path = mapping.getPatternValues()
                                        .iterator()
                                        .next()
                                        .replaceAll("\\{[^}]+}", "1");
                                assertUnauthenticated(unknown.send(
                                        path,
                                        request -> request.method(method.name(), BodyPublishers.ofString("no json"))));
                            }));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/", "/v1", "/v1/nothing", "/actuator/prometheus", "/actuator/env", "/swagger", "/error"})
        void whatIsNotThereIsNotTold(String path) {
            assertUnauthenticated(client.unknown().get(path));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/openapi.json",
                    "/v1/asyncapi.json",
                    "/v1/openapi.json/swagger-config",
                    "/swagger-ui/index.html",
                    "/v1/problems",
                    "/v1/problems/unauthenticated",
                    "/v1/event-types",
                    "/v1/event-types/nl.leerspoor.trajectories.candidate-on-hold.v1/schema",
                    "/livez",
                    "/readyz"
                })
        void whatTellsNothingOfAnybodyIsOpen(String path) {
            assertThat(client.unknown().with("Accept", "*/*").get(path).status())
                    .isEqualTo(200);
        }

        @Test
        void aPageOfAnotherSiteMayReadTheDescriptionAndNothingElse() {
            Client page = client.unknown().with("Origin", "https://elders.example");

            assertThat(page.get("/v1/openapi.json").header("Access-Control-Allow-Origin"))
                    .isEqualTo("*");
            Reply asked = page.with("Access-Control-Request-Method", "GET")
                    .send("/v1/figures", request -> request.method("OPTIONS", BodyPublishers.noBody()));
            assertUnauthenticated(asked);
            assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Nested
    class WithATokenThatIsNone {

        @Test
        void nobodyIsToldWhatIsWrongWithIt() {
            String good = client.headers().get("Authorization");
            String body = client.unknown().get("/v1/pilots").body();

            assertThat(List.of(
                            "Bearer " + expired(),
                            good.substring(0, good.length() - 4) + "AAAA",
                            good + " " + good,
                            good.replace("Bearer", "Basic"),
                            "Bearer",
                            "",
                            "Bearer x.y.z"))
                    .allSatisfy(credentials -> {
                        Reply reply = client.with("Authorization", credentials).get("/v1/pilots");
                        assertUnauthenticated(reply);
                        assertThat(reply.body()).isEqualTo(body);
                    });
        }

        @Test
        void whatIsOpenStaysSo() {
            Client late = client.with("Authorization", "Bearer " + expired());

            assertThat(late.get("/v1/problems").status()).isEqualTo(200);
            assertThat(late.get("/readyz").status()).isEqualTo(200);
        }

        @Test
        void aTokenInTheAddressIsNotRead() {
            String token = client.headers().get("Authorization").substring("Bearer ".length());

            assertUnauthenticated(client.unknown().get("/v1/pilots?access_token=" + token));
        }

        @Test
        void theAddressThatACallerClaimsToAskIsNotRepeated() {
            Reply reply = client.unknown()
                    .with("X-Forwarded-Host", "evil.example")
                    .with("Forwarded", "host=evil.example")
                    .get("/v1/pilots");

            assertUnauthenticated(reply);
            assertThat(reply.headers().map().toString()).doesNotContain("evil");
        }
    }

    @Nested
    class OnThePortOfOperators {

        private Client operator(int port, String somebody) {
            return Client.unknown("http://127.0.0.1:" + port)
                    .with("Accept", "*/*")
                    .as(somebody);
        }

        @Test
        void healthIsOpenAndFiguresOfTheProgramAreForOperators(@LocalManagementPort int port) {
            Client unknown = Client.unknown("http://127.0.0.1:" + port).with("Accept", "*/*");

            assertThat(unknown.get("/actuator/health").status()).isNotEqualTo(401);
            assertThat(unknown.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertUnauthenticated(unknown.get("/actuator/prometheus"));
            assertUnauthenticated(unknown.get("/actuator"));
            Reply coach = operator(port, "anja; role=WERKCOACH").get("/actuator/prometheus");
            assertThat(coach.status()).isEqualTo(403);
            assertThat(coach.code()).isEqualTo("FORBIDDEN");
            assertThat(operator(port, "bea; role=OPERATOR")
                            .get("/actuator/prometheus")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aKnownCallerIsAnswered() {
        assertThat(client.get("/v1/trajectories/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(client.get("/v1/pilots").status()).isEqualTo(200);
    }
}
