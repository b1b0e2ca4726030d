package nl.leerspoor.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import nl.leerspoor.standalone.TwentePilot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Health tells operators that somebody receives too late, for as long as that is so. */
class ReceiversTest extends TwentePilot {

    @Autowired
    private List<Receivers> receivers;

    private JdbcClient superuser;

    @BeforeEach
    void aConsumerThatIsBehind(@Value("${leerspoor.database.url}") String databaseUrl) {
        superuser = JdbcClient.create(new DriverManagerDataSource(databaseUrl, "postgres", ""));
        superuser
                .sql("insert into query.consumer (owner, name, regions) values ('koppeling-achter', 'kopie', '{AM05}')")
                .update();
        superuser
                .sql("insert into query.consumer_partition (owner, name, number, position, seen_at)"
                        + " values ('koppeling-achter', 'kopie', 0, 0, now())")
                .update();
    }

    @AfterEach
    void leavesNothingBehind() {
        superuser
                .sql("delete from query.consumer where owner = 'koppeling-achter'")
                .update();
    }

    @Test
    void healthIsAmberUntilWhoIsFarBehindHasCaughtUp() {
        var metrics = new SimpleMeterRegistry();
        try (var watch = new ReceiversWatch(receivers, Duration.ofMillis(1), metrics)) {
            await().until(() -> watch.health().getStatus().getCode().equals("DEGRADED"));
            assertThat(watch.health().getDetails().get("reasons").toString())
                    .contains("1 of kind CONSUMER", "/v1/receivers")
                    .doesNotContain("koppeling");

            superuser
                    .sql("update query.consumer_partition set position ="
                            + " (select max(global_index) from eventstore.domain_event_entry)"
                            + " where owner = 'koppeling-achter'")
                    .update();

            await().until(() -> watch.health().getStatus().getCode().equals("UP"));
            assertThat(metrics.get("leerspoor.receivers.lag")
                            .tag("kind", "CONSUMER")
                            .gauge()
                            .value())
                    .isZero();
        }
    }
}
