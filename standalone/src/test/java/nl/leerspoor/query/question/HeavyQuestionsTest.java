package nl.leerspoor.query.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.query.projection.QueryNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few heavy questions are answered at once; all others are answered meanwhile. */
class HeavyQuestionsTest {

    private static final String DAYS = "validOn=2020-11-01&knownOn=2020-11-01";

    private static final List<String> HEAVY = List.of(
            "/v1/figures/series?from=2020-10-01&until=2020-11-01&figure=F01",
            "/v1/figures/difference?" + DAYS,
            "/v1/trajectories/" + UUID.randomUUID() + "/dossier",
            "/v1/snapshots/draft?region=AM05&validOn=2020-11-01&knownOn=2020-11-02",
            "/v1/snapshots/" + UUID.randomUUID() + "/reproduction",
            "/v1/snapshots/" + UUID.randomUUID() + "/differences",
            "/v1/audit/replays/candidates/1",
            "/v1/projections/candidates/versions/1/comparison",
            "/v1/proof/processing-log",
            "/v1/events/summary",
            "/v1/figures/forecast?" + DAYS + "&on=2020-12-31&training=" + UUID.randomUUID() + ":2020-12-11");

    private static final Identity MONITOR = new Identity("testmonitor", Set.of(Role.MONITOR), Set.of("AM05"), "");

    @TempDir
    Path folder;

    @Test
    void whoComesWhenThereAreEnoughIsToldToComeAgain() throws Exception {
        try (QueryNode node = QueryNode.start(folder)) {
            HeavyQuestions turns = node.part(HeavyQuestions.class);
            for (int taken = 0; taken < HeavyQuestions.AT_ONCE; taken++) {
                turns.take();
            }

            assertThat(HEAVY).hasSameSizeAs(HeavyQuestions.PATHS).allSatisfy(question -> {
                var refused = node.get(question, "application/json, application/zip");
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"", "zware vragen");
            });
            assertThat(node.get(HEAVY.getFirst(), "text/csv").statusCode())
                    .as("a file is no way round")
                    .isEqualTo(503);
            assertThat(node.get("/v1/figures?" + DAYS, "application/json").statusCode())
                    .isEqualTo(200);

            assertThat(node.get(MONITOR, "/v1/figures", "application/json").statusCode())
                    .as("it is worked out of all regions")
                    .isEqualTo(503);

            turns.giveBack();
            assertThat(node.get(MONITOR, "/v1/figures", "application/json").statusCode())
                    .isEqualTo(200);
            assertThat(HEAVY.stream().limit(2)).allSatisfy(question -> {
                for (int again : new int[] {1, 2}) {
                    var answer = node.get(question, "application/json");
                    assertThat(answer.statusCode())
                            .as(again + " " + answer.body())
                            .isEqualTo(200);
                }
            });
            assertThat(node.get(HEAVY.getLast(), "application/json").statusCode())
                    .as("a fault gives its turn back too")
                    .isEqualTo(400);
            assertThat(node.get(HEAVY.getFirst(), "text/csv").statusCode()).isEqualTo(200);
        }
    }
}
