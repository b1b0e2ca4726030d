package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that can't keep its place in the events has it kept, and shares it among its processes. */
class ConsumersOverHttpTest extends RunningApplication {

    private static final String REGION = "AM32";
    private static final String TYPE = "nl.leerspoor.candidates.candidate-registered.v1";
    private static final String CONSUMER = "/v1/consumers/kopie";

    private String subject;
    private Client integrator;
    private RegionOffice office;
    private long begin;

    @BeforeEach
    void aClientOfItsOwn() {
        subject = "koppeling-" + UUID.randomUUID();
        integrator = client.as(subject + "; role=INTEGRATOR; regions=" + REGION);
        office = new RegionOffice(client, REGION);
        begin = sql().head();
    }

    @AfterEach
    void leavesNothingBehind() {
        sql().as(Sql.SUPERUSER)
                .sql("delete from query.consumer where owner = :owner")
                .param("owner", subject)
                .update();
    }

    private static Reply put(Client who, String path, String body) {
        return who.with("Content-Type", "application/json")
                .send(path, request -> request.PUT(BodyPublishers.ofString(body)));
    }

    private static Reply delete(Client who, String path) {
        return who.send(path, request -> request.DELETE());
    }

    private Reply make(int partitions) {
        Reply made = put(
                integrator,
                CONSUMER,
                "{\"types\":[\"%s\"],\"partitions\":%d,\"after\":%d}".formatted(TYPE, partitions, begin));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static Reply move(Client who, long from, String body) {
        return put(who.with("If-Match", "\"" + from + "\""), CONSUMER + "/position", body);
    }

    private static Reply move(Client who, long from, long to) {
        return move(who, from, "{\"position\":" + to + "}");
    }

    private JsonNode read(String asked) {
        Reply page = integrator.get(CONSUMER + "/events" + asked);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json();
    }

    private int claim(String member) {
        Reply claimed = integrator.post(CONSUMER + "/claims?member=" + member, "");
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(claimed.json().path("member").asString()).isEqualTo(member);
        return claimed.json().path("partition").asInt();
    }

    private void letLeasesRunOut() {
        sql().as(Sql.SUPERUSER)
                .sql("update query.consumer_partition set lease_until = clock_timestamp() where owner = :owner"
                        + " and lease_until is not null")
                .param("owner", subject)
                .update();
    }

    private static List<String> subjects(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.at("/event/subject").asString())
                .toList();
    }

