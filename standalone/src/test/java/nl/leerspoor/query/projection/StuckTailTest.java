package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.query.projection.QueryNode.Stored;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Before an event of a later release both sides stand still, say so, and take nothing for poison. */
class StuckTailTest {

    private static final String LATER = "pilot.PartnerAdded of a later release";

    @TempDir
    Path folder;

    @Test
    void bothSidesAreAmberAndWhatCameBeforeIsTakenIn() {
        try (QueryNode node = QueryNode.start(folder);
                ConfigurableApplicationContext commands = commandNode(node)) {
            Pilots pilots = new Pilots(node);
            assertThat(amber(commands)).isZero();
            UUID pilot = pilots.started("van nu");
            pilots.caughtUp();
            node.restart(() -> {
                pilots.rescheduled(pilot, 1);
                node.append(List.of(new Stored(pilot, 2, LATER, "{}")));
                pilots.rescheduled(pilot, 3);
            });

            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertStandsStill(node.context());
                assertStandsStill(commands);
                assertThat(pilots.rows(pilot)).isEqualTo(3);
            });
            assertThat(pilots.parked(pilot)).isEqualTo("0 and 0 behind");
            assertThat(node.part(Completeness.class).check())
                    .as("what nobody may pass is not missing")
                    .isZero();
        }
    }

    @Test
    void aStreamThatCantBeReadIsNotRestoredAndHoldsUpNoOther() {
        try (QueryNode node = QueryNode.start(folder)) {
            Pilots pilots = new Pilots(node);
            List<UUID> readable = List.of(pilots.started("een"), pilots.started("twee"));
            UUID unreadable = pilots.started("drie");
            pilots.caughtUp();
            node.append(List.of(new Stored(unreadable, 1, LATER, "{}")));
            node.sql().sql("update query.completeness set due_at = 'infinity'").update();
            node.sql()
                    .sql("delete from query.pilot_period_" + pilots.serving().number())
                    .update();

            assertThat(node.part(Completeness.class).check()).isEqualTo(3);

            assertThat(readable)
                    .allSatisfy(pilot -> assertThat(pilots.rows(pilot)).isEqualTo(1));
            assertThat(pilots.rows(unreadable)).isZero();
            assertThat(pilots.parked(unreadable)).isEqualTo("0 and 0 behind");
            assertThat(node.part(Completeness.class).check()).isEqualTo(1);
        }
    }

    private static void assertStandsStill(ApplicationContext side) {
        Health health =
                side.getBean("tailHealthIndicator", HealthIndicator.class).health();
        assertThat(health.getDetails())
                .containsEntry(
                        "reasons",
                        List.of("Readers stand still before position 3: this release doesn't know revision 1 of "
                                + LATER + ". Start one that does."));
        assertThat(side.getBean(HealthEndpoint.class).health().getStatus().getCode())
                .isEqualTo("DEGRADED");
        assertThat(amber(side)).isEqualTo(1);
    }

    private static double amber(ApplicationContext side) {
        return side.getBean(MeterRegistry.class)
                .get("leerspoor.tail.stuck")
                .gauge()
                .value();
    }

    private static ConfigurableApplicationContext commandNode(QueryNode node) {
        return new SpringApplicationBuilder(CommandApplication.class)
                .run(
                        "--spring.config.name=command-side",
                        "--server.port=0",
                        "--leerspoor.database.url=" + node.url(),
                        "--leerspoor.stop.notice=0s");
    }
}
