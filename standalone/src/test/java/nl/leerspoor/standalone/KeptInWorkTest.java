package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which employers kept their candidate in work, as the outcomes tell it. */
class KeptInWorkTest extends RunningApplication {

    private static final String REGION = "AM13";

    private RegionOffice office;
    private String keeper;
    private final List<String> trajectories = new ArrayList<>();

    @BeforeEach
    void threeWhoCompletedAtOneLeerbedrijf() {
        office = new RegionOffice(client, REGION);
        keeper = office.leerbedrijf();
        String supervisor = office.supervisor(keeper, 3);
        for (int n = 0; n < 3; n++) {
            trajectories.add(office.completedTrajectory(keeper, supervisor, List.of(RegionOffice.WERKPROCES)));
        }
    }

    @Test
    void anEmployerIsFoundByHowManyItKept() {
        assertThat(kept("2020-12-01")).isZero();

        outcome(trajectories.get(0), "M3", "2020-08-17", true);
        outcome(trajectories.get(0), "M6", "2020-11-16", true);
        outcome(trajectories.get(1), "M6", "2020-11-16", false);
        outcome(trajectories.get(2), "M6", "2020-11-16", null);

        assertThat(kept("2020-08-16")).isZero();
        assertThat(kept("2020-12-01"))
                .as("two outcomes of one person, one elsewhere, one untold")
                .isOne();
        assertThat(found("&keptMin=1&validOn=2020-12-01&id=" + keeper)).hasSize(1);
        assertThat(found("&keptMin=2&validOn=2020-12-01&id=" + keeper)).isEmpty();
    }

    private int kept(String day) {
        return found("&validOn=" + day + "&id=" + keeper)
                .getFirst()
                .path("kept")
                .asInt();
    }

    private List<JsonNode> found(String filters) {
        return client.get("/v1/leerbedrijven?region=" + REGION + filters + "&minPosition=" + sql().head())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private void outcome(String trajectory, String moment, String day, Boolean sameLeerbedrijf) {
        String candidate = client.get("/v1/trajectories/" + trajectory + "?minPosition=" + sql().head())
                .json()
                .path("candidateId")
                .asString();
        var outcome = body("trajectoryId", trajectory, "moment", moment, "outcome", "EMPLOYED", "source", "SELF");
        outcome.put("effectiveOn", day);
        if (sameLeerbedrijf != null) {
            outcome.put("sameLeerbedrijf", sameLeerbedrijf);
        }
        office.done("/v1/candidates/" + candidate + "/outcomes", outcome);
    }
}
