package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.eventstore.EventTail;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A reader that asks for everything above a position misses nothing, though an event is drawn its index before anybody
 * can see it, and whatever time it says it was written.
 */
class OrderingTest extends RunningApplication {

    private static final String LONG_AGO = "2019-01-01T00:00:00Z";

    @Autowired
    private EventTail tail;

    private String template;

    @BeforeEach
    void aPilotToCopy() {
        template = client.post(
                        "/v1/pilots",
                        StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void anAppendWaitsForTheUnseenOneBeforeIt() throws SQLException {
        long before = sql().head();
        String unseen = UUID.randomUUID().toString();
        String backdated = UUID.randomUUID().toString();

        try (Connection first = sql().connect(Sql.COMMAND)) {
            first.setAutoCommit(false);
            append(first, unseen, null);
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> appendAtOnce(backdated, LONG_AGO));
            Awaitility.await("the second append waits").until(this::somebodyWaitsForTheAppendLock);

            assertThat(second).isNotDone();
            assertThat(streamsAfter(before)).as("nothing overtakes").isEmpty();

            first.commit();
            second.join();
        }

        Awaitility.await("both events").until(() -> streamsAfter(before).contains(backdated));
        assertThat(streamsAfter(before)).containsSubsequence(unseen, backdated);
    }

    @Test
    void everyViewAppliesWhatWasUnseenWhenItLooked() throws SQLException {
        List<String> pilots = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            String unseen = UUID.randomUUID().toString();
            String backdated = UUID.randomUUID().toString();
            try (Connection first = sql().connect(Sql.COMMAND)) {
                first.setAutoCommit(false);
                append(first, unseen, LONG_AGO);
                CompletableFuture<Void> second = CompletableFuture.runAsync(() -> appendAtOnce(backdated, LONG_AGO));
                Awaitility.await().until(this::somebodyWaitsForTheAppendLock);
                client.get("/v1/figures");
                first.commit();
                second.join();
            }
            pilots.add(unseen);
            pilots.add(backdated);
        }

        assertThat(client.get("/v1/figures?minPosition=" + sql().head()).status())
                .isEqualTo(200);
        assertThat(sql().as(Sql.PROJECTOR)
                        .sql("select distinct pilot_id::text from query.pilot_period where pilot_id::text in (:pilots)")
                        .param("pilots", pilots)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(pilots);
    }

    private void appendAtOnce(String pilot, String time) {
        try (Connection connection = sql().connect(Sql.COMMAND)) {
            append(connection, pilot, time);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the start of another pilot, as the command side would, with a message timestamp of choice. */
    private void append(Connection connection, String pilot, String time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into eventstore.domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type,
                       payload_type, payload_revision, payload, meta_data, time_stamp)
                select gen_random_uuid()::text, ?, 0, type, payload_type, payload_revision,
                       convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8'), meta_data,
                       coalesce(?, time_stamp)
                  from eventstore.domain_event_entry where aggregate_identifier = ?""")) {
            statement.setString(1, pilot);
            statement.setString(2, template);
            statement.setString(3, pilot);
            statement.setString(4, time);
            statement.setString(5, template);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private boolean somebodyWaitsForTheAppendLock() {
        return sql().as(Sql.SUPERUSER)
                .sql("select exists(select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private List<String> streamsAfter(long position) {
        List<String> streams = new ArrayList<>();
        try (var stream = tail.openStream(new GlobalSequenceTrackingToken(position))) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                TrackedEventMessage<?> next = stream.nextAvailable();
                streams.add(((DomainEventMessage<?>) next).getAggregateIdentifier());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return streams;
    }
}
