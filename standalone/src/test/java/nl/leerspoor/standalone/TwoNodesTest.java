package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two command nodes on one database: the database decides who was first, and nothing is lost. */
class TwoNodesTest extends RunningApplication {

    private static ChildProgram node;

    private Client other;
    private String pilot;

    @BeforeEach
    void aSecondNodeAndAPilot() {
        if (node == null) {
            node = ChildProgram.start(
                    CommandApplication.class,
                    Map.of(
                            "LEERSPOOR_DB_URL", sql().url(),
                            "LEERSPOOR_KEK_FILE", DATA + "/keys/key-encryption.key",
                            "LEERSPOOR_INDEX_KEY_FILE", DATA + "/keys/index.key",
                            "LEERSPOOR_MAC_KEY_FILE", DATA + "/keys/mac.key",
                            "LEERSPOOR_SHRED_REGISTER", DATA + "/shred-register"));
        }
        other = node.client();
        pilot = client.post(
                        "/v1/pilots",
                        StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()))
                .json()
                .path("id")
                .asString();
    }

    @AfterAll
    static void stopTheSecondNode() {
        node.close();
        node = null;
    }

    @Test
    void whoSawTheSameVersionCantBothChangeIt() {
        List<Reply> replies = atOnce(Stream.of(client, other).map(node -> node.with("If-Match", "\"0\"")));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 412);
        assertThat(versions()).containsExactly(0L, 1L);
    }

    @Test
    void whoDoesNotMindTheVersionIsDecidedAgainAfterALostRace() {
        List<Reply> replies = atOnce(IntStream.range(0, 6).mapToObj(n -> n % 2 == 0 ? client : other));

        long recorded = replies.stream().filter(reply -> reply.status() == 201).count();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(201, 409));
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("CONCURRENT_CHANGE"));
        assertThat(versions()).hasSize((int) recorded + 1);
        assertThat(recorded).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aRepeatToTheOtherNodeGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();

        Reply first = confirm(client.with("Idempotency-Key", key));
        Reply second = confirm(other.with("Idempotency-Key", key));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(versions()).containsExactly(0L, 1L);
    }

    private List<Reply> atOnce(Stream<Client> clients) {
        return clients.map(one -> CompletableFuture.supplyAsync(() -> confirm(one))).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private Reply confirm(Client one) {
        return one.post("/v1/pilots/" + pilot + "/plan-confirmations", Map.of("effectiveOn", "2020-01-06"));
    }

    private List<Long> versions() {
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select sequence_number from eventstore.domain_event_entry
                         where aggregate_identifier = :pilot order by sequence_number""")
                .param("pilot", pilot)
                .query(Long.class)
                .list();
    }
}
