package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.query.projection.QueryNode;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was worked out of a version of a view is not told any more when another serves, at the same position. */
class PublicationsTest {

    private static final Identity MONITOR = new Identity("testmonitor", Set.of(Role.MONITOR), Set.of("AM05"), "");
    private static final AsOf DAY = new AsOf(LocalDate.of(2020, 10, 31), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void areKeptUntilAnotherVersionServes() {
        try (QueryNode node = QueryNode.start(folder)) {
            Publications publications = node.part(Publications.class);
            Scope scope = Scope.of(MONITOR, Action.READ_FIGURES);
            Publication first = publications.of(scope, DAY, Optional.empty());
            assertThat(publications.of(scope, DAY, Optional.empty())).isSameAs(first);
            String figures = tag(node.get("/v1/figures", "application/json"));
            String list = tag(node.get("/v1/cohorts", "application/json"));
            String others = tag(node.get("/v1/ceremonies", "application/json"));
            assertThat(tag(node.get("/v1/figures", "application/json"))).isEqualTo(figures);

            node.rebuild(Views.COHORTS);

            assertThat(publications.of(scope, DAY, Optional.empty())).isNotSameAs(first);
            assertThat(tag(node.get("/v1/figures", "application/json"))).isNotEqualTo(figures);
            assertThat(tag(node.get("/v1/cohorts", "application/json"))).isNotEqualTo(list);
            assertThat(tag(node.get("/v1/ceremonies", "application/json"))).isEqualTo(others);
        }
    }

    private static String tag(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
