package nl.leerspoor.query.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators see of the views. */
@Component
public class Overview {

    /** A view with its versions. */
    @Schema(name = "Projection", description = "Een overzicht, en de versies ervan die bewaard worden")
    record Item(@Schema(example = "trajectories") String view, List<Version> versions) {}

    /** One version. */
    @Schema(name = "ProjectionVersion", description = "Een versie van een overzicht")
    record Version(
            @Schema(example = "2") int version,
            State state,

            @Schema(description = "Of zij alleen gemaakt is om te vergelijken; dan verdwijnt zij na een dag")
            boolean replay,

            @Schema(description = "Of dit programma deze versie kan vullen; anders is zij van een andere uitgave")
            boolean ofThisRelease,

            @Schema(description = "Of zij af is, en verder wordt bijgehouden")
            boolean built,

            @Schema(description = "Hoeveel stromen al gebouwd zijn", example = "500")
            long streamsDone,

            @Schema(description = "Hoeveel stromen er zijn", example = "20000")
            long streams,

            @Schema(description = "Tot en met welke positie alles verwerkt is", example = "1319")
            long position,

            @Schema(description = "Hoeveel posities zij achter is", example = "0")
            long lag,

            @Schema(description = "Hoeveel gebeurtenissen geparkeerd staan", example = "0")
            long parked,

            Instant madeAt,
            @Schema(nullable = true) Instant builtAt,
            @Schema(nullable = true) Instant servedAt,
            @Schema(nullable = true) Instant retiredAt) {}

    private final ViewVersions versions;
    private final Building building;
    private final JdbcClient jdbc;

    Overview(ViewVersions versions, Building building, @Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.versions = versions;
        this.building = building;
        this.jdbc = jdbc;
    }

    List<Item> all() {
        return versions.projections().stream()
                .map(projection -> of(projection.view()))
                .toList();
    }

    Item of(String view) {
        return new Item(view, versions.of(view).stream().map(this::of).toList());
    }

    Version of(ViewVersion version) {
        long position = versions.position(version);
        return jdbc.sql("""
                        select streams_done, replay, made_at, built_at, served_at, retired_at,
                               (select count(*) from query.parked_event p where p.view = :name) as parked
                          from query.view_version where view = :view and number = :number""")
                .param("name", version.name())
                .param("view", version.view())
                .param("number", version.number())
                .query((row, n) -> new Version(
                        version.number(),
                        version.state(),
                        row.getBoolean("replay"),
                        versions.isOurs(version),
                        version.built(),
                        row.getLong("streams_done"),
                        building.streams(versions.projection(version.view())),
                        position,
                        Math.max(0, building.head() - position),
                        row.getLong("parked"),
                        row.getTimestamp("made_at").toInstant(),
                        moment(row.getTimestamp("built_at")),
                        moment(row.getTimestamp("served_at")),
                        moment(row.getTimestamp("retired_at"))))
                .single();
    }

    /**
     * The version that an address names.
     *
     * @throws ProblemException NOT_FOUND when no such version is kept
     */
    public ViewVersion version(String view, String number) {
        return versions.find(view)
                .filter(known -> number.matches("\\d{1,9}"))
                .flatMap(known -> versions.find(view, Integer.parseInt(number)))
                .orElseThrow(() -> new ProblemException(HttpProblem.NOT_FOUND.problem()));
    }

    private static Instant moment(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
