package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B35: who works with candidates sees how they are called beside their ids, is written down, and nobody else sees it. */
class NamesInListsTest extends RunningApplication {

    private static final String REGION = "AM27";
    private static final List<String> KEY_READERS = List.of("leerspoor_command", "leerspoor_projector");

    private RegionOffice office;
    private String leerbedrijf;
    private String candidate;
    private String list;
    private Client coach;
    private Client supervisor;

    @BeforeEach
    void aCandidateAtALeerbedrijf() {
        office = new RegionOffice(client, REGION);
        leerbedrijf = office.leerbedrijf();
        String trajectory = office.suitableTrajectory();
        Reply match = office.match(trajectory, leerbedrijf, office.supervisor(leerbedrijf, 1));
        assertThat(match.status()).as(match.body()).isEqualTo(201);
        candidate = client.get("/v1/trajectories/" + trajectory + "?minPosition=" + position(match))
                .json()
                .path("candidateId")
                .asString();
        Reply named = named("Lijstkandidaat " + candidate);
        list = "?leerbedrijf=" + leerbedrijf + "&minPosition=" + position(named);
        coach = client.as("testwerkcoach; role=WERKCOACH; regions=" + REGION);
        supervisor = client.as("testbegeleider; role=SUPERVISOR; regions=" + REGION + "; org=" + leerbedrijf);
    }

    private Reply named(String name) {
        return office.done(
                "/v1/candidates/" + candidate + "/details",
                body("name", name, "birthDate", "2001-02-03", "contact", Map.of("town", "Voorbeelddorp")));
    }

    private static long position(Reply reply) {
        return reply.json().path("position").asLong();
    }

