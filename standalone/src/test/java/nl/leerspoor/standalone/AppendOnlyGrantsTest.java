package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is stored is never changed, by nobody; and each role can do what it needs and no more. */
class AppendOnlyGrantsTest extends RunningApplication {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** The only one: a second would have to be named here. */
    @Autowired
    private EntityManagerFactory entities;

    @BeforeEach
    void anEventIsStored() {
        client.post("/v1/pilots", StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.PROJECTOR, Sql.QUERY, Sql.OWNER, Sql.SUPERUSER})
    void nobodyChangesOrRemovesAnEvent(String role) {
        long before = sql().events();

        refused(role, "update eventstore.domain_event_entry set payload = payload");
        refused(role, "delete from eventstore.domain_event_entry");
        refused(role, "truncate eventstore.domain_event_entry");

        assertThat(sql().events()).isGreaterThanOrEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.PROJECTOR, Sql.QUERY, Sql.SEALER, Sql.OWNER, Sql.SUPERUSER})
    void nobodyChangesOrRemovesWhatProvesEvents(String role) {
        for (String table : List.of("event_mac", "log_tile", "log_checkpoint", "log_key")) {
            refused(role, "delete from eventstore." + table);
            refused(role, "truncate eventstore." + table);
        }
        refused(role, "update eventstore.event_mac set mac = mac");
        refused(role, "update eventstore.log_tile set hashes = hashes");
        refused(role, "update eventstore.log_checkpoint set note = note");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.PROJECTOR, Sql.QUERY})
    void onlyTheSealerSeals(String role) {
        refused(role, "insert into eventstore.log_key (key) values ('k')");
        refused(role, """
                insert into eventstore.log_checkpoint (origin, size, root, last_position, note)
                values ('log', 1, sha256(''), 1, '')""");
    }

    @Test
    void whoSealsReadsEventsAndDoesNothingElseWithThem() {
        refused(Sql.SEALER, "insert into eventstore.event_mac (event_id, mac) values (gen_random_uuid(), sha256(''))");
        refused(Sql.SEALER, "update eventstore.domain_event_entry set payload = payload");
        refused(Sql.SEALER, "select count(*) from command.receipt");
        refused(Sql.SEALER, "select count(*) from query.token_entry");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.PROJECTOR, Sql.QUERY, Sql.SEALER})
    void onlyTheCommandSideAppends(String role) {
        refused(role, """
                insert into eventstore.domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type,
                       payload_type, payload_revision, payload, meta_data, time_stamp)
                values ('a', 'b', 0, 'pilot', 'pilot.PartnerAdded', '1', '', '', '')""");
    }

    @Test
    void whoAsksQuestionsSeesNoEvents() {
        refused(Sql.QUERY, "select count(*) from eventstore.domain_event_entry");
        refused(Sql.QUERY, "select count(*) from eventstore.event_log");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.QUERY})
    void whoAsksQuestionsOrDecidesWritesNoView(String role) {
        refused(role, "delete from query.token_entry");
        refused(role, "delete from query.trajectory_period");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.QUERY, Sql.SEALER})
    void onlyWhoMakesViewsTellsFiguresToPublish(String role) {
        refused(role, "insert into command.told_figures (hash, report) values ('h', 'r')");
        refused(role, "update command.told_figures set report = report");
        refused(role, "delete from command.told_figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.QUERY, Sql.SEALER})
    void onlyWhoMakesViewsTellsOfRetention(String role) {
        refused(role, "insert into command.told_retention (region, proposals, told_at) values ('AM05', 1, now())");
        refused(role, "update command.told_retention set proposals = 0");
        refused(role, "delete from command.told_retention");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.QUERY, Sql.SEALER})
    void onlyWhoSendsEventsKnowsWhoReceivesThem(String role) {
        refused(role, "select count(*) from query.consumer");
        refused(role, "update query.consumer_partition set position = 0");
    }

    @Test
    void figuresToPublishStayWhatWasTold() {
        refused(Sql.PROJECTOR, "update command.told_figures set report = report");
        assertThatThrownBy(() -> execute(
                        Sql.PROJECTOR,
                        "insert into command.told_figures (hash, report) values (repeat('0', 64), '{}')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("told_figures_check");
    }

    @Test
    void entitiesAreReadByWhoAsksQuestions() {
        Object reader = entities.callInTransaction(session -> session.createNativeQuery(
                        "select current_user || ' ' || current_setting('transaction_read_only')")
                .getSingleResult());

        assertThat(reader).isEqualTo(Sql.QUERY + " on");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sql.COMMAND, Sql.PROJECTOR, Sql.QUERY, Sql.SEALER})
    void noRoleOfTheApplicationMakesOrRemovesTables(String role) {
        refused(role, "create table command.more(id int)");
        refused(role, "create table public.more(id int)");
        assertThatThrownBy(() -> execute(role, "drop table eventstore.domain_event_entry"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "leerspoor_command, idle_in_transaction_session_timeout, 5s",
        "leerspoor_command, lock_timeout, 4s",
        "leerspoor_command, statement_timeout, 15s",
        "leerspoor_projector, idle_in_transaction_session_timeout, 10s",
        "leerspoor_query, idle_in_transaction_session_timeout, 5s",
        "leerspoor_query, lock_timeout, 5s",
        "leerspoor_query, statement_timeout, 15s",
        "leerspoor_sealer, idle_in_transaction_session_timeout, 10s",
        "leerspoor_sealer, lock_timeout, 5s",
        "leerspoor_webhook, idle_in_transaction_session_timeout, 5s",
        "leerspoor_webhook, lock_timeout, 5s",
        "leerspoor_webhook, statement_timeout, 15s",
    })
    void aFrozenNodeHoldsNoLockForLong(String role, String setting, String limit) {
        assertThat(sql().as(role).sql("show " + setting).query(String.class).single())
                .isEqualTo(limit);
    }

    @Test
    void aRebuildMayTakeLong() {
        assertThat(sql().as(Sql.PROJECTOR)
                        .sql("show statement_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }

    private void refused(String role, String statement) {
        assertThatThrownBy(() -> execute(role, statement))
                .as("%s: %s", role, statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private void execute(String role, String sql) throws SQLException {
        try (var connection = sql().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
