package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        for (JsonNode version : client.get(VIEW).json().path("versions")) {
            if (version.path("state").asString().equals("SERVING")) {
                return version.path("version").asInt();
            }
        }
        throw new AssertionError("No version serves");
    }
}
