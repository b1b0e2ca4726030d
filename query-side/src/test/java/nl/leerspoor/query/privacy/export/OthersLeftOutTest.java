package nl.leerspoor.query.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who else is in what is told to a person is left out of it. */
class OthersLeftOutTest {

    private static final String MINE = "00000000-0000-0000-0000-0000000000a1";
    private static final String THEIRS = "00000000-0000-0000-0000-0000000000b2";

    private static String told(String json) {
        JsonNode of = JsonMapper.shared().readTree(json.replace("MINE", MINE).replace("THEIRS", THEIRS));
        return new OthersLeftOut(
                        Set.of(MINE), (member, envelope) -> JsonMapper.shared().readTree("\"open " + member + "\""))
                .of(of)
                .toString()
                .replace(MINE, "MINE")
                .replace(THEIRS, "THEIRS");
    }

    @Test
    void idsOfOthersAreLeftOutAndOnesOwnStay() {
        assertThat(told("{\"candidateId\":\"MINE\",\"supervisorId\":\"THEIRS\",\"werkcoachId\":\"anja\"}"))
                .isEqualTo("{\"candidateId\":\"MINE\",\"supervisorId\":\"[ander persoon]\","
                        + "\"werkcoachId\":\"[ander persoon]\"}");
        assertThat(told("{\"reserved_for\":[\"THEIRS\"],\"authorisedBy\":\"anja\",\"end_decided_by\":\"anja\"}"))
                .doesNotContain("THEIRS", "anja");
        assertThat(told("{\"lines\":[{\"code\":\"B1\",\"schoolCoachId\":\"anja\"}]}"))
                .isEqualTo("{\"lines\":[{\"code\":\"B1\",\"schoolCoachId\":\"[ander persoon]\"}]}");
    }

    @Test
    void whatSaysNothingOfAPersonStays() {
        String json = "{\"leerbedrijfId\":\"THEIRS\",\"requestedBy\":\"PERSON\",\"score\":7,\"supervisorId\":null}";

        assertThat(told(json)).isEqualTo(json);
    }

    @Test
    void whatIsSealedOpensForItsOwnerOnly() {
        assertThat(told("{\"name\":{\"pd\":1,\"s\":\"MINE\",\"k\":1,\"c\":\"AAAA\"}}"))
                .isEqualTo("{\"name\":\"open name\"}");
        assertThat(told("{\"name\":{\"pd\":1,\"s\":\"THEIRS\",\"k\":1,\"c\":\"AAAA\"}}"))
                .isEqualTo("{\"name\":\"[ander persoon]\"}");
    }
}
