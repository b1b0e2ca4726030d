package nl.leerspoor.query.parked;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.query.projection.Overview;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Which events a version of a view could not take, and why, for those who run the program. */
@RestController
@Tag(name = "projections")
class ParkedEventsApi {

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.CURSOR) String cursor,

            @Parameter(
                    description = Described.LIMIT,
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "200",
                                    defaultValue = "50"))
            String limit) {}

    /** A page of them. */
    @Schema(name = "ParkedEvents", description = "Gebeurtenissen die een versie niet kon verwerken")
    record Answer(
            @Schema(description = "Een bladzijde ervan, in volgorde van vastlegging")
            List<Item> items) {}

    /** One of them. */
    @Schema(name = "ParkedEvent", description = "Een gebeurtenis die niet verwerkt kon worden, of daarop wacht")
    record Item(
            @Schema(description = "Plaats in de hele administratie", example = "1319")
            long position,

            @Schema(description = "Waar de gebeurtenis over gaat")
            UUID stream,

            UUID event,
            @Schema(example = "trajectory.CandidateOnHold") String name,

            @Schema(
                    description =
                            "Soort van de fout; leeg als zij wacht op een eerdere gebeurtenis van dezelfde stroom",
                    example = "org.postgresql.util.PSQLException",
                    nullable = true)
            String cause,

            @Schema(description = "Als de database de fout gaf", example = "23514", nullable = true)
            String sqlState,

            @Schema(description = "Hoe vaak het geprobeerd is", example = "3")
            int attempts,

            Instant parkedAt,

            @Schema(description = "Wanneer het voor het laatst geprobeerd is")
            Instant triedAt) {}

    private final Overview overview;
    private final ParkedEventRows events;

    ParkedEventsApi(Overview overview, ParkedEventRows events) {
        this.overview = overview;
        this.events = events;
    }

    @GetMapping("/v1/projections/{view}/versions/{version}/parked-events")
    @Operation(
            operationId = "listParkedEvents",
            summary = "De gebeurtenissen die een versie niet kon verwerken, en die erachter wachten")
    ResponseEntity<Answer> list(
            @PathVariable String view,
            @PathVariable String version,
            @ParameterObject Asked asked,
            ServletWebRequest request) {
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        reading.check();
        Page<Item> page = paging.page(read(overview.version(view, version).name(), paging), item ->
                new String[] {String.valueOf(item.position())});
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return Revalidation.answer(
                request, Revalidation.weakTag(page.items().size(), page), headers, () -> new Answer(page.items()));
    }

    private List<Item> read(String version, Paging paging) {
        Optional<Long> from = paging.key(1, key -> Long.valueOf(key.getFirst()));
        Limit rows = Limit.of(paging.rows());
        return paging.isBackwards()
                ? events.findByVersionAndPositionLessThanOrderByPositionDesc(version, from.orElse(Long.MAX_VALUE), rows)
                : events.findByVersionAndPositionGreaterThanOrderByPosition(version, from.orElse(Long.MIN_VALUE), rows);
    }
}