    private JsonNode inCaseload(Client who) {
        Reply page = who.get("/v1/caseload?region=" + REGION + "&limit=200&minPosition=" + sql().head());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("candidateId").asString().equals(candidate))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> lines() {
        return client.get("/v1/processing-log?activity=READ_CANDIDATE_NAMES&limit=200&person=" + candidate)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void aWerkcoachSeesThemInTheCaseload() {
        assertThat(inCaseload(coach).at("/candidate/name").asString()).isEqualTo("Lijstkandidaat " + candidate);
        assertThat(inCaseload(coach).at("/candidate/state").asString()).isEqualTo("KNOWN");

        assertThat(lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("readBy").asString()).isEqualTo("testwerkcoach");
            assertThat(line.path("resource").asString()).isEqualTo("/v1/caseload");
            assertThat(line.toString()).doesNotContain("Lijstkandidaat");
        });
    }

    @Test
    void aLeerbedrijfSeesThemOfItsOwnAndNothingElseOfWhoTheyAre() {
        Reply page = supervisor.get("/v1/placements" + list);

        assertThat(page.json().at("/items/0/candidate/name").asString()).isEqualTo("Lijstkandidaat " + candidate);
        assertThat(page.body()).doesNotContain("2001-02-03", "Voorbeelddorp");
        assertThat(lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line.path("organisation").asString()).isEqualTo(leerbedrijf));
        assertThat(supervisor.get("/v1/candidates/" + candidate + "/details").status())
                .isEqualTo(403);
        assertThat(client.as("ander; role=SUPERVISOR; regions=" + REGION + "; org=" + UUID.randomUUID())
                        .get("/v1/placements" + list)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aSchoolSeesThemBesideItsPapers() {
        String completed = office.completedTrajectory(
                leerbedrijf, office.supervisor(leerbedrijf, 1), List.of(RegionOffice.WERKPROCES));
        candidate = client.get("/v1/trajectories/" + completed + "?minPosition=" + sql().head())
                .json()
                .path("candidateId")
                .asString();
        named("Papierkandidaat " + candidate);
        Map<String, Object> draft = body("region", REGION, "trajectoryId", completed, "leerbedrijfId", leerbedrijf);
        draft.put("effectiveOn", "2020-05-25");
        draft.put("werkprocessen", List.of(RegionOffice.WERKPROCES));
        office.done("/v1/verklaringen", draft);
        Client school = client.as("testexamencie; role=EXAMENCOMMISSIE; org=ROC; regions=" + REGION);
        Client another = client.as("testexamencie-zone; role=EXAMENCOMMISSIE; org=ZONE; regions=" + REGION);

        for (String papers : List.of("/v1/praktijkovereenkomsten", "/v1/verklaringen")) {
            String asked = papers + "?trajectory=" + completed + "&minPosition=" + sql().head();

            assertThat(school.get(asked).json().at("/items/0/candidate/name").asString())
                    .as(papers)
                    .isEqualTo("Papierkandidaat " + candidate);
            assertThat(another.get(asked).body()).as(papers).doesNotContain("Papierkandidaat");
        }
        assertThat(lines())
                .extracting(line -> line.path("readBy").asString())
                .containsExactly("testexamencie", "testexamencie");
    }

    @Test
    void aWerkcoachSeesThemOnTheWaitingListAndNobodyElseDoes() {
        String waiting = office.suitableTrajectory();
        candidate = client.get("/v1/trajectories/" + waiting + "?minPosition=" + sql().head())
                .json()
                .path("candidateId")
                .asString();
        named("Wachtkandidaat " + candidate);
        office.done(
                "/v1/trajectories/" + waiting + "/waitlistings",
                body("cause", "SUPERVISOR_SHORTAGE", "effectiveOn", RegionOffice.SUITABLE));
        String asked = "/v1/waitlist?region=" + REGION + "&limit=200&validOn=" + RegionOffice.SUITABLE + "&minPosition="
                + sql().head();

        assertThat(client.as("testwerkcoach; role=WERKCOACH; regions=" + REGION)
                        .get(asked)
                        .body())
                .contains("Wachtkandidaat " + candidate);
        assertThat(client.as("accountmanager; role=ACCOUNT_MANAGER; regions=" + REGION)
                        .get(asked)
                        .body())
                .contains(candidate)
                .doesNotContain("Wachtkandidaat");
    }

    @Test
    void whoMayNotSeeThemHasTheListAsItIs() {
        Client manager = client.as("accountmanager; role=ACCOUNT_MANAGER; regions=" + REGION);

        JsonNode item = manager.get("/v1/placements" + list).json().at("/items/0");

        assertThat(item.path("candidateId").asString()).isEqualTo(candidate);
        assertThat(item.has("candidate")).isFalse();
        assertThat(lines()).isEmpty();
    }

    @Test
    void filesHaveNone() {
        for (String format : List.of("text/csv", "application/x-ndjson")) {
            Reply file = supervisor.with("Accept", format).get("/v1/placements" + list);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).contains(candidate).doesNotContain("Lijstkandidaat", "candidate.name");
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void whoHasTheAnswerReadsItAgainOnlyWhenANameChanged() {
        String asked = "/v1/placements?leerbedrijf=" + leerbedrijf;
        supervisor.get("/v1/placements" + list);
        Reply first = supervisor.get(asked);
        Client again = supervisor.with("If-None-Match", first.header("ETag"));
        int before = lines().size();

        assertThat(again.get(asked).status()).isEqualTo(304);
        assertThat(lines()).hasSize(before);
        Reply renamed = named("Lijstkandidaat Anders");
        Reply fresh = again.get(asked + "&minPosition=" + position(renamed));

        assertThat(fresh.status()).isEqualTo(200);
        assertThat(again.get(asked).status())
                .as("the tag is of the former name")
                .isEqualTo(200);
        assertThat(fresh.json().at("/items/0/candidate/name").asString()).isEqualTo("Lijstkandidaat Anders");
    }

    @Test
    void whileTheKeysAreAwayOnlyNamesAre() {
        KEY_READERS.forEach(role -> grant("revoke select on keys.person_key from " + role));
        try {
            assertThat(supervisor
                            .get("/v1/placements?leerbedrijf=" + leerbedrijf)
                            .status())
                    .isEqualTo(503);
            assertThat(coach.get("/v1/caseload").status()).isEqualTo(503);
            assertThat(coach.get("/v1/trajectories?limit=1").status()).isEqualTo(200);
            assertThat(client.as("accountmanager; role=ACCOUNT_MANAGER; regions=" + REGION)
                            .get("/v1/placements?leerbedrijf=" + leerbedrijf)
                            .status())
                    .isEqualTo(200);
        } finally {
            KEY_READERS.forEach(role -> grant("grant select on keys.person_key to " + role));
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void whoWasErasedIsToldApartFromWhoWasNeverNamed() {
        sql().withoutKeyOf(candidate, () -> {
            JsonNode erased = inCaseload(coach).path("candidate");

            assertThat(erased.path("state").asString()).isEqualTo("ERASED");
            assertThat(erased.path("name").isNull()).isTrue();
            assertThat(lines()).isEmpty();
        });
        candidate = office.candidate();
        office.openedTrajectory(candidate);
        assertThat(inCaseload(coach).at("/candidate/state").asString()).isEqualTo("UNKNOWN");
    }

    private void grant(String statement) {
        sql().as(Sql.SUPERUSER).sql(statement).update();
    }
}
