package nl.leerspoor.query.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.EventLog.Entry;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.stereotype.Component;

/** Finds what was recorded under one correlation id. */
@Component
class Decisions {

    /** A decision as a whole. */
    record Summary(int events, int retracted, Instant firstRecordedAt, Instant lastRecordedAt) {}

    /** A member of a cohort that a decision left alone, and the code of the rule that kept it out. */
    @Schema(name = "SkippedMember")
    record Skipped(
            UUID trajectoryId,
            @Schema(example = "ALREADY_ON_HOLD") String reason) {}

    /** One event of a decision, with the stream that it is of. */
    @Schema(name = "DecisionStep")
    record Step(
            @Schema(description = "Waar het over gaat") UUID stream,
            @Schema(example = "AM05") String region,
            @JsonUnwrapped HistoryEntry event) {}

    private record Place(long position, UUID id, UUID stream, String region) {}

    private final ScopedViews views;
    private final EventLog log;

    Decisions(ScopedViews views, EventLog log) {
        this.views = views;
        this.log = log;
    }

    /** The decision under a correlation id, when anything was recorded under it that may be seen. */
    Optional<Summary> find(Scope scope, String correlationId) {
        return views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql("""
                        select cast(count(*) as int) as events, cast(count(*) filter (where exists (
                                   select from query.entry r
                                    where r.stream_id = e.stream_id and r.undoes = 'RETRACTION'
                                      and e.event_id = any(r.undone))) as int) as retracted,
                               min(e.recorded_at) as first_at, max(e.recorded_at) as last_at
                          from query.entry e where e.correlation_id = :correlationId and %s
                        having count(*) > 0""".formatted(scope.condition(Own.NOTHING))))
                        .param("correlationId", correlationId)
                        .query((found, n) -> {
                            var row = new Columns(found);
                            return new Summary(
                                    row.number("events"),
                                    row.number("retracted"),
                                    row.moment("first_at"),
                                    row.moment("last_at"));
                        })
                        .optional());
    }

    /** A page of its events, and one more, nearest to the cursor first; each with what undid it later. */
    List<Step> steps(Scope scope, String correlationId, Paging paging) {
        Optional<Long> from = paging.key(1, key -> Long.valueOf(key.getFirst()));
        boolean back = paging.isBackwards();
        List<Place> places = views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql(
                                """
                        select position, event_id as id, stream_id as stream, coalesce(region, '') as region
                          from query.entry
                         where correlation_id = :correlationId and position %s :from and %s
                         order by position %s limit :rows""".formatted(back ? "<" : ">", scope.condition(Own.NOTHING), back ? "desc" : "asc")))
                        .param("correlationId", correlationId)
                        .param("from", from.orElse(back ? Long.MAX_VALUE : Long.MIN_VALUE))
                        .param("rows", paging.rows())
                        .query(Place.class)
                        .list());
        List<Entry> entries = log.at(positions(scope, places));
        Map<UUID, HistoryEntry> told =
                History.of(entries, Optional.empty(), History.Order.RECORDED, log.sealedAt(entries)).stream()
                        .collect(Collectors.toMap(HistoryEntry::id, Function.identity()));
        return places.stream()
                .map(place -> new Step(place.stream(), place.region(), told.get(place.id())))
                .toList();
    }

    /** Whom its cohort decisions left alone. */
    List<Skipped> skipped(Scope scope, String correlationId) {
        List<Long> completed = views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql("""
                        select position from query.entry
                         where correlation_id = :correlationId and name = :completed and %s
                         order by position""".formatted(scope.condition(Own.NOTHING))))
                        .param("correlationId", correlationId)
                        .param("completed", Catalogue.nameOf(CohortActionCompleted.class))
                        .query(Long.class)
                        .list());
        return log.at(completed).stream()
                .flatMap(entry -> entry.payload().path("skipped").valueStream())
                .map(member -> new Skipped(
                        UUID.fromString(member.path("trajectoryId").asString()),
                        member.path("reason").asString()))
                .toList();
    }

    /** Where the events of a page stand, and whatever undid an event of their streams. */
    private List<Long> positions(Scope scope, List<Place> places) {
        List<Long> undoing = views.read(
                scope,
                jdbc -> jdbc.sql("""
                        select position from query.entry where undoes is not null and stream_id = any(:streams)""")
                        .param(
                                "streams",
                                places.stream().map(Place::stream).distinct().toArray(UUID[]::new))
                        .query(Long.class)
                        .list());
        return Stream.concat(places.stream().map(Place::position), undoing.stream())
                .distinct()
                .toList();
    }
}
