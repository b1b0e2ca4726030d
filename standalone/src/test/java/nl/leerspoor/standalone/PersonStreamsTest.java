package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.platform.eventstore.PersonStreams;
import org.junit.jupiter.api.Test;

/** The streams of a person are found by an index, however many events there are. */
class PersonStreamsTest extends RunningApplication {

    @Test
    void isFoundUnderEveryIdThatTurnedOutToBeTheSame() {
        RegionOffice office = new RegionOffice(client, "AM32");
        List<String> candidates = List.of(office.candidate(), office.candidate(), office.candidate());
        merge(office, candidates.get(0), candidates.get(1));
        merge(office, candidates.get(1), candidates.get(2));

        assertThat(PersonStreams.candidates(sql().as(Sql.COMMAND), person(candidates.get(2))))
                .extracting(UUID::toString)
                .containsExactlyElementsOf(candidates);
        assertThat(PersonStreams.candidates(sql().as(Sql.COMMAND), UUID.randomUUID()))
                .isEmpty();
    }

    private static void merge(RegionOffice office, String duplicate, String into) {
        office.done("/v1/candidates/" + duplicate + "/merges", body("intoCandidateId", into));
    }

    private UUID person(String candidate) {
        return sql().as(Sql.SUPERUSER)
                .sql(
                        "select cast(eventstore.payload_member(payload, 'personId') as uuid) from eventstore.domain_event_entry"
                                + " where aggregate_identifier = :candidate and sequence_number = 0")
                .param("candidate", candidate)
                .query(UUID.class)
                .single();
    }

    @Test
    void noStatementGoesThroughAllEvents() throws SQLException {
        assertThat(plan(PersonStreams.CANDIDATES))
                .contains("candidates_of_a_person", "merges_into_a_person")
                .doesNotContain("Seq Scan on domain_event_entry");
        assertThat(plan(PersonStreams.LEERBEDRIJVEN))
                .contains("namings_of_a_contact_person")
                .doesNotContain("Seq Scan on domain_event_entry");
    }

    /** As it is where going through all is worse, which it isn't yet in a small store. */
    private String plan(String statement) throws SQLException {
        try (Connection connection = sql().connect(Sql.COMMAND);
                PreparedStatement planner = connection.prepareStatement("set enable_seqscan = off");
                PreparedStatement explained =
                        connection.prepareStatement("explain " + statement.replace(":person", "?"))) {
            planner.execute();
            explained.setString(1, UUID.randomUUID().toString());
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = explained.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    @Test
    void whatIsNoJsonBreaksNoAppend() {
        assertThat(sql().as(Sql.COMMAND)
                        .sql("select eventstore.payload_member(:payload, 'personId') is null")
                        .params(Map.of("payload", new byte[] {(byte) 0xff}))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
