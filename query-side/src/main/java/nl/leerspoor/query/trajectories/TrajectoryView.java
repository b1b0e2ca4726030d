package nl.leerspoor.query.trajectories;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.TwoClocks;

/** A trajectory as it is told on a day. */
@Schema(name = "Trajectory", description = "Een traject op een peildatum")
record TrajectoryView(
        UUID id,
        UUID candidateId,
        @Schema(example = "AM05") String region,

        @Schema(description = "Aanduiding waaronder men het kent", example = "K009", nullable = true)
        String reference,

        @Schema(example = "PRAKTIJKVERKLARING") String goal,
        @Schema(example = "DZ") String sector,
        @Schema(description = "Mbo-niveau", example = "1") int level,
        @Schema(nullable = true) String werkcoachId,

        @Schema(description = "Traject in een andere regio waarvan dit het vervolg is", nullable = true)
        UUID transferredFromId,

        @Schema(description = "Status; een hold ligt daar overheen", example = "IN_PROGRESS")
        String status,

        LocalDate statusSince,

        @Schema(description = "Dagen in deze status op de peildatum")
        long daysInStatus,

        @Schema(description = "Waarom gestopt, waarheen verwezen of overgedragen", nullable = true)
        String endReason,

        Milestones milestones,

        @Schema(description = "De hold die er op ligt", nullable = true)
        Hold hold,

        @Schema(description = "Dagen van alle holds die voorbij zijn")
        int daysOnHold,

        @Schema(description = "De plek op de wachtlijst", nullable = true)
        Waiting waiting,

        Planning planning,

        @Schema(description = "De koppeling", nullable = true)
        Place place,

        Werkprocessen werkprocessen,
        Progression progression) {

    @Schema(name = "TrajectoryMilestones", description = "De dagen waarop het traject verder kwam")
    record Milestones(
            LocalDate openedOn,
            @Schema(nullable = true) LocalDate suitableOn,
            @Schema(nullable = true) LocalDate matchedOn,
            @Schema(nullable = true) LocalDate contractedOn,
            @Schema(nullable = true) LocalDate startedOn,
            @Schema(nullable = true) LocalDate endedOn) {}

    @Schema(name = "TrajectoryHold")
    record Hold(
            LocalDate since,
            @Schema(example = "CORONA") String cause,

            @Schema(description = "INSTROOM voor de start, LOPEND daarna", example = "INSTROOM")
            String phase,

            @Schema(nullable = true) UUID cohortId,
            @Schema(nullable = true) LocalDate expectedResumeOn) {}

    @Schema(name = "TrajectoryWaiting")
    record Waiting(
            LocalDate since,
            @Schema(example = "SUPERVISOR_SHORTAGE") String cause,
            @Schema(nullable = true) UUID leerbedrijfId,

            @Schema(description = "Dagen op de wachtlijst op de peildatum")
            long days) {}

    @Schema(name = "TrajectoryPlanning")
    record Planning(@Schema(nullable = true) LocalDate plannedStart, List<Postponement> postponements) {}

    @Schema(name = "TrajectoryPostponement", description = "Een uitstel van de start, in dagen")
    record Postponement(@Schema(example = "CORONA") String cause, int days) {}

    @Schema(name = "TrajectoryPlace")
    record Place(
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            @Schema(example = "25251") String crebo,
            String dossierVersion,
            boolean inPreferredSector,
            @Schema(nullable = true) UUID praktijkovereenkomstId) {}

    @Schema(name = "TrajectoryWerkprocessen", description = "Codes van werkprocessen")
    record Werkprocessen(
            List<String> agreed,
            List<String> judged,

            @Schema(description = "Volgens het laatste oordeel van het leerbedrijf beheerst")
            List<String> mastered,

            List<String> confirmed,

            @Schema(description = "Bevestigd in een andere regio, voor een overdracht")
            List<String> carried) {}

    @Schema(name = "TrajectoryProgression", description = "Doorstroom: geadviseerd en begonnen")
    record Progression(
            @Schema(nullable = true) Step advised,
            @Schema(nullable = true) Step started) {}

    @Schema(name = "TrajectoryStep")
    record Step(LocalDate on, @Schema(example = "ENTREE") String to) {}

    /** Reads a row of {@code query.trajectory_period}. */
    static TrajectoryView of(Columns row, TwoClocks clocks) {
        return new TrajectoryView(
                row.id("trajectory_id"),
                row.id("candidate_id"),
                row.text("region"),
                row.text("reference"),
                row.text("goal"),
                row.text("sector"),
                row.number("level"),
                row.text("werkcoach_id"),
                row.id("transferred_from_id"),
                row.text("status"),
                row.day("status_since"),
                ChronoUnit.DAYS.between(row.day("status_since"), clocks.validOn()),
                row.text("end_reason"),
                milestones(row),
                hold(row),
                row.number("days_on_hold"),
                waiting(row, clocks.validOn()),
                new Planning(row.day("planned_start"), postponements(row)),
                place(row),
                new Werkprocessen(
                        row.texts("werkprocessen_agreed"),
                        row.texts("werkprocessen_judged"),
                        row.texts("werkprocessen_mastered"),
                        row.texts("werkprocessen_confirmed"),
                        row.texts("werkprocessen_carried")),
                new Progression(step(row, "progression_advised"), step(row, "progression_started")));
    }

    private static Milestones milestones(Columns row) {
        return new Milestones(
                row.day("opened_on"),
                row.day("suitable_on"),
                row.day("matched_on"),
                row.day("contracted_on"),
                row.day("started_on"),
                row.day("ended_on"));
    }

    private static Hold hold(Columns row) {
        LocalDate since = row.day("hold_since");
        return since == null
                ? null
                : new Hold(
                        since,
                        row.text("hold_cause"),
                        row.text("hold_phase"),
                        row.id("hold_cohort_id"),
                        row.day("hold_expected_resume_on"));
    }

    private static Waiting waiting(Columns row, LocalDate day) {
        LocalDate since = row.day("waiting_since");
        return since == null
                ? null
                : new Waiting(
                        since,
                        row.text("waiting_cause"),
                        row.id("waiting_leerbedrijf_id"),
                        ChronoUnit.DAYS.between(since, day));
    }

    private static List<Postponement> postponements(Columns row) {
        List<String> causes = row.texts("postponement_causes");
        List<Integer> days = row.numbers("postponement_days");
        return IntStream.range(0, causes.size())
                .mapToObj(i -> new Postponement(causes.get(i), days.get(i)))
                .toList();
    }

    private static Place place(Columns row) {
        UUID leerbedrijf = row.id("leerbedrijf_id");
        return leerbedrijf == null
                ? null
                : new Place(
                        leerbedrijf,
                        row.id("supervisor_id"),
                        row.text("school_id"),
                        row.text("crebo"),
                        row.text("dossier_version"),
                        row.yesOrNo("in_preferred_sector"),
                        row.id("praktijkovereenkomst_id"));
    }

    private static Step step(Columns row, String kind) {
        LocalDate on = row.day(kind + "_on");
        return on == null ? null : new Step(on, row.text(kind + "_to"));
    }
}
