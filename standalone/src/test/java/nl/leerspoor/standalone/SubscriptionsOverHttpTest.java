package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An integrator has an address called, and nobody else sees or touches what they have. */
class SubscriptionsOverHttpTest extends RunningApplication {

    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";

    private Client integrator;
    private Client stranger;
    private Client operator;
    private Receiver receiver;

    @BeforeEach
    void people() {
        String mine = "koppeling-" + UUID.randomUUID();
        integrator = client.as(mine + "; role=INTEGRATOR; regions=AM33,AM34");
        stranger = client.as("vreemde; role=INTEGRATOR; regions=AM33,AM34");
        operator = client.as("beheerder; role=OPERATOR; regions=AM01");
        receiver = Receiver.open();
    }

    @AfterEach
    void end() {
        receiver.close();
        integrator
                .get("/v1/subscriptions?limit=200")
                .json()
                .path("items")
                .forEach(item -> delete(integrator, item.path("id").asString()));
    }

    private Map<String, Object> asked(Object... more) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("url", receiver.url());
        for (int n = 0; n < more.length; n += 2) {
            asked.put((String) more[n], more[n + 1]);
        }
        return asked;
    }

    private JsonNode made(Object... more) {
        Reply reply = integrator.post("/v1/subscriptions", asked(more));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private String id(Object... more) {
        return made(more).at("/subscription/id").asString();
    }

    private static Reply delete(Client who, String id) {
        return who.send("/v1/subscriptions/" + id, HttpRequest.Builder::DELETE);
    }

    private static Reply does(Client who, String id, String what) {
        return who.post("/v1/subscriptions/" + id + "/" + what, "");
    }

    @Nested
    class Making {

        @Test
        void isAnsweredWithASecretThatNobodySeesAgain() {
            Reply reply = integrator.post("/v1/subscriptions", asked("description", "Volgsysteem", "after", 0));

            JsonNode subscription = reply.json().path("subscription");
            String id = subscription.path("id").asString();
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("Location")).isEqualTo("/v1/subscriptions/" + id);
            assertThat(reply.json().path("secret").asString()).startsWith("whsec_");
            assertThat(reply.json().path("publicKey").asString())
                    .startsWith("whpk_")
                    .isEqualTo(subscription.at("/keys/0/publicKey").asString());
            assertThat(subscription.path("standing").asString()).isEqualTo("ACTIVE");
            assertThat(subscription.path("regions").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder("AM33", "AM34");
            assertThat(subscription.at("/changes/0/done").asString()).isEqualTo("MADE");
            assertThat(integrator.get("/v1/subscriptions/" + id).body())
                    .contains(receiver.url())
                    .doesNotContain("whsec_");
        }

        @Test
        void isTheSameWhenItIsAskedForTwiceUnderOneId() {
            String id = UUID.randomUUID().toString();

            Reply first = integrator.post("/v1/subscriptions", asked("id", id, "types", List.of(HOLD)));
            Reply second = integrator.post("/v1/subscriptions", asked("id", id, "types", List.of(HOLD)));
            Reply other = integrator.post("/v1/subscriptions", asked("id", id));
            Reply strangers = stranger.post("/v1/subscriptions", asked("id", id, "types", List.of(HOLD)));

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json().path("secret").isNull()).isTrue();
            assertThat(second.json().at("/subscription/id").asString()).isEqualTo(id);
            assertThat(other.code()).isEqualTo("SUBSCRIPTION_EXISTS");
            assertThat(strangers.code()).isEqualTo("SUBSCRIPTION_EXISTS");
        }

        @Test
        void tellsEveryFaultAtOnce() {
            Reply reply = integrator.post(
                    "/v1/subscriptions",
                    Map.of(
                            "url",
                            "https://10.0.0.1/",
                            "types",
                            List.of(HOLD, "nl.leerspoor.no.such.v1"),
                            "regions",
                            List.of("AM33", "AM05"),
                            "subject",
                            "x",
                            "after",
                            -1,
                            "more",
                            true));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("pointer").asString()))
                    .containsExactlyInAnyOrder("#", "#/url", "#/types/1", "#/regions/1", "#/subject", "#/after");
        }

        @Test
        void takesNoPositionThatIsNotThere() {
            assertThat(integrator
                            .post("/v1/subscriptions", asked("after", 1_000_000_000_000L))
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("#/after");
        }

        @Test
        void endsAtTwenty() {
            for (int n = 0; n < 20; n++) {
                made();
            }

            assertThat(integrator.post("/v1/subscriptions", asked()).code()).isEqualTo("TOO_MANY_SUBSCRIPTIONS");
        }

        @Test
        void isForIntegratorsOnly() {
            assertThat(client.as("iemand; role=WERKCOACH; regions=AM33")
                            .post("/v1/subscriptions", asked())
                            .status())
                    .isEqualTo(403);
            assertThat(operator.post("/v1/subscriptions", asked()).status()).isEqualTo(403);
        }
    }

    @Nested
    class TheReceiver {

        @ParameterizedTest
        @CsvSource({"*, true", "localhost, true", "LOCALHOST, true", "elders.example.nl, false", ", false"})
        void saysWhoMayCallIt(String origin, boolean willing) {
            receiver.allows(origin, null);

            Reply reply = integrator.post("/v1/subscriptions", asked());

            if (willing) {
                assertThat(reply.status()).isEqualTo(201);
            } else {
                assertThat(reply.code()).isEqualTo("RECEIVER_UNWILLING");
            }
        }

        @Test
        void saysHowOften() {
            receiver.allows("*", "120");

            assertThat(made().at("/subscription/perMinute").asInt()).isEqualTo(120);
        }

        @Test
        void repeatsWhatItCanOnlyKnowFromBeingAsked() {
            receiver.repeatsChallenges(false);

            assertThat(integrator.post("/v1/subscriptions", asked()).code()).isEqualTo("CHALLENGE_NOT_MET");
        }

        @Test
        void isThere() {
            receiver.close();

            Reply reply = integrator.post("/v1/subscriptions", asked());

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("RECEIVER_SILENT");
        }

        @Test
        void isAskedAgainBeforeItIsCalledAgain() {
            String id = id();
            does(integrator, id, "pauses");
            receiver.allows(null, null);

            assertThat(does(integrator, id, "resumptions").code()).isEqualTo("RECEIVER_UNWILLING");

            receiver.allows("*", "60");
            JsonNode resumed = does(integrator, id, "resumptions").json();
            assertThat(resumed.path("standing").asString()).isEqualTo("ACTIVE");
            assertThat(resumed.path("perMinute").asInt()).isEqualTo(60);
        }
    }

    @Nested
    class WhoHasThem {

        @Test
        void seesThemPageByPageAndNobodyElsesThere() {
            List<String> ids = List.of(id(), id(), id());

            Reply page = integrator.get("/v1/subscriptions?limit=2");
            String next = page.header("Link").replaceAll("<([^>]+)>; rel=\"next\".*", "$1");
            List<String> all = new java.util.ArrayList<>();
            page.json().path("items").forEach(item -> all.add(item.path("id").asString()));
            integrator
                    .get(next)
                    .json()
                    .path("items")
                    .forEach(item -> all.add(item.path("id").asString()));

            assertThat(page.json().path("items").size()).isEqualTo(2);
            assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(stranger.get("/v1/subscriptions").json().path("items").size())
                    .isZero();
        }

        @Test
        void isToTheByteTheOnlyOneForWhomOneExists() {
            String id = id();
            String nowhere = UUID.randomUUID().toString();

            assertThat(stranger.get("/v1/subscriptions/" + id).body())
                    .isEqualTo(stranger.get("/v1/subscriptions/" + nowhere).body());
            for (String what : List.of("pauses", "resumptions", "secrets")) {
                assertThat(does(stranger, id, what).status()).as(what).isEqualTo(404);
                assertThat(does(stranger, id, what).body())
                        .as(what)
                        .isEqualTo(does(stranger, nowhere, what).body());
            }
            assertThat(delete(stranger, id).status()).isEqualTo(404);
            assertThat(integrator.get("/v1/subscriptions/" + id).status()).isEqualTo(200);
        }

        @Test
        void isSeenByAnOperatorWithoutWhatIsSecret() {
            String id = made("url", receiver.url() + "?key=geheim")
                    .at("/subscription/id")
                    .asString();

            Reply seen = operator.get("/v1/subscriptions/" + id);

            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.json().path("url").asString())
                    .isEqualTo(receiver.url().replace("/hook", ""));
            assertThat(seen.json().path("keys").size()).isZero();
            assertThat(seen.body()).doesNotContain("geheim");
            assertThat(operator.get("/v1/subscriptions?limit=200").body()).contains(id);
            assertThat(does(operator, id, "pauses").status()).isEqualTo(403);
        }

        @Test
        void pausesGoesOnAndEnds() {
            String id = id();

            assertThat(does(integrator, id, "pauses").json().path("standing").asString())
                    .isEqualTo("PAUSED");
            assertThat(does(integrator, id, "resumptions")
                            .json()
                            .path("standing")
                            .asString())
                    .isEqualTo("ACTIVE");
            assertThat(delete(integrator, id).status()).isEqualTo(204);
            assertThat(integrator.get("/v1/subscriptions/" + id).status()).isEqualTo(404);
            assertThat(sql().as(Sql.SUPERUSER)
                            .sql(
                                    "select done from query.webhook_change where subscription_id = cast(:id as uuid) order by id")
                            .param("id", id)
                            .query(String.class)
                            .list())
                    .containsExactly("MADE", "PAUSED", "ACTIVE", "REMOVED");
        }
    }

    @Nested
    class Secrets {

        @Test
        void areReplacedWhileTheOldOneSignsAlong() {
            JsonNode made = made();
            String id = made.at("/subscription/id").asString();

            Reply rotated = does(integrator, id, "secrets");

            assertThat(rotated.status()).isEqualTo(201);
            assertThat(rotated.json().path("secret").asString())
                    .startsWith("whsec_")
                    .isNotEqualTo(made.path("secret").asString());
            JsonNode keys = rotated.json().at("/subscription/keys");
            assertThat(keys.size()).isEqualTo(2);
            assertThat(keys.at("/0/endsAt").isNull()).isTrue();
            assertThat(keys.at("/1/publicKey").asString())
                    .isEqualTo(made.path("publicKey").asString());
            assertThat(keys.at("/1/endsAt").isNull()).isFalse();
            for (int n = 0; n < 3; n++) {
                does(integrator, id, "secrets");
            }
            assertThat(does(integrator, id, "secrets").code()).isEqualTo("TOO_MANY_SECRETS");
        }

        @Test
        void lieInTheDatabaseSealed() {
            JsonNode made = made();
            byte[] secret = java.util.Base64.getDecoder()
                    .decode(made.path("secret").asString().substring("whsec_".length()));

            byte[] kept = sql().as(Sql.SUPERUSER)
                    .sql("select sealed from query.webhook_secret where subscription_id = cast(:id as uuid)")
                    .param("id", made.at("/subscription/id").asString())
                    .query(byte[].class)
                    .single();

            assertThat(java.util.HexFormat.of().formatHex(kept))
                    .doesNotContain(java.util.HexFormat.of().formatHex(secret));
        }

        @Test
        void areReadByNobodyButWhoTells() {
            for (String role : List.of(Sql.COMMAND, Sql.PROJECTOR, Sql.QUERY, Sql.SEALER)) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> sql().as(role)
                                .sql("select count(*) from query.webhook_secret")
                                .query(Long.class)
                                .single())
                        .as(role)
                        .isInstanceOf(org.springframework.dao.DataAccessException.class);
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> sql().as(Sql.WEBHOOK)
                            .sql("select count(*) from eventstore.domain_event_entry")
                            .query(Long.class)
                            .single())
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    @Nested
    class Rights {

        private final String name = "koppeling-" + UUID.randomUUID();

        private Client with(String regions) {
            return client.as(name + "; role=INTEGRATOR; regions=" + regions);
        }

        @Test
        void shrinkWithTheTokensOfTheirOwnerAndDontGrowBack() {
            integrator = with("AM33,AM34");
            String id = id();

            JsonNode shrunk = with("AM34,AM01").get("/v1/subscriptions/" + id).json();
            JsonNode after = with("AM33,AM34").get("/v1/subscriptions/" + id).json();

            assertThat(shrunk.path("regions").toString()).isEqualTo("[\"AM34\"]");
            assertThat(after.path("regions").toString()).isEqualTo("[\"AM34\"]");
            assertThat(after.at("/changes/0/done").asString()).isEqualTo("RIGHTS_SHRANK");
        }

        @Test
        void endWithTheLastRegion() {
            integrator = with("AM33");
            String id = id();

            JsonNode lost = with("AM01").get("/v1/subscriptions/" + id).json();

            assertThat(lost.path("standing").asString()).isEqualTo("RIGHTS_LOST");
            assertThat(does(with("AM01"), id, "resumptions").code()).isEqualTo("RIGHTS_LOST");
            assertThat(does(with("AM33"), id, "resumptions")
                            .json()
                            .path("standing")
                            .asString())
                    .isEqualTo("ACTIVE");
        }
    }
}
