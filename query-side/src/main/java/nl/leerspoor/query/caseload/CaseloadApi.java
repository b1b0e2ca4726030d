package nl.leerspoor.query.caseload;

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
import nl.leerspoor.query.caseload.NextStep.Situation;
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

/** The caseload of werkcoaches over HTTP: each candidate, what is going on, and what is next. */
@RestController
@Tag(name = "caseload")
class CaseloadApi {

    /** A case, with the name of whom it is about where who asks may know it. */
    @Schema(name = "CaseloadEntry", description = "Een kandidaat van een werkcoach op een peildatum")
    record Entry(
            @JsonUnwrapped Case about,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Alleen op bladzijden, voor wie met de kandidaat werkt")
            CandidateNames.Name candidate) {

        private static Entry of(Columns row, TwoClocks clocks) {
            return new Entry(Case.of(row, clocks), null);
        }

        private UUID candidateId() {
            return about.candidateId();
        }

        private Entry named(CandidateNames.Name name) {
            return new Entry(about, name);
        }
    }

    /** What a werkcoach wants to know of a candidate. */
    @Schema(name = "CaseloadCase", description = "Een kandidaat van een werkcoach op een peildatum")
    record Case(
            UUID trajectoryId,
            UUID candidateId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K009", nullable = true) String reference,

            @Schema(example = "testwerkcoach-zorg", nullable = true)
            String werkcoachId,

            @Schema(example = "DZ") String sector,
            @Schema(example = "IN_PROGRESS") String status,
            LocalDate statusSince,
            int daysInStatus,
            @Schema(example = "FIND_PLACE") NextStep nextStep,

            @Schema(description = "De volgende stap in woorden")
            String nextStepText,

            @Schema(nullable = true) Hold hold,
            @Schema(nullable = true) Waiting waiting,
            Start start,

            @Schema(description = "Dagen geschikt zonder koppeling; leeg als dat niet speelt", nullable = true)
            Integer daysWithoutMatch,

            @Schema(nullable = true) UUID leerbedrijfId,
            @Schema(nullable = true) UUID supervisorId,

            @Schema(description = "Wie de praktijkovereenkomst nog moet tekenen")
            List<String> missingSignatures,

            Preference preference,
            Confidence confidence,
            Werkprocessen werkprocessen,

            @Schema(description = "Stand van de laatste verklaring", nullable = true)
            String verklaring,

            @Schema(description = "Wat er van de kandidaat werd, per moment")
            List<String> outcomes) {

        private static Case of(Columns row, TwoClocks clocks) {
            var werkprocessen = Werkprocessen.of(row);
            NextStep next = NextStep.of(new Situation(
                    row.text("status"),
                    row.day("hold_since") != null,
                    row.day("planned_start") != null,
                    row.text("agreement"),
                    row.texts("missing_signatures"),
                    werkprocessen.agreed(),
                    row.texts("werkprocessen_mastered"),
                    werkprocessen.confirmed(),
                    row.text("verklaring")));
            return new Case(
                    row.id("trajectory_id"),
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("werkcoach_id"),
                    row.text("sector"),
                    row.text("status"),
                    row.day("status_since"),
                    row.number("days_in_status"),
                    next,
                    next.dutch(),
                    Hold.of(row),
                    Waiting.of(row),
                    Start.of(row),
                    row.number("days_without_match"),
                    row.id("leerbedrijf_id"),
                    row.id("supervisor_id"),
                    row.texts("missing_signatures"),
                    new Preference(row.text("preferred_sector"), row.yesOrNo("in_preferred_sector")),
                    new Confidence(row.number("confidence_first"), row.number("confidence_last")),
                    werkprocessen,
                    row.text("verklaring"),
                    row.texts("outcomes_told"));
        }
    }

