package nl.leerspoor.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.leerspoor.query.projection.Comparison.Result;
import nl.leerspoor.query.projection.Differences.Column;
import nl.leerspoor.query.projection.Differences.DifferentRow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Rebuilds a view from its events into a shadow for who does not believe it, and tells whether both say the same. Of rows
 * that differ it shows what stands in them, but nothing that is sealed in events or a keyed hash of that, and nothing of
 * how a person is (rule B35).
 */
@Component
public class Replays {

    /** When it holds, where, of what, and how far that has come. Whatever else a view has, or gets, isn't shown. */
    private static final Set<String> SHOWN = Set.of(
            "valid",
            "known",
            "holds_from",
            "holds_until",
            "known_from",
            "known_until",
            "applied_position",
            "region",
            "reference",
            "state",
            "status",
            "status_since",
            "kind",
            "candidate_id",
            "trajectory_id",
            "leerbedrijf_id",
            "supervisor_id",
            "training_id",
            "praktijkovereenkomst_id",
            "verklaring_id",
            "cohort_id",
            "ceremony_id",
            "pilot_id",
            "duty_id",
            "privacy_case_id",
            "snapshot_id",
            "retention_rule_id",
            "school_id",
            "sector",
            "level",
            "crebo",
            "goal",
            "leerweg",
            "registered_on",
            "opened_on",
            "suitable_on",
            "matched_on",
            "contracted_on",
            "started_on",
            "ended_on",
            "created_on",
            "starts_on",
            "ends_on",
            "planned_start",
            "planned_end",
            "hours_per_week",
            "days_on_hold",
            "drafted_on",
            "signed_on",
            "approved_on",
            "issued_on",
            "activated_on",
            "approached_on",
            "interested_on",
            "joined_on",
            "left_on",
            "trained_on",
            "valid_until",
            "raised_on",
            "due_on",
            "discharged_on",
            "received_on",
            "decided_on",
            "carried_out_on",
            "valid_on",
            "known_on",
            "published_on",
            "definition_version",
            "hash",
            "rule",
            "months",
            "in_force",
            "places",
            "max_candidates",
            "reserved",
            "places_left",
            "werkprocessen",
            "werkprocessen_agreed",
            "werkprocessen_judged",
            "werkprocessen_mastered",
            "werkprocessen_confirmed");

    /** How far a replay is. */
    public enum Verdict {
        /** The shadow is being built. */
        RUNNING,
        /** Both are the same, in every row that was compared. */
        EQUAL,
        /** They are not. */
        DIFFERENT
    }

    /**
     * The rows of a region.
     *
     * @param rows        in the shadow
     * @param servingRows in the version that answers questions
     */
    public record Region(String region, long rows, long servingRows, boolean equal) {}

    /**
     * What a column says in the shadow and in the version that answers.
     *
     * @param shown whether that may be told; else both are null
     */
    public record Difference(String column, boolean shown, JsonNode serving, JsonNode replayed) {}

    /**
     * A row that is not the same.
     *
     * @param in {@code BOTH}, {@code SERVING_ONLY} or {@code OTHER_ONLY}, the other being the shadow
     */
    public record Row(UUID stream, String region, String valid, String known, String in, List<Difference> columns) {}

    /**
     * A replay.
     *
     * @param version     the number of the shadow
     * @param streamsDone of {@code streams}
     * @param position    up to which the shadow has all events
     * @param compared    streams of which both have applied the same events
     * @param inFlight    streams of which one is further, or holds an event that it could not take
     */
    public record Replay(
            String view,
            int version,
            Verdict verdict,
            long streamsDone,
            long streams,
            long position,
            long compared,
            long inFlight,
            List<Region> regions,
            long differentStreams,
            List<Row> rows) {}

    private final ViewVersions versions;
    private final Overview overview;
    private final Rebuilding rebuilding;
    private final Comparison comparison;

    Replays(ViewVersions versions, Overview overview, Rebuilding rebuilding, Comparison comparison) {
        this.versions = versions;
        this.overview = overview;
        this.rebuilding = rebuilding;
        this.comparison = comparison;
    }

    /** Begins to rebuild a view, unless that is being done; empty when there is no such view. */
    public Optional<Replay> begin(String view) {
        return versions.find(view).map(rebuilding::replay).map(version -> told(version, Optional.empty()));
    }

    /** How far a replay is, and what came of it in some regions; empty when there is none, or not any more. */
    public Optional<Replay> find(String view, int number, Predicate<String> regions) {
        return versions.find(view, number)
                .filter(versions::isReplay)
                .map(version ->
                        told(version, version.built() ? comparison.withServing(version, regions) : Optional.empty()));
    }

    private Replay told(ViewVersion version, Optional<Result> result) {
        Overview.Version now = overview.of(version);
        boolean personal = versions.projection(version.view()).personal();
        return new Replay(
                version.view(),
                version.number(),
                result.map(Replays::verdict).orElse(Verdict.RUNNING),
                now.streamsDone(),
                now.streams(),
                now.position(),
                result.map(Result::compared).orElse(0L),
                result.map(Result::inFlight).orElse(0L),
                result.stream()
                        .flatMap(found -> found.regions().stream())
                        .map(region -> new Region(region.region(), region.rows(), region.servingRows(), region.equal()))
                        .toList(),
                result.map(Result::differentStreams).orElse(0L),
                result.stream()
                        .flatMap(found -> found.rows().stream())
                        .map(row -> row(row, personal))
                        .toList());
    }

    private static Verdict verdict(Result result) {
        if (result.differentStreams() > 0) {
            return Verdict.DIFFERENT;
        }
        return result.inFlight() == 0 ? Verdict.EQUAL : Verdict.RUNNING;
    }

    private static Row row(DifferentRow row, boolean personal) {
        return new Row(
                row.stream(),
                row.region(),
                row.valid(),
                row.known(),
                row.in().name(),
                row.columns().stream()
                        .map(column -> difference(column, personal))
                        .toList());
    }

    private static Difference difference(Column column, boolean personal) {
        boolean shown = !personal && SHOWN.contains(column.name());
        return new Difference(column.name(), shown, shown ? column.serving() : null, shown ? column.other() : null);
    }
}
