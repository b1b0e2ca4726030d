package nl.leerspoor.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.query.projection.QueryNode;
import nl.leerspoor.query.projection.QueryNode.Stored;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event becomes an entry: also beside one that can't be read, and again when its row was lost. */
class EntriesTest {

    @TempDir
    private Path folder;

    private QueryNode node;
    private final UUID pilot = UUID.randomUUID();

    @BeforeEach
    void threeEventsOfWhichTheSecondIsNoJson() {
        node = QueryNode.start(folder);
        node.append(List.of(
                QueryNode.stored(pilot, 0, started(pilot)),
                new Stored(UUID.randomUUID(), 0, "pilot.RegionPilotStarted", "dit is geen JSON"),
                QueryNode.stored(UUID.randomUUID(), 0, started(UUID.randomUUID()))));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anEventThatCannotBeReadIsAnEntryWithoutWhatItSays() {
        entries().position(0);

        assertThat(rows("not unreadable and region = 'AM05' and days_late > 0")).isEqualTo(2);
        assertThat(rows("unreadable and name = 'pilot.RegionPilotStarted' and effective_on is null"))
                .isEqualTo(1);
    }

    @Test
    void aRowThatWasLostIsTakenInAgain() {
        entries().position(0);
        node.sql()
                .sql("delete from query.entry where stream_id = :pilot")
                .param("pilot", pilot)
                .update();
        assertThat(rows("true")).isEqualTo(2);

        node.restart();

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rows("true") == 3);
        assertThat(rows("unreadable")).isEqualTo(1);
    }

    private Entries entries() {
        return node.part(Entries.class);
    }

    private int rows(String condition) {
        return node.sql()
                .sql("select count(*) from query.entry where " + condition)
                .query(Integer.class)
                .single();
    }

    private static RegionPilotStarted started(UUID pilot) {
        LocalDate start = LocalDate.of(2020, 1, 6);
        return new RegionPilotStarted(
                pilot, "AM05", start, "test", "proef", List.of("LOG"), start.plusDays(300), "DAY", null, null);
    }
}
