package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import nl.leerspoor.query.projection.Views;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The framework runs as it was meant to: no part is left to what it would guess by itself. */
class EventStoreWiringTest extends RunningApplication {

    @Autowired
    private TransactionManager transactionManager;

    @Autowired
    private EventProcessingConfiguration processing;

    private String pilot;

    @BeforeEach
    void aPilot() {
        pilot = client.post(
                        "/v1/pilots",
                        StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void appendsHappenInATransactionOfTheDatabase() {
        assertThat(transactionManager).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void whatWasAppendedBeforeACommandFailedIsGone() {
        long before = versions();

        var late = client.with("If-Match", "\"7\"")
                .post("/v1/pilots/" + pilot + "/plan-confirmations", Map.of("effectiveOn", "2020-01-06"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void everyViewHasAProcessorOfItsOwnAndNoOtherProcessorIsThereThatIsNotPooled() {
        assertThat(sql().as(Sql.PROJECTOR)
                        .sql("select distinct split_part(processor_name, '@', 1) from query.token_entry")
                        .query(String.class)
                        .list())
                .containsAll(Views.ALL);
        assertThat(processing.eventProcessors().values())
                .allSatisfy(processor -> assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));
    }

    @Test
    void nothingIsStoredAsALargeObject() {
        assertThat(client.get("/v1/figures?minPosition=" + sql().head()).status())
                .isEqualTo(200);

        assertThat(count("select count(*) from pg_largeobject_metadata")).isZero();
        assertThat(count("""
                        select count(*) from information_schema.columns
                         where table_schema in ('eventstore', 'query') and data_type = 'oid'""")).isZero();
    }

    @Test
    void noSnapshotIsWrittenAndNoDeadLetterKept() {
        assertThat(count("select count(*) from eventstore.snapshot_event_entry"))
                .isZero();
        assertThat(count("select count(*) from information_schema.tables where table_name like '%dead_letter%'"))
                .isZero();
    }

    @Test
    void objectsAreNeverReadFromXml() {
        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void anIdOfOneKindIsNoIdForAnother() {
        Map<String, Map<String, ?>> creations = Map.of(
                "/v1/candidates",
                Map.of(
                        "targetGroup", "STATUSHOUDER",
                        "labourStatus", "WERKZOEKEND",
                        "hasStartkwalificatie", false,
                        "incomeKind", "UITKERING",
                        "referrer", "GEMEENTE"),
                "/v1/leerbedrijven",
                Map.of("name", "Voorbeeldbedrijf", "sector", "LOG"),
                "/v1/ceremonies",
                Map.of("on", "2020-06-18", "place", "Voorbeeldzaal"),
                "/v1/cohorts",
                Map.of("name", "Voorbeeldcohort"));

        creations.forEach((path, members) -> {
            Map<String, Object> body = new java.util.LinkedHashMap<>(members);
            body.put("id", pilot);
            body.put("region", "AM05");
            body.put("effectiveOn", "2020-01-06");

            var reply = client.post(path, body);

            assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(409);
            assertThat(reply.code()).as(path).isEqualTo("ID_IN_USE");
        });
    }

    private long versions() {
        return sql().as(Sql.SUPERUSER)
                .sql("select count(*) from eventstore.domain_event_entry where aggregate_identifier = :pilot")
                .param("pilot", pilot)
                .query(Long.class)
                .single();
    }

    private long count(String select) {
        return sql().as(Sql.SUPERUSER).sql(select).query(Long.class).single();
    }
}
