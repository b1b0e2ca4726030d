package nl.leerspoor.query.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.stereotype.Component;

/** Who outside the region's own people got to know something of candidates, as their trajectories tell. */
@Component
public class Recipients {

    /** Somebody who had data of a person. */
    @Schema(name = "DataRecipient", description = "Wie gegevens van de persoon heeft gekregen")
    public record Recipient(
            @Schema(description = "Code uit de lijst `data-recipients`", example = "LEERBEDRIJF")
            String kind,

            @Schema(description = "Het leerbedrijf of de school; de regio waarnaar is overgedragen")
            String id,

            @Schema(example = "Voorbeeldgroen Zuid", nullable = true)
            String name) {}

    private static final String FOUND = """
            select distinct 'LEERBEDRIJF' as kind, cast(t.leerbedrijf_id as text) as id, l.name
              from query.trajectory_period t
              left join query.leerbedrijf_period l on l.leerbedrijf_id = t.leerbedrijf_id
                   and l.known_until = 'infinity' and l.holds_until = 'infinity'
             where t.candidate_id = any(:ids) and t.leerbedrijf_id is not null
            union
            select distinct 'SCHOOL', t.school_id, cast(null as text) from query.trajectory_period t
             where t.candidate_id = any(:ids) and t.school_id is not null
            union
            select distinct 'INTEGRATOR', t.region, cast(null as text) from query.trajectory_period t
             where t.candidate_id = any(:ids)
            order by 1, 2""";

    private final ScopedViews views;

    Recipients(ScopedViews views) {
        this.views = views;
    }

    /** Those of some candidates, in all regions. Receivers of events are told of an erasure and a correction as such. */
    public List<Recipient> of(Scope scope, Collection<UUID> candidates) {
        return views.read(
                scope.beyondRegions(),
                jdbc -> jdbc.sql(FOUND)
                        .param("ids", candidates.toArray(UUID[]::new))
                        .query((row, n) ->
                                new Recipient(row.getString("kind"), row.getString("id"), row.getString("name")))
                        .list());
    }
}
