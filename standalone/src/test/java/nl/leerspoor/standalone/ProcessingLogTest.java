package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Nobody reads who a person is without a line that says so. */
class ProcessingLogTest extends RunningApplication {

    private static final String NAME = "Logkandidaat Zesentwintig";

    @Autowired
    @Qualifier("processingLogHealthIndicator")
    private HealthIndicator health;

    @Autowired
    @Qualifier("auditDataSource")
    private HikariDataSource audit;

    private String candidate;
    private Client reader;

    @BeforeEach
    void somebodyWithAName() {
        var office = new RegionOffice(client, "AM07");
        candidate = office.candidate();
        Reply written = office.done("/v1/candidates/" + candidate + "/details", body("name", NAME + " " + candidate));
        reader = client.as("testlezer-" + candidate.substring(24) + "; role=PRIVACY_OFFICER; regions=AM07");
        client.get("/v1/candidates/" + candidate + "/details?minPosition="
                + written.json().path("position").asLong());
    }

    private String path() {
        return "/v1/candidates/" + candidate + "/details";
    }

    private List<JsonNode> lines() {
        Reply log =
                client.get("/v1/processing-log?candidate=" + candidate + "&by=testlezer-" + candidate.substring(24));
        assertThat(log.status()).as(log.body()).isEqualTo(200);
        return log.json().path("items").valueStream().toList();
    }

