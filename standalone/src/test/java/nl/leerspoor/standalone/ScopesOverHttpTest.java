package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.access.Rule;
import nl.leerspoor.standalone.Client.Reply;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever asks sees what the table of who may what gives them, and nothing tells them of the rest. */
class ScopesOverHttpTest extends TwentePilot {

    private static final String ON = "validOn=2020-11-01&knownOn=2020-11-01";
    private static final String ELSEWHERE = "; regions=AM06,AM20";
    private static final String HERE = "; regions=AM05,AM06";

    /** Someone in one role. */
    private Client in(Role role, String more) {
        return client.as("iemand; role=" + role + "; org=" + organisation(role) + more)
                .with("Accept", "*/*");
    }

    private String organisation(Role role) {
        return role == Role.SUPERVISOR ? leerbedrijf() : "ROC";
    }

    private String leerbedrijf() {
        return first("leerbedrijf_id", "started_on is not null");
    }

    private String trajectory() {
        return first("trajectory_id", "started_on is not null and school_id = 'ROC'");
    }

    private String candidate() {
        return first("candidate_id", "trajectory_id = '" + trajectory() + "'");
    }

    private String first(String column, String condition) {
        return sql.as(Sql.SUPERUSER)
                .sql("select cast(%s as text) from query.trajectory_period where %s order by reference, row_id limit 1"
                        .formatted(column, condition))
                .query(String.class)
                .single();
    }

