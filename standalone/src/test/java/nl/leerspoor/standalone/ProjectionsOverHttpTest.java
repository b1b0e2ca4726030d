package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator rebuilds a view, looks at it, swaps it in and goes back. */
class ProjectionsOverHttpTest extends RunningApplication {

    private static final String VIEW = "/v1/projections/ceremonies";

    @Test
    void aViewIsRebuiltComparedSwappedAndSwappedBack() {
        int before = serving();
        Reply begun = client.post(VIEW + "/versions", "{}");

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String next = begun.header("Location");
        assertThat(next)
                .isEqualTo(VIEW + "/versions/" + begun.json().path("version").asInt());
        Awaitility.await("the rebuild")
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get(next).json().path("built").asBoolean());
        JsonNode comparison = client.get(next + "/comparison").json();
        assertThat(comparison.path("differentStreams").asLong()).isZero();

        Reply swapped = client.post(next + "/swaps", "{}");

        assertThat(swapped.status()).as(swapped.body()).isEqualTo(200);
        assertThat(swapped.json().path("state").asString()).isEqualTo("SERVING");
        assertThat(client.post(next + "/swaps", "{}").status()).isEqualTo(200);
        assertThat(client.post(next + "/abandonments", "{}").code()).isEqualTo("VERSION_SERVES");
        assertThat(client.get("/v1/ceremonies").status()).isEqualTo(200);

