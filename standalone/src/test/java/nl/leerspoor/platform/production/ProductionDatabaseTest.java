package nl.leerspoor.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import nl.leerspoor.platform.personaldata.KeyDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What profile prod asks of PostgreSQL. */
class ProductionDatabaseTest {

    private static final String OWNER = "leerspoor_owner";

    @TempDir
    static Path data;

    private static KeyDatabase database;
    private static JdbcClient superuser;

    @BeforeAll
    static void start() {
        database = KeyDatabase.start(data);
        superuser = JdbcClient.create(login("postgres"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void asItIsMadeNothingIsWrong() {
        assertThat(faults(OWNER, "leerspoor_command", "leerspoor_keys", "leerspoor_projector", "leerspoor_query"))
                .isEmpty();
    }

    @Test
    void aLoginThatMayDoAnythingIsRefused() {
        assertThat(faults(OWNER, "postgres"))
                .singleElement()
                .asString()
                .startsWith("Role postgres may do anything in PostgreSQL");
    }

    @Test
    void anOwnerThatMayDoAnythingIsRefused() {
        assertThat(faults("postgres", "leerspoor_command"))
                .singleElement()
                .asString()
                .startsWith("Role postgres may do anything");
    }

    @Test
    void aServerThatDoesNotWaitForTheDiskIsRefused(@TempDir Path folder) throws IOException {
        KeyDatabase.start(folder).close();
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "leerspoor")
                        .toFile())
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .start()) {
            DataSource owner = login(careless.getJdbcUrl(OWNER, "postgres"), OWNER);

            assertThat(new ProductionDatabase(owner, List.of()).faults())
                    .containsExactlyInAnyOrder(
                            "Role leerspoor_owner does not wait for the disk: set its synchronous_commit to on, or a power "
                                    + "cut loses acknowledged events.",
                            "Setting fsync of PostgreSQL is off: set it to on, or a power cut loses acknowledged events.",
                            "Setting full_page_writes of PostgreSQL is off: set it to on, or a power cut leaves half a page.");
        }
    }

    @Test
    void onlyWhoWritesWhatCantBeMadeAgainHasToWaitForTheDisk() {
        superuser
                .sql("alter role leerspoor_command set synchronous_commit = off")
                .update();
        try {
            assertThat(faults(OWNER, "leerspoor_command", "leerspoor_projector"))
                    .singleElement()
                    .asString()
                    .startsWith("Role leerspoor_command does not wait for the disk");
        } finally {
            superuser
                    .sql("alter role leerspoor_command reset synchronous_commit")
                    .update();
        }
    }

    @Test
    void aTriggerThatIsSwitchedOffOrGoneIsTold() {
        superuser
                .sql("alter table eventstore.domain_event_entry disable trigger refuse_change")
                .update();
        superuser
                .sql("alter table keys.person_key enable trigger refuse_removal")
                .update();
        superuser.sql("drop trigger refuse_truncate on eventstore.event_mac").update();
        try {
            assertThat(faults(OWNER))
                    .hasSize(3)
                    .anyMatch(fault ->
                            fault.startsWith("Trigger refuse_change on eventstore.domain_event_entry is missing"))
                    .anyMatch(fault -> fault.startsWith("Trigger refuse_removal on keys.person_key is missing"))
                    .anyMatch(fault -> fault.startsWith("Trigger refuse_truncate on eventstore.event_mac is missing"));
        } finally {
            superuser
                    .sql("alter table eventstore.domain_event_entry enable always trigger refuse_change")
                    .update();
            superuser
                    .sql("alter table keys.person_key enable always trigger refuse_removal")
                    .update();
            superuser.sql("""
                    create trigger refuse_truncate before truncate on eventstore.event_mac
                        for each statement execute function eventstore.refuse_change()""").update();
            superuser
                    .sql("alter table eventstore.event_mac enable always trigger refuse_truncate")
                    .update();
        }
    }

    @Test
    void everyTriggerThatHoldsForEverybodyIsAskedFor() {
        assertThat(ProductionDatabase.standing(superuser))
                .containsExactlyInAnyOrderElementsOf(ProductionDatabase.TRIGGERS);
    }

    private static List<String> faults(String owner, String... pools) {
        return new ProductionDatabase(
                        login(owner),
                        Arrays.stream(pools).map(role -> login(role)).toList())
                .faults();
    }

    private static DataSource login(String role) {
        return login(database.url(), role);
    }

    private static DataSource login(String url, String role) {
        return new DriverManagerDataSource(url, role, "");
    }
}
