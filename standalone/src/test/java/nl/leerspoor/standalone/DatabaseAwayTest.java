package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When the database is away or busy, nothing is half done and the sender may try again under the same key. */
class DatabaseAwayTest extends RunningApplication {

    /** The lock that makes appends commit in the order of their positions. */
    private static final String APPEND_LOCK = "select pg_advisory_xact_lock(4763902581)";

    @Autowired
    private DatabaseProperties database;

    private Connection operator;
    private Client keyed;
    private String key;
    private String pilot;

    @BeforeEach
    void begin() throws SQLException {
        operator = DriverManager.getConnection(database.url(), "postgres", "");
        key = UUID.randomUUID().toString();
        keyed = client.with("Idempotency-Key", key);
        pilot = UUID.randomUUID().toString();
        Map<String, Object> start = StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID());
        start.put("id", pilot);
        await().untilAsserted(() -> assertThat(client.with("Idempotency-Key", pilot)
                        .post("/v1/pilots", start)
                        .status())
                .isEqualTo(201));
    }

    @AfterEach
    void end() throws SQLException {
        operator.close();
    }

    private Reply confirmPlan() {
        return keyed.post("/v1/pilots/" + pilot + "/plan-confirmations", "{\"effectiveOn\":\"2020-03-16\"}");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isTrue(String sql) throws SQLException {
        try (Statement statement = operator.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void assertTryAgain(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("UNAVAILABLE");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.body()).doesNotContain("Exception", "SQL");
    }

    /** An attempt that was said to have failed, but was recorded all the same, would show as a replay here. */
    private void assertNothingWasDoneAndTheSameKeyWorksNow() {
        Reply reply = await().until(this::confirmPlan, answer -> answer.status() != 503);

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Idempotent-Replay")).isNull();
    }

    @Nested
    class Busy {

        @Test
        void aKeyThatIsStillBeingHandledAfterFiveSecondsIsInFlight() throws SQLException {
            operator.setAutoCommit(false);
            execute("insert into command.receipt(client, key, fingerprint) values ('testwerkcoach', '" + key
                    + "', '')");

            Reply reply = confirmPlan();

            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("REQUEST_IN_FLIGHT");
            operator.rollback();
            assertNothingWasDoneAndTheSameKeyWorksNow();
        }

        @Test
        void aLockThatIsNotGivenInTimeEndsTheCommand() throws SQLException {
            operator.setAutoCommit(false);
            execute(APPEND_LOCK);

            assertTryAgain(confirmPlan());
            operator.rollback();
            assertNothingWasDoneAndTheSameKeyWorksNow();
        }

        @Test
        void aNewThingIsNotSaidToExistWhenItsAppendFailed() throws SQLException {
            operator.setAutoCommit(false);
            execute(APPEND_LOCK);

            assertTryAgain(client.post("/v1/pilots", StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID())));
            operator.rollback();
        }
    }

    @Nested
    class Away {

        private static final String WRITERS = " from pg_stat_activity where usename = 'leerspoor_command'";

        @Test
        void aConnectionThatIsLostInTheMiddleLeavesNothingBehind() throws SQLException {
            operator.setAutoCommit(false);
            execute(APPEND_LOCK);
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(DatabaseAwayTest.this::confirmPlan);
            await().until(() -> isTrue("select exists(select" + WRITERS + " and wait_event = 'advisory')"));

            execute("select pg_terminate_backend(pid)" + WRITERS + " and wait_event = 'advisory'");

            assertTryAgain(reply.join());
            operator.rollback();
            assertNothingWasDoneAndTheSameKeyWorksNow();
        }

        @Test
        void withoutAnyConnectionCommandsAreToBeTriedAgain() throws SQLException {
            execute("alter role leerspoor_command nologin");
            try {
                execute("select pg_terminate_backend(pid)" + WRITERS);

                assertTryAgain(confirmPlan());
            } finally {
                execute("alter role leerspoor_command login");
            }
            assertNothingWasDoneAndTheSameKeyWorksNow();
        }

        @Test
        void withoutAnyConnectionQuestionsAreToBeAskedAgain() throws SQLException {
            execute("alter role leerspoor_query nologin");
            try {
                execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'leerspoor_query'");

                assertTryAgain(client.get("/v1/figures"));
            } finally {
                execute("alter role leerspoor_query login");
            }
            await().untilAsserted(
                            () -> assertThat(client.get("/v1/figures").status()).isEqualTo(200));
        }
    }
}