    private static List<JsonNode> items(Client who, String question) {
        Reply reply = who.get(question);
        assertThat(reply.status()).as(question + reply.body()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private static Set<String> each(Client who, String member, String question) {
        Set<String> found = new TreeSet<>();
        items(who, question).forEach(item -> found.add(item.path(member).asString()));
        return found;
    }

    /** What is there, by the names that addresses have for it. */
    private Map<String, String> there() {
        String trajectory = trajectory();
        return Map.of(
                "id",
                trajectory,
                "trajectoryId",
                trajectory,
                "candidateId",
                candidate(),
                "correlationId",
                correlation(),
                "supervisorId",
                TwenteIds.of("supervisor", "D01").toString(),
                "leerbedrijfId",
                TwenteIds.of("leerbedrijf", "LB04").toString(),
                "privacyCaseId",
                TwenteIds.of("privacy", "K072").toString(),
                "snapshotId",
                TwenteIds.of("reportsnapshot", "2020-11-01").toString());
    }

    private static Map<String, String> nowhere(Map<String, String> there) {
        String unknown = UUID.randomUUID().toString();
        return there.keySet().stream().collect(Collectors.toMap(Function.identity(), name -> unknown));
    }

    /** The questions of the description, with something that is there, or something that isn't, in each address. */
    private List<String> questions(Map<String, String> ids) {
        List<String> questions = new ArrayList<>();
        client.get("/v1/openapi.json").json().path("paths").properties().forEach(path -> {
            boolean open = path.getKey().startsWith("/problems")
                    || path.getKey().startsWith("/event-types")
                    || path.getKey().startsWith("/asyncapi");
            if (path.getValue().has("get") && !open) {
                String question = "/v1"
                        + path.getKey()
                                .replace("{eventId}", UUID.randomUUID().toString())
                                .replace("{subscriptionId}", UUID.randomUUID().toString())
                                .replace("{view}", "trajectories")
                                .replace("{version}", "1")
                                .replace("{level}", "0")
                                .replace("{index}", "000")
                                .replace("{name}", "kopie");
                for (Map.Entry<String, String> id : ids.entrySet()) {
                    question = question.replace("{" + id.getKey() + "}", id.getValue());
                }
                questions.add(question);
            }
        });
        assertThat(questions).hasSizeGreaterThan(30);
        return questions;
    }

    private String correlation() {
        return sql.as(Sql.SUPERUSER)
                .sql("select correlation_id from query.entry where region = 'AM05' order by position limit 1")
                .query(String.class)
                .single();
    }

    private static String needs(String question) {
        return switch (question) {
            case "/v1/figures/series" -> question + "?from=2020-01-01&until=2020-12-31&step=MONTH";
            case "/v1/figures/difference" -> question + "?knownOn=2020-03-01&" + "validOn=2020-04-01";
            case "/v1/figures/forecast" ->
                question + "?on=2020-12-31&training=" + UUID.nameUUIDFromBytes(new byte[0]) + ":2020-12-11";
            case "/v1/proof/consistency" -> question + "?from=0";
            // an answer without a fault has no end
            case "/v1/events/stream" -> question + "?after=x";
            default -> question;
        };
    }

    @Nested
    class NobodyInARole {

        @Test
        void asksWhatTheTableDoesNotGiveThatRole() {
            for (Role role : Role.values()) {
                Client who = in(role, HERE);
                routes().forEach(route -> {
                    Action action = Action.ofRoute("GET", route).orElseThrow();
                    int status = who.get(needs(filled(route))).status();
                    if (AccessPolicy.rule(action, role) == Rule.NEVER) {
                        assertThat(status).as("%s %s", role, route).isEqualTo(403);
                    } else {
                        assertThat(status).as("%s %s", role, route).isNotIn(401, 403, 500);
                    }
                });
            }
        }

        private Stream<String> routes() {
            return Arrays.stream(Action.values())
                    .flatMap(action -> action.routes().stream())
                    .filter(route -> route.startsWith("GET "))
                    .map(route -> route.substring(4))
                    // the whole log takes its time, and one at a time
                    .filter(route -> !route.equals("/v1/proof/export"));
        }

        private String filled(String route) {
            return route.replace("{*index}", "000")
                    .replaceAll("\\{level}", "0")
                    .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        }

        @Test
        void isToldWhetherAThingIsThere() {
            Client monitor = in(Role.MONITOR, "");

            assertThat(monitor.get("/v1/trajectories/" + trajectory()).body())
                    .isEqualTo(
                            monitor.get("/v1/trajectories/" + UUID.randomUUID()).body());
        }
    }

    @Nested
    class WithoutAToken {

        @Test
        void noQuestionIsAnswered() {
            questions(there())
                    .forEach(question -> assertThat(
                                    client.unknown().get(needs(question)).status())
                            .as(question)
                            .isEqualTo(401));
        }
    }

    @Nested
    class AnotherRegion {

        /** To the byte, but for the ids that were asked for themselves. */
        @Test
        void isAnsweredAsIfThereWereNothing() {
            Map<String, String> ids = there();
            List<String> there = questions(ids);
            List<String> nowhere = questions(nowhere(ids));
            Client stranger = client.as("vreemde" + ELSEWHERE).with("Accept", "*/*");

            for (int n = 0; n < there.size(); n++) {
                if (!there.get(n).matches("/v1/(proof|projections|reference-data).*")) {
                    Reply foreign = stranger.get(needs(there.get(n)));
                    Reply absent = stranger.get(needs(nowhere.get(n)));
                    assertThat(foreign.status()).as(there.get(n)).isEqualTo(absent.status());
                    assertThat(foreign.body()).as(there.get(n)).isEqualTo(absent.body());
                    assertThat(foreign.body()).as(there.get(n)).doesNotContain("AM05", "K00", "Voorbeeld");
                }
            }
        }

        @Test
        void hasEmptyListsAndNothingButZeros() {
            Client stranger = client.as("vreemde" + ELSEWHERE);

            for (String list : List.of("trajectories", "waitlist", "supervisors", "leerbedrijven", "cohorts")) {
                assertThat(items(client, "/v1/" + list + "?region=AM05&" + ON))
                        .as(list)
                        .isNotEmpty();
                assertThat(items(stranger, "/v1/" + list + "?region=AM05&" + ON))
                        .as(list)
                        .isEmpty();
                assertThat(items(stranger, "/v1/" + list + "?" + ON)).as(list).isEmpty();
            }
            assertThat(stranger.get("/v1/figures?region=AM05&" + ON).json().path("figures"))
                    .isEqualTo(
                            client.get("/v1/figures?region=AM20&" + ON).json().path("figures"));
        }

        @Test
        void keepsTheWholeLog() {
            assertThat(client.as("vreemde; role=AUDITOR" + ELSEWHERE)
                            .with("Accept", "*/*")
                            .get("/v1/proof/export")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void isNotInTheTagOfAnAnswer() {
            String mine = client.get("/v1/trajectories?" + ON).header("ETag");

            assertThat(client.as("vreemde" + ELSEWHERE)
                            .with("If-None-Match", mine)
                            .get("/v1/trajectories?" + ON)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class AWerkcoach {

        private Client own;

        @BeforeEach
        void own() {
            own = client.as("testwerkcoach-groen; role=WERKCOACH; regions=AM05");
        }

        @Test
        void seesTheOwnCaseload() {
            String other = first("trajectory_id", "werkcoach_id <> 'testwerkcoach-groen' and holds_until = 'infinity'");
            String mine = first("trajectory_id", "werkcoach_id = 'testwerkcoach-groen' and holds_until = 'infinity'");

            assertThat(each(own, "werkcoachId", "/v1/trajectories?limit=200&" + ON))
                    .containsExactly("testwerkcoach-groen");
            assertThat(each(own, "werkcoachId", "/v1/duties?limit=200")).containsExactly("testwerkcoach-groen");
            for (String part : List.of("", "/history", "/guided-weeks")) {
                assertThat(own.get("/v1/trajectories/" + mine + part).status())
                        .as("own" + part)
                        .isEqualTo(200);
                assertThat(own.get("/v1/trajectories/" + other + part).status())
                        .as("other" + part)
                        .isEqualTo(404);
                assertThat(own.get("/v1/trajectories/" + other + part).body())
                        .as("other" + part)
                        .isEqualTo(own.get("/v1/trajectories/" + UUID.randomUUID() + part)
                                .body());
            }
        }

        @Test
        void countsTheOwnCaseloadAndNothingOfTheRegion() {
            JsonNode figures = own.get("/v1/figures?region=AM05&" + ON).json().path("figures");

            assertThat(figures.at("/inProgress/total").asInt())
                    .isEqualTo(client.get("/v1/figures?region=AM05&figure=inProgress&by=werkcoach&" + ON)
                            .json()
                            .at("/figures/inProgress/byWerkcoach/testwerkcoach-groen")
                            .asInt());
            assertThat(figures.at("/inView/total").asInt()).isBetween(1, 99);
            assertThat(figures.has("employers")).isFalse();
            assertThat(figures.has("shortage")).isFalse();
        }
    }

    @Nested
    class AnOrganisation {

        @Test
        void seesWhatIsOfItsSchool() {
            Client roc = in(Role.SCHOOL_COACH, HERE);

            assertThat(each(roc, "schoolId", "/v1/praktijkovereenkomsten?limit=200&" + ON))
                    .containsExactly("ROC");
            assertThat(each(roc, "schoolId", "/v1/verklaringen?limit=200&" + ON))
                    .containsExactly("ROC");
            assertThat(items(roc, "/v1/ceremonies?" + ON))
                    .allSatisfy(ceremony -> assertThat(ceremony.path("papers")).isNotEmpty());
            assertThat(roc.get("/v1/trajectories/" + trajectory() + "/history").status())
                    .isEqualTo(200);
            assertThat(each(
                            in(Role.SCHOOL_COACH, "").as("x; role=SCHOOL_COACH; org=ELDERS"),
                            "id",
                            "/v1/verklaringen?" + ON))
                    .isEmpty();
        }

        @Test
        void seesWhatIsOfItsLeerbedrijf() {
            Client supervisor = in(Role.SUPERVISOR, HERE);

            assertThat(each(supervisor, "leerbedrijfId", "/v1/placements?limit=200&" + ON))
                    .containsExactly(leerbedrijf());
            assertThat(each(supervisor, "leerbedrijfId", "/v1/supervisors?limit=200&" + ON))
                    .containsExactly(leerbedrijf());
            assertThat(items(supervisor, "/v1/supervisor-trainings?limit=200&" + ON))
                    .isNotEmpty()
                    .allSatisfy(training -> assertThat(
                                    training.path("participants").valueStream())
                            .isNotEmpty()
                            .allSatisfy(
                                    one -> assertThat(one.path("leerbedrijfId").asString())
                                            .isEqualTo(leerbedrijf())));
        }
    }

    @Nested
    class ASeries {

        private void isEachDayAlone(Client who) {
            String asked = "&by=sector&knownOn=2020-11-01";
            JsonNode points = who.get("/v1/figures/series?from=2019-10-01&until=2020-10-31&step=MONTH" + asked)
                    .json()
                    .path("points");
            assertThat(points.size()).isEqualTo(13);
            points.forEach(point -> assertThat(point.path("figures"))
                    .as(point.path("validOn").asString())
                    .isEqualTo(who.get("/v1/figures?validOn="
                                    + point.path("validOn").asString() + "&from="
                                    + point.path("from").asString() + asked)
                            .json()
                            .path("figures")));
        }

        @Test
        void isOfWhatWasSomebodysOwnOnEachDay() {
            isEachDayAlone(in(Role.SCHOOL_COACH, HERE));
            isEachDayAlone(client.as("testwerkcoach-groen; role=WERKCOACH; regions=AM05"));
            isEachDayAlone(client.as("testwerkcoach-groen; role=WERKCOACH,SCHOOL_COACH; org=ROC; regions=AM05"));
        }
    }

    @Nested
    class WhatTheTableWithholdsOfACandidate {

        private JsonNode figures(Role role) {
            return in(role, HERE).get("/v1/figures?" + ON).json().path("figures");
        }

        @Test
        void isNotToldOfFiguresEither() {
            for (Role role : List.of(Role.SCHOOL_COACH, Role.EXAMENCOMMISSIE)) {
                assertThat(figures(role).has("inView")).isTrue();
                assertThat(figures(role).toString())
                        .doesNotContain(
                                "confidenceGrowth", "ByTargetGroup", "byTargetGroup", "byLabourStatus", "byIncomeKind")
                        .doesNotContain("byReferrer");
            }
            assertThat(figures(Role.ACCOUNT_MANAGER).has("confidenceGrowth")).isFalse();
            assertThat(figures(Role.ACCOUNT_MANAGER).at("/inView/byTargetGroup").isObject())
                    .isTrue();
            assertThat(figures(Role.WERKCOACH).has("confidenceGrowth")).isTrue();
        }
    }

    @Nested
    class AMonitor {

        private static final String MONTH = "validOn=2020-10-31&knownOn=2020-11-30";

        private Client monitor;

        @BeforeEach
        void monitor() {
            monitor = client.as("monitor; role=MONITOR; regions=AM20");
        }

        @Test
        void seesFiguresOfEveryRegionWithoutSmallNumbers() {
            JsonNode answer = monitor.get("/v1/figures?region=AM05&" + MONTH).json();

            assertThat(answer.at("/figures/inProgress/total").asInt()).isEqualTo(54);
            assertThat(answer.at("/figures/verklaringenIssued/total").isNull()).isTrue();
            assertThat(answer.path("suppressed").valueStream().map(JsonNode::asString))
                    .contains("verklaringenIssued.total");
            assertThat(answer.path("figures").has("shortage")).isFalse();
            assertThat(answer.toString()).doesNotContain("testwerkcoach", leerbedrijf());
            assertThat(numbers(answer.path("figures")))
                    .allSatisfy(number -> assertThat(number == 0 || number >= 5)
                            .as("%s", number)
                            .isTrue());
        }

        /** Counts; medians have decimals. */
        private List<Integer> numbers(JsonNode figures) {
            return figures.valueStream()
                    .flatMap(node -> node.isObject()
                            ? numbers(node).stream()
                            : node.isInt() || node.isLong() ? Stream.of(node.asInt()) : Stream.empty())
                    .toList();
        }

        /** What is left out is decided for the country and all regions together, whatever is asked: so once will do. */
        @Test
        void isAnsweredFromWhatWasWorkedOutForAnother() {
            Reply first = monitor.get("/v1/figures?region=AM05&" + MONTH);
            sql.as(Sql.SUPERUSER)
                    .sql("revoke select on query.candidate_period from leerspoor_query")
                    .update();
            try {
                Client another = client.as("other; role=MONITOR; regions=AM05");
                assertThat(another.get("/v1/figures?region=AM05&" + MONTH).body())
                        .isEqualTo(first.body());
                assertThat(another.get("/v1/figures?figure=inView&" + MONTH).status())
                        .isEqualTo(200);
                assertThat(another.get("/v1/figures?validOn=2020-09-30&knownOn=2020-11-30")
                                .status())
                        .as("what nobody asked has to be read")
                        .isEqualTo(500);
            } finally {
                sql.as(Sql.SUPERUSER)
                        .sql("grant select on query.candidate_period to leerspoor_query")
                        .update();
            }
        }

        @Test
        void seesAPointOfASeriesAsTheDayAlone() {
            JsonNode series = monitor.get("/v1/figures/series?from=2020-01-01&until=2020-10-31&knownOn=2020-11-30")
                    .json();

            assertThat(series.at("/points/9/figures/inProgress/total").asInt()).isEqualTo(54);
            assertThat(series.at("/points/9/figures/verklaringenIssued/total").isNull())
                    .isTrue();
            Reply file = monitor.with("Accept", "text/csv")
                    .get("/v1/figures/series?from=2020-10-01&until=2020-10-31&step=MONTH&figure=verklaringenIssued");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).contains("verklaringenIssued");
        }

        @Test
        void seesHowMuchAFigureChangedAndNotByWhat() {
            JsonNode numbers = monitor.get("/v1/figures/difference?figure=onHold&validOn=2020-03-31"
                            + "&knownOn=2020-02-29&knownOnOther=2020-03-31")
                    .json()
                    .path("numbers");

            assertThat(numbers.at("/0/number").asString()).isEqualTo("total");
            assertThat(numbers.at("/0/before").asInt()).isZero();
            assertThat(numbers.at("/0/after").asInt()).isEqualTo(25);
            assertThat(numbers.valueStream()
                            .map(number -> number.path("changes").size()))
                    .containsOnly(0);
        }

        @Test
        void asksForWholeMonthsThatAreOver() {
            for (String question : List.of(
                    "figures?validOn=2020-10-30&knownOn=2020-11-30",
                    "figures?validOn=2020-10-31&knownOn=2020-11-29",
                    "figures?validOn=2020-10-31&knownOn=2020-11-30T23:00:00Z",
                    "figures?validOn=2020-10-31&knownOn=2999-12-31",
                    "figures?validOn=2020-10-31&from=2020-10-02",
                    "figures/series?from=2020-10-02&until=2020-10-31",
                    "figures/series?from=2020-10-01&until=2020-10-30",
                    "figures/series?from=2020-10-01&until=2020-10-31&step=DAY",
                    "figures/series?from=2020-10-01&until=2020-10-31&knownOn=2020-11-01T10:00:00Z",
                    "figures/difference?validOn=2020-03-30&knownOn=2020-03-31",
                    "figures/difference?validOn=2020-03-31&knownOn=2020-03-30",
                    "figures/difference?validOn=2020-03-31&knownOn=2020-03-31&knownOnOther=2020-04-01")) {
                assertThat(monitor.get("/v1/" + question).status()).as(question).isEqualTo(400);
                assertThat(client.get("/v1/" + question).status())
                        .as("in a region: " + question)
                        .isEqualTo(200);
            }
            JsonNode last = monitor.get("/v1/figures").json();
            assertThat(last.path("knownOn").asString())
                    .isEqualTo(last.path("validOn").asString());
        }
    }
}
