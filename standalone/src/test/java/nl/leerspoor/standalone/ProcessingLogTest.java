package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody reads who a person is without a line that says so. */
class ProcessingLogTest extends RunningApplication {

    private static final String NAME = "Logkandidaat Zesentwintig";

    private String candidate;
    private Client reader;

    @BeforeEach
    void somebodyWithAName() {
        var office = new RegionOffice(client, "AM07");
        candidate = office.candidate();
        Reply written = office.done("/v1/candidates/" + candidate + "/details", body("name", NAME + " " + candidate));
        reader = client.as("testlezer-" + candidate.substring(24) + "; role=PRIVACY_OFFICER; regions=AM07");
        client.get("/v1/candidates/" + candidate + "/details?minPosition="
                + written.json().path("position").asLong());
    }

    private String path() {
        return "/v1/candidates/" + candidate + "/details";
    }

    private List<JsonNode> lines() {
        Reply log =
                client.get("/v1/processing-log?candidate=" + candidate + "&by=testlezer-" + candidate.substring(24));
        assertThat(log.status()).as(log.body()).isEqualTo(200);
        return log.json().path("items").valueStream().toList();
    }

    @Test
    void aReadingIsALine() {
        assertThat(reader.get(path()).json().path("name").asString()).startsWith(NAME);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("name").asString()).isEqualTo("READ_CANDIDATE_DETAILS");
            assertThat(line.path("personId").asString()).isEqualTo(candidate);
            assertThat(line.path("resource").asString()).isEqualTo(path());
            assertThat(line.path("roles").valueStream().map(JsonNode::asString)).containsExactly("PRIVACY_OFFICER");
            assertThat(line.path("region").asString()).isEqualTo("AM07");
            assertThat(line.path("traceId").asString()).isNotEmpty();
        });
    }

    @Test
    void whoIsFoundByNameWasReadToo() {
        Reply found = reader.post("/v1/candidate-searches", Map.of("name", NAME + " " + candidate));
        assertThat(found.json().path("candidates")).hasSize(1);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("name").asString()).isEqualTo("SEARCH_CANDIDATES");
            assertThat(line.toString()).doesNotContain(NAME);
        });
    }

    @Test
    void whatIsNotThereAndWhatTheReaderStillHasIsNotRead() {
        String tag = reader.get(path()).header("ETag");
        assertThat(reader.with("If-None-Match", tag).get(path()).status()).isEqualTo(304);
        assertThat(reader.get("/v1/candidates/" + UUID.randomUUID() + "/details")
                        .status())
                .isEqualTo(404);

        assertThat(lines()).hasSize(1);
    }

    @Test
    void noLogNoAnswer() {
        sql().as(Sql.SUPERUSER)
                .sql("revoke insert on query.processing_log from leerspoor_projector")
                .update();
        try {
            for (Reply reply :
                    List.of(reader.get(path()), reader.post("/v1/candidate-searches", Map.of("name", candidate)))) {
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.body()).doesNotContain(NAME);
            }
            assertThat(client.get("/v1/trajectories?limit=1").status()).isEqualTo(200);
        } finally {
            sql().as(Sql.SUPERUSER)
                    .sql("grant insert on query.processing_log to leerspoor_projector")
                    .update();
        }
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update query.processing_log set read_by = 'iemand-anders'",
                "delete from query.processing_log",
                "truncate query.processing_log"
            })
    void aLineStaysAsItIs(String change) {
        assertThatThrownBy(() -> sql().as(Sql.SUPERUSER).sql(change).update())
                .rootCause()
                .hasMessageContaining("only grows");
    }
}
