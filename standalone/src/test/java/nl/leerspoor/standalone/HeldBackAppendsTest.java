package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.access.Permission;
import nl.leerspoor.command.pilot.PilotCommand.ConfirmPilotPlan;
import nl.leerspoor.platform.eventstore.Appends;
import nl.leerspoor.platform.eventstore.EventStorage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who decides many commands in one transaction writes their events at its end, and keeps nobody waiting before. */
class HeldBackAppendsTest extends RunningApplication {

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStorage events;

    @Autowired
    @Qualifier("commandTransactionManager")
    private PlatformTransactionManager transactionManager;

    private TransactionTemplate transaction;
    private Appends appends;
    private UUID pilot;
    private long before;

    @BeforeEach
    void aPilot() {
        transaction = new TransactionTemplate(transactionManager);
        appends = Appends.heldBack();
        pilot = UUID.fromString(startPilot().json().path("id").asString());
        before = versions();
    }

    @Test
    void othersAppendMeanwhileAndComeFirst() {
        transaction.executeWithoutResult(status -> {
            confirm();
            Client.Reply other = startPilot();
            assertThat(other.status()).isEqualTo(201);

            events.write(appends);

            assertThat(appends.positionOf(1).orElseThrow())
                    .isGreaterThan(other.json().path("position").asLong());
        });

        assertThat(versions()).isEqualTo(before + 1);
    }

    @Test
    void theSameWorkSeesThemAndNobodyElse() {
        transaction.executeWithoutResult(status -> {
            Outcome first = confirm();
            Outcome second = confirm();

            assertThat(second.versionBefore()).isEqualTo(first.versionBefore() + 1);
            assertThat(versions()).isEqualTo(before);
            events.write(appends);
        });

        assertThat(versions()).isEqualTo(before + 2);
    }

    @Test
    void whatIsForgottenIsNotWritten() {
        transaction.executeWithoutResult(status -> {
            confirm();
            int count = appends.count();
            confirm();
            appends.backTo(count);

            events.write(appends);
        });

        assertThat(versions()).isEqualTo(before + 1);
    }

    @Test
    void aStreamThatChangedMeanwhileIsALostRace() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    confirm();
                    assertThat(client.post(
                                            "/v1/pilots/" + pilot + "/plan-confirmations",
                                            Map.of("effectiveOn", "2020-01-06"))
                                    .status())
                            .isEqualTo(201);

                    events.write(appends);
                }))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(versions()).isEqualTo(before + 1);
    }

    @Test
    void whoReadsAStreamThatChangedMeanwhileHasLostTheRaceAtOnce() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    confirm();
                    client.post("/v1/pilots/" + pilot + "/plan-confirmations", Map.of("effectiveOn", "2020-01-06"));

                    confirm();
                }))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(versions()).isEqualTo(before + 1);
    }

    @Test
    void moreEventsThanAStatementMayHaveParametersAreWrittenInTheirOrder() {
        int many = 70_000;
        DomainEventMessage<?> one = events.readEvents(pilot.toString()).next();
        String stream = UUID.randomUUID().toString();
        List<EventMessage<?>> more = IntStream.range(0, many)
                .<EventMessage<?>>mapToObj(version -> new GenericDomainEventMessage<>(
                        one.getType(), stream, version, one.getPayload(), one.getMetaData()))
                .toList();
        Appends atOnce = Appends.writtenAtOnce();

        transaction.executeWithoutResult(status -> {
            atOnce.during(() -> {
                events.appendEvents(more);
                return many;
            });
            assertThat(events.lastSequenceNumberFor(stream)).contains(many - 1L);
            status.setRollbackOnly();
        });

        assertThat(atOnce.positionOf(many).orElseThrow() - atOnce.positionOf(1).orElseThrow())
                .isEqualTo(many - 1L);
    }

    @Test
    void ofTwoStreamsTheOneThatSomebodyWasFirstInIsToldAndNotTheNewOne() {
        transaction.executeWithoutResult(status -> {
            confirm();
            events.write(appends);
        });
        DomainEventMessage<?> first = events.readEvents(pilot.toString()).next();
        List<EventMessage<?>> newAndTaken = List.of(
                new GenericDomainEventMessage<>(
                        first.getType(), UUID.randomUUID().toString(), 0, first.getPayload(), first.getMetaData()),
                new GenericDomainEventMessage<>(
                        first.getType(), pilot.toString(), before, first.getPayload(), first.getMetaData()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> events.appendEvents(newAndTaken)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining(pilot.toString());
    }

    private Outcome confirm() {
        By by = new By("testbeheerder", "", "", "c", "c", "c", "IMPORT", Instant.now());
        var confirmation = new GenericCommandMessage<>(
                new ConfirmPilotPlan(pilot, LocalDate.of(2020, 1, 6)), by.metadata(by.at()));
        return appends.during(() -> commands.sendAndWait(
                Permission.askedBy(IdentityProvider.everything("testbeheerder", "ROC"), confirmation)));
    }

    private Client.Reply startPilot() {
        return client.post(
                "/v1/pilots", StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()));
    }

    private long versions() {
        return sql().as(Sql.SUPERUSER)
                .sql("select count(*) from eventstore.domain_event_entry where aggregate_identifier = :pilot")
                .param("pilot", pilot.toString())
                .query(Long.class)
                .single();
    }
}
