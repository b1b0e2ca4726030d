package nl.leerspoor.query.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CandidateNames;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The waiting list over HTTP: who waits where since when, and how many places are there. */
@RestController
@Tag(name = "waitlist")
class WaitlistApi {

    /** Who waits, with their name where who asks may know it. */
    @Schema(name = "WaitlistEntry", description = "Een plek op de wachtlijst op een peildatum")
    record Entry(
            @JsonUnwrapped Waiting about,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Alleen op bladzijden, voor wie met de kandidaat werkt")
            CandidateNames.Name candidate) {

        private static Entry of(Columns row, TwoClocks clocks) {
            return new Entry(Waiting.of(row, clocks), null);
        }

        private UUID candidateId() {
            return about.candidateId();
        }

        private Entry named(CandidateNames.Name name) {
            return new Entry(about, name);
        }
    }

    /** Who waits, and what there is where they wait. */
    @Schema(name = "WaitlistEntryOfCandidate", description = "Een plek op de wachtlijst op een peildatum")
    record Waiting(
            UUID trajectoryId,
            UUID candidateId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K059", nullable = true) String reference,
            @Schema(example = "GP") String sector,
            @Schema(nullable = true) String werkcoachId,
            @Schema(example = "SUPERVISOR_SHORTAGE") String cause,
            LocalDate since,
            @Schema(description = "Dagen op de wachtlijst") int days,
            @Schema(nullable = true) LocalDate plannedStart,

            @Schema(description = "Waarop men wacht; leeg als dat niet vaststaat", nullable = true)
            UUID leerbedrijfId,

            @Schema(example = "Voorbeeldgroen Zuid", nullable = true)
            String leerbedrijf,

            @Schema(description = "Hoeveelste men is bij dit leerbedrijf, of in de sector als dat niet vaststaat")
            int place,

            @Schema(description = "Hoeveel er daar wachten") int waiting,

            @Schema(description = "Plaatsen die daar nu vrij zijn")
            int placesFree,

            @Schema(description = "Plaatsen die daar ontbreken")
            int placesMissing) {

        private static Waiting of(Columns row, TwoClocks clocks) {
            return new Waiting(
                    row.id("trajectory_id"),
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("sector"),
                    row.text("werkcoach_id"),
                    row.text("waiting_cause"),
                    row.day("waiting_since"),
                    row.number("days_waiting"),
                    row.day("planned_start"),
                    row.id("waiting_leerbedrijf_id"),
                    row.text("leerbedrijf"),
                    row.number("place"),
                    row.number("people"),
                    row.number("free"),
                    row.number("places_missing"));
        }
    }

    private static final String LEERBEDRIJF = """
            left join (select l.leerbedrijf_id as of_leerbedrijf, l.name as leerbedrijf from query.leerbedrijf_period l
                        where hold(l)) l on l.of_leerbedrijf = page.waiting_leerbedrijf_id""";

    /** How many wait at the same leerbedrijf, or in the same sector where none is settled, and how many of them longer. */
    private static final String QUEUE = """
            join (select t.trajectory_id as in_queue, cast(count(*) over here as int) as people,
                         cast(row_number() over (here order by t.waiting_since, t.waiting_entered_at, t.trajectory_id) as int)
                             as place
                    from query.trajectory_period t
                   where hold(t) and t.waiting_since is not null and t.hold_since is null
                  window here as (partition by t.region, t.waiting_leerbedrijf_id,
                                  case when t.waiting_leerbedrijf_id is null then t.sector end)) queue
              on queue.in_queue = page.trajectory_id""";

    /** Places that are free where one waits. */
    private static final String GUIDED = """
            cross join lateral (
                  select cast(coalesce(sum(s.places_left), 0) as int) as free
                    from query.supervisor_period s
                   where s.leerbedrijf_id = page.waiting_leerbedrijf_id and s.guides_until >= cast(:validOn as date)
                     and hold(s)) guided""";

    /** Those who wait since one day stand in the order in which that was entered. */
    private static final String SINCE = """
            to_char(waiting_since, 'YYYY-MM-DD ')
            || to_char(waiting_entered_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')""";

    private static final String PLACES_MISSING = "greatest(0, people - free)";

    private static final ListQuestion<Entry> QUESTION = new ListQuestion<>(
                    "waitlist",
                    List.of(Views.TRAJECTORIES, Views.SUPERVISORS, Views.LEERBEDRIJVEN),
                    """
            select t.*, cast(:validOn as date) - t.waiting_since as days_waiting
              from query.trajectory_period t
             where hold(t) and t.waiting_since is not null and t.hold_since is null""",
                    """
            select page.*, l.leerbedrijf, people, place, free, greatest(0, people - free) as places_missing
              from page
            """ + String.join(" ", QUEUE, GUIDED, LEERBEDRIJF),
                    "trajectory_id",
                    List.of(
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.id("leerbedrijf", "Waarop men wacht", "waiting_leerbedrijf_id = :leerbedrijf"),
                            Filter.codes(
                                    "cause", "Oorzaak van het wachten", CodeList.CAUSES, "waiting_cause = any(:cause)"),
                            Filter.text("werkcoach", "Werkcoach, onder pseudoniem", "werkcoach_id = :werkcoach"),
                            Filter.number("daysMin", "Ten minste zoveel dagen op de lijst", "days_waiting >= :daysMin"),
                            Filter.yesOrNo(
                                            "placeFree",
                                            "Of er een plaats voor deze kandidaat is",
                                            "(place <= free) = :placeFree")
                                    .joining(QUEUE, GUIDED),
                            Filter.search("q", "Een deel van een aanduiding of naam", """
                            reference ilike :q or leerbedrijf ilike :q""")
                                    .joining(LEERBEDRIJF)),
                    List.of(
                            Sort.text("since", SINCE).always(),
                            Sort.text("reference", "reference"),
                            Sort.text("sector", "sector"),
                            Sort.text("leerbedrijf", "leerbedrijf").joining(LEERBEDRIJF),
                            Sort.day("plannedStart", "planned_start"),
                            Sort.number("placesMissing", PLACES_MISSING).joining(QUEUE, GUIDED)),
                    Entry.class,
                    Entry::of)
            .with(new Own(null, "werkcoach_id = :scopeWerkcoach"));

    private final Listing<Entry> list;
    private final CandidateNames names;

    WaitlistApi(Lists lists, CandidateNames names) {
        this.list = lists.declare(QUESTION);
        this.names = names;
    }

    @ListMapping("/v1/waitlist")
    @Operation(operationId = "listWaitlist", summary = "De wachtlijst, wie het langst wacht eerst")
    ResponseEntity<ListOf<Entry>> list(
            Scope scope, Identity who, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(
                scope, request, response, names.beside(who, "/v1/waitlist", Entry::candidateId, Entry::named));
    }
}
