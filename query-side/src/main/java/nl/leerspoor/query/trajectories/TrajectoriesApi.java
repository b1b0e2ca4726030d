package nl.leerspoor.query.trajectories;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.trajectories.TrajectoryRows.Filter;
import nl.leerspoor.query.trajectories.TrajectoryRows.Key;
import nl.leerspoor.query.trajectories.TrajectoryState.Status;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Trajectories over HTTP: the list, and one of them. */
@RestController
@RequestMapping("/v1/trajectories")
@Tag(name = "trajectories")
class TrajectoriesApi {

    private static final List<String> VIEWS = List.of(Views.TRAJECTORIES);

    /** The parameters of the list, as they come. */
    record ListAsked(
            @Parameter(description = Described.REGION, example = "AM05")
            String region,

            @Parameter(description = "Status", example = "IN_PROGRESS", schema = @Schema(implementation = Status.class))
            String status,

            @Parameter(description = "Of er een hold op ligt", schema = @Schema(type = "boolean"))
            String onHold,

            @Parameter(description = "Of het op de wachtlijst staat", schema = @Schema(type = "boolean"))
            String waiting,

            @Parameter(description = "Sector", example = "DZ")
            String sector,

            @Parameter(description = "Werkcoach, onder pseudoniem", example = "testwerkcoach-zorg")
            String werkcoach,

            @Parameter(
                    description = "Leerbedrijf waar men geplaatst is",
                    schema = @Schema(type = "string", format = "uuid"))
            String leerbedrijf,

            @Parameter(description = "Aanduiding", example = "K009")
            String reference,

            @Parameter(description = "Kandidaat", schema = @Schema(type = "string", format = "uuid"))
            String candidateId,

            @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition,

            @Parameter(description = Described.CURSOR) String cursor,

            @Parameter(
                    description = Described.LIMIT,
                    example = "50",
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "" + Paging.MOST,
                                    defaultValue = "" + Paging.DEFAULT_LIMIT))
            String limit) {}

    /** The parameters of one trajectory, as they come. */
    record OneAsked(
            @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {

        boolean isDated() {
            return validOn != null || knownOn != null;
        }
    }

    /** A page of trajectories. */
    @Schema(name = "Trajectories")
    record Answers(
            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position,
            List<TrajectoryView> items) {}

    /** One trajectory. */
    @Schema(name = "TrajectoryOnADay")
    record Answer(
            @JsonUnwrapped TrajectoryView trajectory,

            @Schema(description = "Versie van de stroom, zoals in `ETag`")
            long version,

            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position) {}

    private final TrajectoryRows rows;
    private final CaughtUp caughtUp;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    TrajectoriesApi(
            TrajectoryRows rows,
            CaughtUp caughtUp,
            Clock clock,
            @Qualifier("queryTransactionManager") PlatformTransactionManager transactions) {
        this.rows = rows;
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping
    @Operation(operationId = "listTrajectories", summary = "Trajecten, op volgorde van aanduiding")
    ResponseEntity<Answers> list(@ParameterObject ListAsked asked, ServletWebRequest request) {
        var reading = new Reading();
        TwoClocks clocks = reading.twoClocks(asked.validOn(), asked.knownOn(), clock);
        Filter filter = filter(reading, asked, clocks);
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        Optional<Key> from = paging.key(2, key -> new Key(key.getFirst(), UUID.fromString(key.getLast())));
        long position = caughtUp.position(VIEWS, minPosition);
        var page = paging.page(
                snapshot.execute(status -> rows.list(filter, from, paging.isBackwards(), paging.rows())),
                row -> new String[] {row.reference == null ? "" : row.reference, row.trajectoryId.toString()});
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, asked, clocks),
                headers,
                () -> new Answers(
                        clocks.validOn(),
                        clocks.knownOn(),
                        position,
                        page.items().stream()
                                .map(row -> TrajectoryView.of(row, clocks.validOn()))
                                .toList()));
    }

    @GetMapping("/{trajectoryId}")
    @Operation(
            operationId = "getTrajectory",
            summary = "Een traject, op een peildatum en zoals bekend op een kennisdatum")
    ResponseEntity<Answer> one(
            @PathVariable UUID trajectoryId, @ParameterObject OneAsked asked, ServletWebRequest request) {
        var reading = new Reading();
        TwoClocks clocks = reading.twoClocks(asked.validOn(), asked.knownOn(), clock);
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        long position = caughtUp.position(VIEWS, minPosition);
        Answer answer = snapshot.execute(status -> rows.find(trajectoryId, clocks)
                .map(row -> new Answer(
                        TrajectoryView.of(row, clocks.validOn()),
                        rows.version(trajectoryId).orElseThrow(),
                        clocks.validOn(),
                        clocks.knownOn(),
                        position))
                .orElseThrow(TrajectoriesApi::notFound));
        String tag = asked.isDated() ? Revalidation.weakTag(answer.version(), clocks) : "\"" + answer.version() + "\"";
        return Revalidation.answer(request, tag, HttpHeaders.EMPTY, () -> answer);
    }

    private static Filter filter(Reading reading, ListAsked asked, TwoClocks clocks) {
        List<String> statuses = Arrays.stream(Status.values()).map(Status::name).toList();
        return new Filter(clocks)
                .and("t.region = :region", "region", reading.code("region", asked.region(), CodeList.REGIONS))
                .and("t.status = :status", "status", reading.oneOf("status", asked.status(), statuses))
                .present("t.hold_since", reading.yesOrNo("onHold", asked.onHold()))
                .present("t.waiting_since", reading.yesOrNo("waiting", asked.waiting()))
                .and("t.sector = :sector", "sector", reading.code("sector", asked.sector(), CodeList.SECTORS))
                .and("t.werkcoach_id = :werkcoach", "werkcoach", reading.text("werkcoach", asked.werkcoach()))
                .and("t.leerbedrijf_id = :leerbedrijf", "leerbedrijf", reading.id("leerbedrijf", asked.leerbedrijf()))
                .and("t.reference = :reference", "reference", reading.text("reference", asked.reference()))
                .and("t.candidate_id = :candidate", "candidate", reading.id("candidateId", asked.candidateId()));
    }

    static ProblemException notFound() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "Dit traject is er niet op deze datums.", "There is no such trajectory on these dates."));
    }
}
