package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** While the keys of people can't be reached, nobody reads or writes who they are, and everything else goes on. */
class KeysAwayTest extends RunningApplication {

    private static final List<String> READERS = List.of(Sql.COMMAND, Sql.PROJECTOR);

    @Test
    void onlyWhatIsPersonalWaits() {
        var office = new RegionOffice(client, "AM12");
        String candidate = office.candidate();
        String details = "/v1/candidates/" + candidate + "/details";
        Reply named = office.done(details, body("name", "Wachtkandidaat Zevenentwintig"));
        assertThat(client.get(details + "?minPosition="
                                + named.json().path("position").asLong())
                        .status())
                .isEqualTo(200);

        READERS.forEach(role -> grant("revoke select on keys.person_key from " + role));
        try {
            assertThat(client.get(details).status()).isEqualTo(503);
            assertThat(client.post("/v1/candidate-searches", Map.of("name", "wachtkandidaat zevenentwintig"))
                            .status())
                    .isEqualTo(503);
            assertThat(office.post("/v1/candidates/" + candidate + "/notes", body("text", "Nu niet"))
                            .status())
                    .isEqualTo(503);
            Reply trajectory = office.openTrajectory(candidate);
            assertThat(trajectory.status()).as(trajectory.body()).isEqualTo(201);
            Reply consent = office.done("/v1/candidates/" + candidate + "/consents", body("kind", "PUBLICITY"));
            long position = consent.json().path("position").asLong();
            assertThat(client.get("/v1/trajectories?region=AM12&minPosition=" + position)
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/v1/figures?region=AM12&minPosition=" + position)
                            .status())
                    .as("the view of candidates goes on, since it opens nothing")
                    .isEqualTo(200);
        } finally {
            READERS.forEach(role -> grant("grant select on keys.person_key to " + role));
        }

        Reply note = office.done("/v1/candidates/" + candidate + "/notes", body("text", "Nu wel"));
        assertThat(caughtUp(details, note).path("name").asString()).isEqualTo("Wachtkandidaat Zevenentwintig");
        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select count(*) from query.parked_event where view like 'candidate-details%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The view tries again after a while; each question waits for it for two seconds. */
    private JsonNode caughtUp(String details, Reply with) {
        String question =
                details + "?minPosition=" + with.json().path("position").asLong();
        Reply reply = client.get(question);
        for (int attempt = 1; reply.status() == 503 && attempt < 30; attempt++) {
            reply = client.get(question);
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private void grant(String statement) {
        sql().as(Sql.SUPERUSER).sql(statement).update();
    }
}