    /** A hold. */
    @Schema(name = "CaseloadHold")
    record Hold(
            LocalDate since,
            String cause,
            @Schema(nullable = true) LocalDate expectedResumeOn) {

        private static Hold of(Columns row) {
            LocalDate since = row.day("hold_since");
            return since == null ? null : new Hold(since, row.text("hold_cause"), row.day("hold_expected_resume_on"));
        }
    }

    /** A place on the waiting list. */
    @Schema(name = "CaseloadWaiting")
    record Waiting(
            LocalDate since,
            String cause,
            @Schema(nullable = true) UUID leerbedrijfId) {

        private static Waiting of(Columns row) {
            LocalDate since = row.day("waiting_since");
            return since == null
                    ? null
                    : new Waiting(since, row.text("waiting_cause"), row.id("waiting_leerbedrijf_id"));
        }
    }

    /** When learning starts or started, and how often that was put off. */
    @Schema(name = "CaseloadStart")
    record Start(
            @Schema(nullable = true) LocalDate plannedOn,
            @Schema(nullable = true) LocalDate startedOn,
            @Schema(description = "Hoe vaak uitgesteld") int postponements,

            @Schema(description = "Hoeveel dagen bij elkaar")
            int daysPostponed) {

        private static Start of(Columns row) {
            List<Integer> days = row.numbers("postponement_days");
            return new Start(
                    row.day("planned_start"),
                    row.day("started_on"),
                    days.size(),
                    days.stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** What the candidate wants, and whether the match fits it. */
    @Schema(name = "CaseloadPreference")
    record Preference(
            @Schema(nullable = true) String sector,

            @Schema(description = "Of de koppeling er bij past", nullable = true)
            Boolean matched) {}

    /** How the candidate's own score went. */
    @Schema(name = "CaseloadConfidence")
    record Confidence(
            @Schema(nullable = true) Integer first,
            @Schema(nullable = true) Integer last) {}

    /** Codes of werkprocessen. */
    @Schema(name = "CaseloadWerkprocessen")
    record Werkprocessen(
            List<String> agreed,
            List<String> confirmed,

            @Schema(description = "Afgesproken en nog niet bevestigd")
            List<String> remaining) {

        private static Werkprocessen of(Columns row) {
            List<String> agreed = row.texts("werkprocessen_agreed");
            List<String> confirmed = row.texts("werkprocessen_confirmed");
            return new Werkprocessen(
                    agreed,
                    confirmed,
                    agreed.stream().filter(code -> !confirmed.contains(code)).toList());
        }
    }

    /**
     * Who has a praktijkovereenkomst that somebody is still to sign: the newest of those that did not end. Those are few:
     * {@code offset 0} has each of them looked up, instead of all agreements joined to all.
     */
    private static final String UNSIGNED = """
            trajectory_id in (
                select p.trajectory_id from query.praktijkovereenkomst_period p
                 where p.missing_signatures <> '{}' and p.ended_on is null and hold(p)
                   and not exists (
                       select from query.praktijkovereenkomst_period newer
                        where newer.trajectory_id = p.trajectory_id and newer.ended_on is null and hold(newer)
                          and (newer.starts_on, p.praktijkovereenkomst_id) > (p.starts_on, newer.praktijkovereenkomst_id)
                        offset 0))""";

    /** Who has a verklaring, and the newest of them was not refused, withdrawn or revoked. */
    private static final String CERTIFIED = """
            trajectory_id in (
                select v.trajectory_id from query.verklaring_period v
                 where v.state not in ('REFUSED', 'WITHDRAWN', 'REVOKED') and hold(v)
                   and not exists (
                       select from query.verklaring_period newer
                        where newer.trajectory_id = v.trajectory_id and hold(newer)
                          and newer.state in ('REFUSED', 'WITHDRAWN', 'REVOKED')
                          and (newer.drafted_on, v.verklaring_id) > (v.drafted_on, newer.verklaring_id)))""";

    private static final ListQuestion<Entry> QUESTION = new ListQuestion<>(
                    "caseload",
                    List.of(Views.TRAJECTORIES, Views.CANDIDATES, Views.PRAKTIJKOVEREENKOMSTEN, Views.VERKLARINGEN),
                    """
            select t.*, cast(:validOn as date) - t.status_since as days_in_status,
                   case when t.status = 'SUITABLE' then cast(:validOn as date) - t.suitable_on end as days_without_match
              from query.trajectory_period t
             where hold(t)""",
                    """
            select page.*, c.preferred_sector, c.confidence_first, c.confidence_last, p.state as agreement,
                   p.missing_signatures, v.state as verklaring,
                   (select array_agg(o.moment || ' ' || o.outcome order by o.n)
                      from unnest(c.outcome_moments, c.outcomes) with ordinality o (moment, outcome, n)) as outcomes_told
              from page
              left join query.candidate_period c on c.candidate_id = page.candidate_id and hold(c)
              left join lateral (
                    select p.state, p.missing_signatures from query.praktijkovereenkomst_period p
                     where p.trajectory_id = page.trajectory_id and p.ended_on is null and hold(p)
                     order by p.starts_on desc, p.praktijkovereenkomst_id limit 1) p on true
              left join lateral (
                    select v.state from query.verklaring_period v
                     where v.trajectory_id = page.trajectory_id and hold(v)
                     order by v.drafted_on desc, v.verklaring_id limit 1) v on true""",
                    "trajectory_id",
                    List.of(
                            Filter.text("werkcoach", "Werkcoach, onder pseudoniem", "werkcoach_id = :werkcoach"),
                            Filter.yesOrNo(
                                    "open",
                                    "Of het traject nog loopt",
                                    "(status not in ('COMPLETED', 'STOPPED', 'REFERRED', 'TRANSFERRED_OUT')) = :open"),
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.yesOrNo("onHold", "Of er een hold op ligt", "(hold_since is not null) = :onHold"),
                            Filter.yesOrNo(
                                    "waiting",
                                    "Of men op de wachtlijst staat",
                                    "(waiting_since is not null) = :waiting"),
                            Filter.yesOrNo("postponed", "Of de start is uitgesteld", "start_moved = :postponed"),
                            Filter.number(
                                    "withoutMatchMin",
                                    "Ten minste zoveel dagen geschikt zonder koppeling",
                                    "days_without_match >= :withoutMatchMin"),
                            Filter.yesOrNo(
                                    "unsigned", "Of er een handtekening ontbreekt", "(" + UNSIGNED + ") = :unsigned"),
                            Filter.yesOrNo(
                                    "withoutVerklaring",
                                    "Afgerond, en nog zonder verklaring",
                                    "(status = 'COMPLETED' and not " + CERTIFIED + ") = :withoutVerklaring"),
                            Filter.search("q", "Een deel van de aanduiding", "reference ilike :q")),
                    List.of(
                            Sort.text("reference", "reference"),
                            Sort.text("werkcoach", "werkcoach_id"),
                            Sort.number("daysInStatus", "days_in_status"),
                            Sort.number("daysWithoutMatch", "days_without_match"),
                            Sort.day("holdSince", "hold_since"),
                            Sort.day("waitingSince", "waiting_since"),
                            Sort.day("plannedStart", "planned_start")),
                    Entry.class,
                    Entry::of)
            .with(new Own(null, "werkcoach_id = :scopeWerkcoach"));

    private final Listing<Entry> list;
    private final CandidateNames names;

    CaseloadApi(Lists lists, CandidateNames names) {
        this.list = lists.declare(QUESTION);
        this.names = names;
    }

    @ListMapping("/v1/caseload")
    @Operation(
            operationId = "listCaseload",
            summary = "De kandidaten van werkcoaches, met wat er speelt en wat de volgende stap is")
    ResponseEntity<ListOf<Entry>> list(
            Scope scope, Identity who, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(
                scope, request, response, names.beside(who, "/v1/caseload", Entry::candidateId, Entry::named));
    }
}
