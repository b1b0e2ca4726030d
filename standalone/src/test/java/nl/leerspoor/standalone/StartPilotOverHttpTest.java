package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One command from HTTP to the event table and back. */
class StartPilotOverHttpTest extends RunningApplication {

    @Test
    void aStartedPilotIsAnsweredWithItsIdVersionAndPosition() {
        var reply = client.post("/v1/pilots", pilot(UUID.randomUUID().toString()));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        assertThat(reply.json().path("id").asString()).isNotEmpty();
        assertThat(reply.json().path("position").asLong()).isPositive();
    }

    static Map<String, Object> pilot(String programme) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", "AM05");
        body.put("effectiveOn", "2019-09-01");
        body.put("programmeId", programme);
        body.put("name", "Pilot praktijkleren");
        body.put("sectors", List.of("LOG", "DZ"));
        body.put("plannedEnd", "2020-12-31");
        body.put("datePrecision", "DAY");
        return body;
    }
}