    private static void assertCode(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Nested
    class AConsumer {

        @Test
        void receivesWhatFollowsOnItsPlaceUntilItIsMoved() {
            make(1);
            List<String> candidates =
                    IntStream.range(0, 5).mapToObj(n -> office.candidate()).toList();
            new RegionOffice(client, "AM30").candidate();

            JsonNode page = read("?limit=3");

            assertThat(subjects(page)).isEqualTo(candidates.subList(0, 3));
            assertThat(read("?limit=3")).as("nothing is handled by being read").isEqualTo(page);
            Reply moved = move(integrator, begin, page.path("next").asLong());
            assertThat(moved.status()).as(moved.body()).isEqualTo(200);
            assertThat(moved.header("ETag")).isEqualTo("\"" + page.path("next").asLong() + "\"");
            JsonNode rest = read("");
            assertThat(rest.path("after")).isEqualTo(page.path("next"));
            assertThat(subjects(rest)).isEqualTo(candidates.subList(3, 5));
            assertThat(rest.at("/items/0/previous")).isEqualTo(page.at("/items/2/position"));
            assertThat(rest.at("/items/0/event"))
                    .isEqualTo(integrator
                            .get("/v1/events?limit=1&types=" + TYPE + "&after="
                                    + page.path("next").asLong())
                            .json()
                            .at("/items/0/event"));
        }

        @Test
        void isToldOfTheFirstThatComesWhenItWaits() {
            make(1);
            CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> read("?wait=30"));

            String candidate = office.candidate();

            assertThat(subjects(waiting.join())).containsExactly(candidate);
        }

        @Test
        void saysHowFarItIsBehind() {
            make(1);
            office.candidate();

            JsonNode consumer = integrator.get(CONSUMER).json();

            assertThat(consumer.path("regions").valueStream().map(JsonNode::asString))
                    .containsExactly(REGION);
            assertThat(consumer.at("/partitions/0/position").asLong()).isEqualTo(begin);
            assertThat(consumer.at("/partitions/0/lag/events").asLong()).isEqualTo(sql().head() - begin);
            assertThat(consumer.at("/partitions/0/seenAt").isNull()).isTrue();
            read("");
            assertThat(integrator
                            .get(CONSUMER)
                            .json()
                            .at("/partitions/0/seenAt")
                            .isNull())
                    .isFalse();
            move(integrator, begin, sql().head());
            assertThat(integrator.get(CONSUMER).json().at("/partitions/0/lag").toString())
                    .isEqualTo("{\"events\":0,\"seconds\":0}");
        }

        @Test
        void isMadeOnceAndNeverReceivesSomethingElse() {
            make(2);

            assertThat(put(integrator, CONSUMER, "{\"types\":[\"" + TYPE + "\"],\"region\":\"AM32\",\"partitions\":2}")
                            .status())
                    .isEqualTo(200);
            assertCode(put(integrator, CONSUMER, "{}"), 409, "CONSUMER_DIFFERS");
            assertThat(integrator
                            .get(CONSUMER)
                            .json()
                            .at("/partitions/1/position")
                            .asLong())
                    .isEqualTo(begin);
        }

        @Test
        void isNobodyElsesAndGoesWhenItIsRemoved() {
            make(1);
            Client other = client.as("koppeling-ander; role=INTEGRATOR; regions=" + REGION);

            for (String path : List.of(CONSUMER, CONSUMER + "/events")) {
                assertCode(other.get(path), 404, "NOT_FOUND");
            }
            assertCode(move(other, begin, begin), 404, "NOT_FOUND");
            assertCode(other.post(CONSUMER + "/claims?member=x", ""), 404, "NOT_FOUND");
            assertCode(delete(other, CONSUMER), 404, "NOT_FOUND");
            assertThat(other.get("/v1/consumers").json().path("items").size()).isZero();

            assertThat(delete(integrator, CONSUMER).status()).isEqualTo(204);
            assertCode(integrator.get(CONSUMER), 404, "NOT_FOUND");
        }

        @Test
        void isListedPageByPageAndThereAreNotTooMany() {
            for (int n = 10; n < 30; n++) {
                assertThat(put(integrator, "/v1/consumers/kopie-" + n, "{}").status())
                        .isEqualTo(201);
            }

            assertCode(put(integrator, CONSUMER, "{}"), 409, "TOO_MANY_CONSUMERS");
            Reply first = integrator.get("/v1/consumers?limit=12");
            String next = first.header("Link").replaceAll("<([^>]+)>; rel=\"next\"", "$1");
            List<String> names = new ArrayList<>(first.json().path("items").findValuesAsString("name"));
            Reply second = integrator.get(next);
            names.addAll(second.json().path("items").findValuesAsString("name"));
            assertThat(names)
                    .isEqualTo(
                            IntStream.range(10, 30).mapToObj(n -> "kopie-" + n).toList());
            Reply back = integrator.get(second.header("Link").replaceAll("<([^>]+)>; rel=\"prev\"", "$1"));
            assertThat(back.json().path("items").findValuesAsString("name")).isEqualTo(names.subList(0, 12));
        }

        @Test
        void isAskedForWronglyWithAllFaultsAtOnce() {
            Reply reply = put(
                    integrator,
                    "/v1/consumers/Kopie",
                    "{\"types\":[\"x\"],\"region\":\"AM05\",\"subject\":\"y\",\"partitions\":33,\"after\":-1,\"more\":1}");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("pointer").asString("")
                                    + error.path("parameter").asString("")))
                    .containsExactlyInAnyOrder(
                            "name", "#/types/0", "#/region", "#/subject", "#/partitions", "#/after", "#");
            assertThat(put(integrator, CONSUMER, "[]")
                            .json()
                            .at("/errors/0/code")
                            .asString())
                    .isEqualTo("NOT_AN_OBJECT");
            assertThat(put(integrator, CONSUMER, "{\"after\":" + (sql().head() + 1) + "}")
                            .json()
                            .at("/errors/0/detail")
                            .asString())
                    .contains("back-up");
        }

        @Test
        void isNotGivenAPartOfWhatItReceives() {
            Client both = client.as(subject + "; role=INTEGRATOR; regions=" + REGION + ",AM30");
            assertThat(put(both, CONSUMER, "{}").status()).isEqualTo(201);

            assertCode(integrator.get(CONSUMER + "/events"), 409, "CONSUMER_OUT_OF_REACH");
            assertThat(both.get(CONSUMER + "/events").status()).isEqualTo(200);
        }
    }

    @Nested
    class APlace {

        @Test
        void isMovedByWhoKnowsWhereItIs() {
            make(1);
            office.candidate();
            long next = read("").path("next").asLong();

            assertCode(
                    put(integrator, CONSUMER + "/position", "{\"position\":" + next + "}"),
                    428,
                    "PRECONDITION_REQUIRED");
            assertThat(move(integrator, begin, next).status()).isEqualTo(200);
            assertThat(move(integrator, begin, next).status())
                    .as("who got no answer asks again")
                    .isEqualTo(200);
            office.candidate();
            assertCode(move(integrator, begin, sql().head()), 412, "STALE_VERSION");
            assertThat(read("").path("after").asLong()).isEqualTo(next);
        }

        @Test
        void goesBackWhenThatIsMeant() {
            make(1);
            office.candidate();
            long next = read("").path("next").asLong();
            move(integrator, begin, next);

            assertThat(move(integrator, next, begin)
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("#/position");
            assertThat(move(integrator, next, "{\"position\":" + begin + ",\"replay\":true}")
                            .status())
                    .isEqualTo(200);
            assertThat(read("").path("items").size()).isOne();
        }

        @Test
        void thatTheAdministrationDoesNotHaveIsSaidAndCanBeMovedFrom() {
            make(1);
            long ahead = sql().head() + 1_000_000;
            sql().as(Sql.SUPERUSER)
                    .sql("update query.consumer_partition set position = :ahead where owner = :owner")
                    .param("ahead", ahead)
                    .param("owner", subject)
                    .update();

            assertCode(integrator.get(CONSUMER + "/events"), 409, "CONSUMER_AHEAD");
            assertThat(move(integrator, ahead, "{\"position\":0,\"replay\":true}")
                            .status())
                    .isEqualTo(200);
            assertThat(read("?limit=1").path("after").asLong()).isZero();
        }

        @Test
        void isMovedWronglyWithAllFaultsAtOnce() {
            make(1);

            Reply reply = put(
                    integrator.with("If-Match", "W/\"x\""),
                    CONSUMER + "/position",
                    "{\"partition\":-1,\"member\":\"a b\",\"position\":\"1\",\"replay\":1}");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("pointer").asString("")
                                    + error.path("parameter").asString("")))
                    .containsExactlyInAnyOrder("If-Match", "#/partition", "#/member", "#/position", "#/replay");
        }
    }

    @Nested
    class SeveralProcesses {

        private Map<Integer, JsonNode> readAll(Map<Integer, String> members) {
            Map<Integer, JsonNode> pages = new HashMap<>();
            members.forEach((partition, member) ->
                    pages.put(partition, read("?limit=1000&partition=" + partition + "&member=" + member)));
            return pages;
        }

        @Test
        void receiveEverythingOnceAndEachThingInOnePlace() {
            make(3);
            Map<Integer, String> members = new HashMap<>();
            for (String member : List.of("een", "twee", "drie")) {
                members.put(claim(member), member);
            }
            assertThat(members).containsOnlyKeys(0, 1, 2);
            assertCode(integrator.post(CONSUMER + "/claims?member=vier", ""), 409, "NO_PARTITION_FREE");
            List<String> candidates =
                    IntStream.range(0, 12).mapToObj(n -> office.candidate()).toList();

            Map<Integer, JsonNode> pages = readAll(members);

            List<String> received = new ArrayList<>();
            pages.forEach((partition, page) -> {
                assertThat(subjects(page))
                        .allSatisfy(one -> assertThat(partitionOf(one, 3)).isEqualTo(partition));
                assertThat(subjects(page))
                        .isSubsetOf(candidates)
                        .isEqualTo(candidates.stream()
                                .filter(subjects(page)::contains)
                                .toList());
                received.addAll(subjects(page));
            });
            assertThat(received).containsExactlyInAnyOrderElementsOf(candidates);
        }

        @Test
        void canEachProveThatNothingOfTheirsIsMissing() {
            make(2);
            int partition = claim("een");
            IntStream.range(0, 12).forEach(n -> office.candidate());
            String asked = "?member=een&partition=" + partition;
            long from = begin;
            JsonNode before = null;

            for (JsonNode page = read(asked + "&limit=1");
                    !page.path("items").isEmpty();
                    page = read(asked + "&limit=1")) {
                if (before != null) {
                    assertThat(page.at("/items/0/previous")).isEqualTo(before);
                }
                before = page.at("/items/0/position");
                long next = page.path("next").asLong();
                assertThat(move(
                                        integrator,
                                        from,
                                        "{\"partition\":%d,\"member\":\"een\",\"position\":%d}"
                                                .formatted(partition, next))
                                .status())
                        .isEqualTo(200);
                from = next;
            }

            assertThat(before).isNotNull();
        }

        @Test
        void takeOverFromOneThatIsSilentWhichIsToldSo() {
            make(2);
            int partition = claim("een");
            claim("twee");
            letLeasesRunOut();
            String asked = CONSUMER + "/events?partition=" + partition + "&member=";
            assertThat(integrator.get(asked + "een").status())
                    .as("who is late keeps it as long as nobody else took it")
                    .isEqualTo(200);
            letLeasesRunOut();
            List<Integer> taken = List.of(claim("drie"), claim("drie"));

            assertThat(taken).containsExactlyInAnyOrder(0, 1);
            assertCode(integrator.get(asked + "een"), 409, "LEASE_LOST");
            assertCode(
                    move(
                            integrator,
                            begin,
                            "{\"partition\":%d,\"member\":\"een\",\"position\":%d}".formatted(partition, begin)),
                    409,
                    "LEASE_LOST");
            assertThat(integrator.get(asked + "drie").status()).isEqualTo(200);
        }

        @Test
        void letGoOfWhatOthersMayHave() {
            make(1);
            claim("een");

            assertCode(integrator.get(CONSUMER + "/events"), 409, "PARTITION_TAKEN");
            assertThat(integrator
                            .get(CONSUMER)
                            .json()
                            .at("/partitions/0/member")
                            .asString())
                    .isEqualTo("een");
            assertCode(delete(integrator, CONSUMER + "/claims/0?member=twee"), 409, "LEASE_LOST");
            assertThat(delete(integrator, CONSUMER + "/claims/0?member=een").status())
                    .isEqualTo(204);
            assertThat(integrator
                            .get(CONSUMER)
                            .json()
                            .at("/partitions/0/member")
                            .isNull())
                    .isTrue();
            assertThat(read("").path("after").asLong()).isEqualTo(begin);
        }

        @Test
        void sayWhoTheyAreAndWhatTheyRead() {
            make(2);

            assertThat(integrator
                            .get(CONSUMER + "/events")
                            .json()
                            .path("errors")
                            .findValuesAsString("parameter"))
                    .containsExactlyInAnyOrder("partition", "member");
            assertCode(integrator.get(CONSUMER + "/events?partition=2&member=een"), 404, "NOT_FOUND");
            assertThat(integrator
                            .post(CONSUMER + "/claims?member=a%20b", "")
                            .json()
                            .at("/errors/0/parameter")
                            .asString())
                    .isEqualTo("member");
        }

        /** As the documentation has it. */
        private int partitionOf(String subject, int partitions) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.US_ASCII));
                return (int) (Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % partitions);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
