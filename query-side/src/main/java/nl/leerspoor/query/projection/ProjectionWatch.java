package nl.leerspoor.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nl.leerspoor.query.projection.Alarm.Finding;
import nl.leerspoor.query.projection.ProjectionCondition.Sight;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks every second how far the views that serve are behind the store, on whichever node they are filled, and tells it as metrics
 * and as health. Who asks gets what was seen last, so that health costs no connection and doesn't fail under load.
 */
@Component("projections")
@EnableConfigurationProperties(LagLimits.class)
class ProjectionWatch implements HealthIndicator, AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final JdbcClient jdbc;
    private final Map<Alarm, MultiGauge> alarms;
    private final LagLimits limits;
    private final MultiGauge positionsBehind;
    private final MultiGauge secondsBehind;
    private volatile Sight sight = new Sight(Instant.now(), List.of(), List.of());
    private volatile ProjectionCondition condition = ProjectionCondition.UNKNOWN;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projection-watch").daemon().factory());

    ProjectionWatch(
            @Qualifier("projectorJdbc") JdbcClient jdbc, List<Alarm> alarms, LagLimits limits, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.positionsBehind = MultiGauge.builder("leerspoor.projection.lag.positions")
                .description("Positions in the store that a segment of a view has not passed yet")
                .register(metrics);
        this.secondsBehind = MultiGauge.builder("leerspoor.projection.lag")
                .baseUnit("seconds")
                .description("How long the oldest event that a segment of a view has not passed has been waiting")
                .register(metrics);
        Gauge.builder("leerspoor.events.position", this, watch -> watch.head())
                .description("The newest position in the store")
                .register(metrics);
        this.alarms = alarms.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        alarm -> MultiGauge.builder(alarm.metric())
                                .description(alarm.meaning())
                                .register(metrics)));
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Health health() {
        ProjectionCondition now = ProjectionCondition.judge(condition, sight, Views.ALL, limits, Instant.now());
        return Health.status(now.verdict().name())
                .withDetail("reasons", now.reasons())
                .build();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private void look() {
        try {
            List<String> reasons = new ArrayList<>();
            alarms.forEach((alarm, gauge) -> {
                List<Finding> findings = alarm.look().get();
                tell(gauge, findings);
                findings.forEach(finding -> reasons.add(finding.reason()));
            });
            sight = new Sight(Instant.now(), lags(), reasons);
            tell(positionsBehind, Lag::positions);
            tell(secondsBehind, lag -> lag.time(sight.at()).toMillis() / 1_000.0);
        } catch (DataAccessException unavailable) {
            // the last sight grows old, which the condition says
        }
        condition = ProjectionCondition.judge(condition, sight, Views.ALL, limits, Instant.now());
    }

    private List<Lag> lags() {
        return jdbc.sql("""
                        select v.view, t.segment, coalesce(a.position, 0) as position, head.position as head,
                               (select e.time_stamp from eventstore.domain_event_entry e
                                 where e.global_index > coalesce(a.position, 0)
                                 order by e.global_index limit 1) as waiting_since
                          from query.view_version v
                          join query.token_entry t on t.processor_name = v.view || '@' || v.number
                          cross join (select coalesce(max(global_index), 0) as position
                                        from eventstore.domain_event_entry) head
                          left join query.applied a on a.view = t.processor_name and a.segment = t.segment
                         where v.state = 'SERVING'""")
                .query((row, n) -> {
                    String since = row.getString("waiting_since");
                    return new Lag(
                            row.getString("view"),
                            row.getInt("segment"),
                            row.getLong("position"),
                            row.getLong("head"),
                            since == null ? null : Instant.parse(since));
                })
                .list();
    }

    private void tell(MultiGauge gauge, ToDoubleFunction<Lag> value) {
        gauge.register(
                sight.lags().stream()
                        .map(lag -> MultiGauge.Row.of(
                                Tags.of("view", lag.view(), "segment", String.valueOf(lag.segment())),
                                value.applyAsDouble(lag)))
                        .toList(),
                true);
    }

    private static void tell(MultiGauge gauge, List<Finding> findings) {
        gauge.register(
                Views.ALL.stream()
                        .map(view -> MultiGauge.Row.of(
                                Tags.of("view", view),
                                findings.stream()
                                        .filter(finding -> finding.view().equals(view))
                                        .mapToLong(Finding::count)
                                        .sum()))
                        .toList(),
                true);
    }

    private double head() {
        return sight.lags().stream().mapToLong(Lag::head).max().orElse(0);
    }
}
