package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person who was entered twice is found, and becomes one again. */
class DuplicatesOverHttpTest extends RunningApplication {

    private RegionOffice office;
    private String name;
    private String first;
    private String second;

    @BeforeEach
    void somebodyWhoWasEnteredTwice() {
        office = new RegionOffice(client, "AM10");
        name = "Dubbelkandidaat " + UUID.randomUUID();
        first = candidate(name);
        second = candidate("  " + name.toUpperCase(java.util.Locale.ROOT) + " ");
    }

    private String candidate(String named) {
        String id = office.candidate();
        office.done("/v1/candidates/" + id + "/details", body("name", named, "birthDate", "2001-02-03"));
        return id;
    }

    private List<JsonNode> others(String candidate) {
        Reply reply = client.get(
                "/v1/possible-duplicates?region=AM10&candidate=" + candidate + "&minPosition=" + sql().head());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("ubbelkandidaat");
        return reply.json().path("items").valueStream().toList();
    }

    private Reply merge(String duplicate, String into) {
        return office.post("/v1/candidates/" + duplicate + "/merges", body("intoCandidateId", into));
    }

    @Test
    void eachIsToldOfTheOther() {
        assertThat(others(first))
                .singleElement()
                .satisfies(one -> assertThat(one.path("others").valueStream().map(JsonNode::asString))
                        .containsExactly(second));
        assertThat(others(second)).hasSize(1);
        assertThat(others(candidate(name + " Junior"))).isEmpty();
    }

    @Test
    void mergedTheyAreOnePersonAndNothingMoreIsRecordedOfTheDuplicate() {
        assertThat(merge(second, first).status()).isEqualTo(201);

        assertThat(others(first)).isEmpty();
        JsonNode merged = client.get("/v1/candidates/" + second + "/details").json();
        assertThat(merged.path("personId").asString()).isEqualTo(first);
        Reply refused = office.post("/v1/candidates/" + second + "/notes", body("text", "Te laat"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("CANDIDATE_MERGED");
        assertThat(refused.json().path("into").asString()).isEqualTo(first);
        assertThat(merge(second, first).code()).isEqualTo("CANDIDATE_MERGED");
        assertThat(merge(first, second).code()).isEqualTo("CANDIDATE_MERGED");
    }

    @Test
    void whatIsNotToBeMergedIsNot() {
        assertThat(merge(first, first).code()).isEqualTo("MERGED_WITH_ITSELF");
        assertThat(merge(first, UUID.randomUUID().toString()).code()).isEqualTo("UNKNOWN_CANDIDATE_TO_MERGE_INTO");
        assertThat(merge(first, new RegionOffice(client, "AM11").candidate()).code())
                .isEqualTo("OTHER_REGION");
        office.openedTrajectory(first);
        assertThat(merge(first, second).code()).isEqualTo("DUPLICATE_HAS_OPEN_TRAJECTORY");
        assertThat(merge(second, first).status()).isEqualTo(201);
    }

    @Test
    void whoIsErasedIsErasedAsTheDuplicateToo() {
        merge(second, first);
        Client officer = client.as("testprivacy; role=PRIVACY_OFFICER");
        String id = officer.post(
                        "/v1/privacy-cases",
                        body("region", "AM10", "kind", "ERASURE", "candidateId", first, "requestedBy", "PERSON"))
                .json()
                .path("id")
                .asString();
        officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", "AVG_17_1_A"));
        Reply erased = client.as("testprivacy-tweede; role=PRIVACY_OFFICER")
                .post("/v1/privacy-cases/" + id + "/erasures", body());

        assertThat(erased.status()).as(erased.body()).isEqualTo(201);
        for (String candidate : List.of(first, second)) {
            assertThat(client.get("/v1/candidates/" + candidate + "/details?minPosition=" + sql().head())
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("ERASED");
        }
        assertThat(client.get("/v1/privacy-cases/" + id + "/certificate")
                        .json()
                        .path("nothingLeft")
                        .asBoolean())
                .isTrue();
    }
}