    @Test
    void aReadingIsALine() {
        assertThat(reader.get(path()).json().path("name").asString()).startsWith(NAME);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("name").asString()).isEqualTo("READ_CANDIDATE_DETAILS");
            assertThat(line.path("personId").asString()).isEqualTo(candidate);
            assertThat(line.path("resource").asString()).isEqualTo(path());
            assertThat(line.path("roles").valueStream().map(JsonNode::asString)).containsExactly("PRIVACY_OFFICER");
            assertThat(line.path("region").asString()).isEqualTo("AM07");
            assertThat(line.path("traceId").asString()).isNotEmpty();
        });
    }

    @Test
    void whoIsFoundByNameWasReadToo() {
        Reply found = reader.post("/v1/candidate-searches", Map.of("name", NAME + " " + candidate));
        assertThat(found.json().path("candidates")).hasSize(1);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("name").asString()).isEqualTo("SEARCH_CANDIDATES");
            assertThat(line.toString()).doesNotContain(NAME);
        });
    }

    @Test
    void whatIsNotThereAndWhatTheReaderStillHasIsNotRead() {
        String tag = reader.get(path()).header("ETag");
        assertThat(reader.with("If-None-Match", tag).get(path()).status()).isEqualTo(304);
        assertThat(reader.get("/v1/candidates/" + UUID.randomUUID() + "/details")
                        .status())
                .isEqualTo(404);

        assertThat(lines()).hasSize(1);
    }

    @Test
    void noLogNoAnswer() {
        sql().as(Sql.SUPERUSER)
                .sql("revoke insert on query.processing_log from leerspoor_projector")
                .update();
        try {
            for (Reply reply :
                    List.of(reader.get(path()), reader.post("/v1/candidate-searches", Map.of("name", candidate)))) {
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.body()).doesNotContain(NAME);
            }
            assertThat(client.get("/v1/trajectories?limit=1").status()).isEqualTo(200);
        } finally {
            sql().as(Sql.SUPERUSER)
                    .sql("grant insert on query.processing_log to leerspoor_projector")
                    .update();
        }
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update query.processing_log set read_by = 'iemand-anders'",
                "delete from query.processing_log",
                "truncate query.processing_log"
            })
    void aLineStaysAsItIs(String change) {
        assertThatThrownBy(() -> sql().as(Sql.SUPERUSER).sql(change).update())
                .rootCause()
                .hasMessageContaining("only grows");
    }

    private JsonNode check() {
        Reply reply = client.get("/v1/proof/processing-log");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** Waits until the line of a reading is chained, and gives the table that it is in and its number. */
    private Map<String, Object> chainedLine() {
        reader.get(path());
        Map<String, Object> line = sql().as(Sql.SUPERUSER)
                .sql("select tableoid::regclass::text as month, row_id from query.processing_log where read_by = :by")
                .param("by", "testlezer-" + candidate.substring(24))
                .query()
                .singleRow();
        Awaitility.await("the chain")
                .until(() -> sql().as(Sql.SUPERUSER)
                        .sql("""
                                select exists(select from query.processing_log l join query.processing_log_link k
                                     on k.written_on = l.written_on and (l.written_in, l.row_id) <= (k.to_xid, k.to_row)
                                where l.row_id = :row)""")
                        .param("row", line.get("row_id"))
                        .query(Boolean.class)
                        .single());
        return line;
    }

    /** As a superuser may who knows how, and then takes it back. */
    private void tamperWith(String month, List<String> statements, List<String> back, Runnable look) {
        var superuser = sql().as(Sql.SUPERUSER);
        superuser.sql("alter table " + month + " disable trigger refuse_change").update();
        try {
            statements.forEach(statement -> superuser.sql(statement).update());
            look.run();
        } finally {
            back.forEach(statement -> superuser.sql(statement).update());
            superuser
                    .sql("alter table " + month + " enable always trigger refuse_change")
                    .update();
        }
    }

    @Test
    void aLineThatIsChangedOrRemovedIsNoticed() {
        Map<String, Object> line = chainedLine();
        String month = line.get("month").toString();
        String row = " where row_id = " + line.get("row_id");
        String name = sql().as(Sql.SUPERUSER)
                .sql("select read_by from " + month + row)
                .query(String.class)
                .single();
        assertThat(check().path("whole").asBoolean()).isTrue();

        tamperWith(
                month,
                List.of("update " + month + " set read_by = 'iemand-anders'" + row),
                List.of("update " + month + " set read_by = '" + name + "'" + row),
                this::assertThatItIsNoticed);
        tamperWith(
                month,
                List.of("create table public.removed as select * from " + month + row, "delete from " + month + row),
                List.of("insert into " + month + " select * from public.removed", "drop table public.removed"),
                this::assertThatItIsNoticed);

        assertThat(check().path("whole").asBoolean()).isTrue();
    }

    private void assertThatItIsNoticed() {
        assertThat(check().path("whole").asBoolean()).isFalse();
        assertThat(check().path("changed")).hasSize(1);
    }

    /** A line as somebody writes it who may do anything in the database. */
    private void slippedIn(String by, String server, String transaction, String moment) {
        sql().as(Sql.SUPERUSER)
                .sql("""
                        insert into query.processing_log (trace_id, operation_id, name, status_code, start_time, end_time,
                               resource, processing_activity_id, data_subject_id, region, read_by, roles, organisation,
                               written_on, written_in)
                        select '', '', 'READ_CANDIDATE_DETAILS', 'OK', moment, moment, '/', 'urn', :person, 'AM07',
                               '%s', '{}', '', %s, cast(%s as xid8) from (select %s as moment) m""".formatted(by, server, transaction, moment))
                .param("person", UUID.randomUUID())
                .update();
    }

    /** Takes what was slipped in out again, once it was looked at. */
    private void withoutTrace(Runnable look) {
        var superuser = sql().as(Sql.SUPERUSER);
        try {
            look.run();
        } finally {
            superuser
                    .sql(
                            "select distinct tableoid::regclass::text from query.processing_log where read_by = 'testinsluiper'")
                    .query(String.class)
                    .list()
                    .forEach(month -> tamperWith(
                            month,
                            List.of(),
                            List.of("delete from " + month + " where read_by = 'testinsluiper'"),
                            () -> {}));
        }
        assertThat(check().path("whole").asBoolean()).isTrue();
    }

    @Test
    void aLineThatIsSlippedInIsNoticedInWhateverMonthItIs() {
        chainedLine();

        slippedIn("testinsluiper", "query.this_server()", "'1'", "timestamptz '2019-05-05 12:00Z'");
        withoutTrace(() -> {
            assertThat(check().path("whole").asBoolean()).isFalse();
            assertThat(check().path("miscounted").toString())
                    .isEqualTo("[{\"month\":\"2019-05-01\",\"chained\":0,\"found\":1}]");
        });

        slippedIn("testinsluiper", "query.this_server()", "'1'", "now()");
        withoutTrace(() -> assertThat(check().path("whole").asBoolean()).isFalse());
    }

    @Test
    void aLineThatStaysUnchainedIsTold() {
        chainedLine();

        slippedIn("testinsluiper", "query.this_server()", "'9000000000000000000'", "now() - interval '10 minutes'");
        withoutTrace(() -> {
            assertThat(check().path("unchained").asLong()).isPositive();
            assertThat(check().path("oldestUnchained").asString()).isNotEmpty();
            Awaitility.await("the alarm")
                    .untilAsserted(() ->
                            assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED"));
            assertThat(health.health().getDetails().toString()).contains("unchained");
        });

        Awaitility.await("the end of the alarm")
                .untilAsserted(
                        () -> assertThat(health.health().getStatus().getCode()).isEqualTo("UP"));
    }

    @Test
    void aLogThatWasMovedFromAnotherServerIsChainedOn() {
        slippedIn("testlezer-elders", "42", "'9000000000000000000'", "now()");
        Awaitility.await("the lines of that server")
                .untilAsserted(() -> assertThat(sql().as(Sql.SUPERUSER)
                                .sql("select count(*) from query.processing_log_link where written_on = 42")
                                .query(Long.class)
                                .single())
                        .isPositive());

        chainedLine();

        assertThat(check().path("whole").asBoolean()).isTrue();
        assertThat(check().path("brokenAt").asLong()).isZero();
    }

    @Test
    void aLineThatClaimsToBeOlderThanItsChainingIsTold() {
        String then = "now() - interval '2 hours'";
        slippedIn("testlezer-later", "query.this_server()", "pg_current_xact_id()::text", then);
        String day = sql().as(Sql.SUPERUSER)
                .sql("select ((" + then + ") at time zone 'UTC')::date::text")
                .query(String.class)
                .single();

        Awaitility.await("the chain")
                .untilAsserted(() -> assertThat(client.get("/v1/proof/processing-log?on=" + day)
                                .json()
                                .path("late"))
                        .isNotEmpty());
    }

    @Test
    void whatAuditorsHaveWorkedOutLeavesTheLogAlone() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < audit.getMaximumPoolSize()) {
                taken.add(audit.getConnection());
            }

            assertThat(client.get("/v1/proof/processing-log").code()).isEqualTo("UNAVAILABLE");
            assertThat(reader.get(path()).status()).isEqualTo(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(JdbcClient.create(audit)
                        .sql("show statement_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("1min");
    }

    @Test
    void aLinkThatIsChangedIsNoticed() {
        chainedLine();
        String links = "query.processing_log_link";
        long newest = check().path("links").asLong();
        String change = "update " + links + " set lines = lines %s 1 where number = " + newest;

        tamperWith(links, List.of(change.formatted("+")), List.of(change.formatted("-")), () -> {
            assertThat(check().path("brokenAt").asLong()).isEqualTo(newest);
            assertThat(check().path("whole").asBoolean()).isFalse();
        });

        assertThat(check().path("brokenAt").asLong()).isZero();
    }

    @Test
    void aLineOfAMonthWithoutATableIsKeptBeside() {
        var projector = sql().as(Sql.PROJECTOR);
        projector.sql("""
                        insert into query.processing_log (trace_id, operation_id, name, status_code, start_time, end_time,
                               resource, processing_activity_id, data_subject_id, region, read_by, roles, organisation)
                        values ('', '', 'READ_CANDIDATE_DETAILS', 'OK', '2099-05-05', '2099-05-05', '/', 'urn', :person, 'AM07',
                               'testlezer-later', '{}', '')""").param("person", UUID.randomUUID()).update();

        assertThat(projector
                        .sql(
                                "select missing || ' ' || sql_state from query.prepare_processing_log(date '2099-05-01', 2)")
                        .query(String.class)
                        .list())
                .as("what could not be made is told")
                .containsExactly("2099-05-01 23514");

        assertThat(sql().as(Sql.SUPERUSER)
                        .sql(
                                "select tableoid::regclass::text from query.processing_log where read_by = 'testlezer-later'")
                        .query(String.class)
                        .list())
                .containsOnly("query.processing_log_other");
        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select to_regclass('query.processing_log_2099_06') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leerspoor_query", "leerspoor_command", "leerspoor_sealer"})
    void nobodyElseWritesIt(String role) {
        assertThatThrownBy(() -> sql().as(role)
                        .sql("insert into query.processing_log (trace_id) values ('')")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