        String old = VIEW + "/versions/" + before;
        Awaitility.await("the old version, which is kept up to date")
                .until(() -> client.post(old + "/swaps", "{}").status() == 200);
        assertThat(serving()).isEqualTo(before);
        assertThat(client.post(next + "/abandonments", "{}").status()).isEqualTo(200);
        assertThat(client.get(next).status()).isEqualTo(404);
    }

    @Test
    void anAuditorHasAViewReplayedAndIsToldWhetherItSaysTheSame() {
        Client auditor = client.as("iemand; role=AUDITOR; regions=AM05");
        String replay = replayed(auditor, "candidates");
        JsonNode same = auditor.get(replay).json();

        assertThat(same.path("verdict").asString()).as(same.toString()).isEqualTo("EQUAL");
        assertThat(same.path("streamsDone").asLong())
                .isEqualTo(same.path("streams").asLong());
        assertThat(same.path("rows")).isEmpty();

        String candidate = new RegionOffice(client, "AM05").candidate();
        String again = replayed(auditor, "candidates");
        assertThat(again).isNotEqualTo(replay);
        assertThat(auditor.get(replay).status()).as("replaced by the next").isEqualTo(404);
        String table = "query.candidate_period_" + serving("/v1/projections/candidates");
        sql().as(Sql.SUPERUSER)
                .sql("create table query.kept as select candidate_id, reference, income_kind from " + table
                        + " where candidate_id = cast(:candidate as uuid)")
                .param("candidate", candidate)
                .update();
        try {
            change(table, "'verkeerd'", "'verkeerd'");
            Awaitility.await("the comparison")
                    .untilAsserted(() -> assertThat(
                                    auditor.get(again).json().path("verdict").asString())
                            .isEqualTo("DIFFERENT"));
            JsonNode row = auditor.get(again).json().at("/rows/0");
            assertThat(row.path("stream").asString()).isEqualTo(candidate);
            assertThat(row.path("columns").findValuesAsString("column")).containsExactly("income_kind", "reference");
            assertThat(row.at("/columns/0").toString()).as("how somebody is").doesNotContain("verkeerd");
            assertThat(row.at("/columns/1/serving").asString()).isEqualTo("verkeerd");
            assertThat(client.as("iemand; role=AUDITOR; regions=AM06")
                            .get(again)
                            .json()
                            .path("verdict")
                            .asString())
                    .as("of other regions nothing is told")
                    .isEqualTo("EQUAL");
            String version = again.replaceFirst(".*/", "");
            JsonNode operators = client.get("/v1/projections/candidates/versions/" + version + "/comparison")
                    .json();
            assertThat(operators.at("/rows/0/columns").toString()).isEqualTo("[\"income_kind\",\"reference\"]");
            assertThat(operators.toString()).doesNotContain("verkeerd");
        } finally {
            change(table, "kept.reference", "kept.income_kind");
            sql().as(Sql.SUPERUSER).sql("drop table query.kept").update();
        }
    }

    @Test
    void aReplaySeesARowOfSomethingOfWhichThereWasNeverAnEvent() {
        Client auditor = client.as("iemand; role=AUDITOR; regions=AM05");
        String candidate = new RegionOffice(client, "AM05").candidate();
        String replay = replayed(auditor, "candidates");
        String table = "candidate_period_" + serving("/v1/projections/candidates");
        UUID invented = UUID.randomUUID();
        var superuser = sql().as(Sql.SUPERUSER);
        String columns = superuser
                .sql("select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'query'"
                        + " and table_name = :table and is_generated = 'NEVER' and is_identity = 'NO'"
                        + " and column_name <> 'candidate_id'")
                .param("table", table)
                .query(String.class)
                .single();
        superuser
                .sql("insert into query.%1$s (candidate_id, %2$s) select cast(:invented as uuid), %2$s from query.%1$s"
                                .formatted(table, columns)
                        + " where candidate_id = cast(:candidate as uuid)")
                .param("invented", invented.toString())
                .param("candidate", candidate)
                .update();
        try {
            JsonNode told = auditor.get(replay).json();
            assertThat(told.path("verdict").asString()).as(told.toString()).isEqualTo("DIFFERENT");
            assertThat(told.at("/rows/0/stream").asString()).isEqualTo(invented.toString());
            assertThat(told.at("/rows/0/in").asString()).isEqualTo("SERVING_ONLY");
        } finally {
            superuser
                    .sql("delete from query." + table + " where candidate_id = cast(:invented as uuid)")
                    .param("invented", invented.toString())
                    .update();
        }
    }

    private void change(String table, String reference, String incomeKind) {
        sql().as(Sql.SUPERUSER)
                .sql(
                        "update %s t set reference = %s, income_kind = %s from query.kept where kept.candidate_id = t.candidate_id"
                                .formatted(table, reference, incomeKind))
                .update();
    }

    private String replayed(Client auditor, String view) {
        Reply begun = auditor.post("/v1/audit/replays/" + view, "{}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String replay = begun.header("Location");
        Awaitility.await("the replay")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        !auditor.get(replay).json().path("verdict").asString().equals("RUNNING"));
        return replay;
    }

    @Test
    void everyViewTellsHowFarItIs() {
        JsonNode projections = client.get("/v1/projections").json().path("projections");

        assertThat(projections.size()).isGreaterThanOrEqualTo(10);
        projections.forEach(
                view -> assertThat(view.path("versions").get(0).path("built").asBoolean())
                        .as(view.toString())
                        .isTrue());
    }

    @Test
    void whatIsUnknownIsNotFoundAndWhatIsWrongIsToldAsSuch() {
        assertThat(client.get("/v1/projections/onbekend").status()).isEqualTo(404);
        assertThat(client.post("/v1/projections/onbekend/versions", "{}").status())
                .isEqualTo(404);
        assertThat(client.get(VIEW + "/versions/x").status()).isEqualTo(404);
        assertThat(client.get(VIEW + "/versions/99999").status()).isEqualTo(404);
        assertThat(client.post(VIEW + "/retries?stream=x", "{}").status()).isEqualTo(400);
        assertThat(client.post(VIEW + "/retries", "{}").json().path("waiting").asInt())
                .isZero();
        assertThat(client.get(VIEW + "/versions/" + serving() + "/comparison").code())
                .isEqualTo("VERSION_SERVES");
    }

    private int serving() {
        return serving(VIEW);
    }

    private int serving(String view) {
        for (JsonNode version : client.get(view).json().path("versions")) {
            if (version.path("state").asString().equals("SERVING")) {
                return version.path("version").asInt();
            }
        }
        throw new AssertionError("No version serves");
    }
}
