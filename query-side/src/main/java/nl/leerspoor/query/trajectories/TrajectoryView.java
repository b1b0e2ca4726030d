package nl.leerspoor.query.trajectories;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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
            List<String> confirmed,

            @Schema(description = "Bevestigd in een andere regio, voor een overdracht")
            List<String> carried) {}

    @Schema(name = "TrajectoryProgression", description = "Doorstroom: geadviseerd en begonnen")
    record Progression(
            @Schema(nullable = true) Step advised,
            @Schema(nullable = true) Step started) {}

    @Schema(name = "TrajectoryStep")
    record Step(LocalDate on, @Schema(example = "ENTREE") String to) {}

    static TrajectoryView of(TrajectoryRow row, LocalDate validOn) {
        return new TrajectoryView(
                row.trajectoryId,
                row.candidateId,
                row.region,
                row.reference,
                row.goal,
                row.sector,
                row.level,
                row.werkcoachId,
                row.transferredFromId,
                row.status,
                row.statusSince,
                ChronoUnit.DAYS.between(row.statusSince, validOn),
                row.endReason,
                new Milestones(
                        row.openedOn, row.suitableOn, row.matchedOn, row.contractedOn, row.startedOn, row.endedOn),
                row.holdSince == null
                        ? null
                        : new Hold(
                                row.holdSince,
                                row.holdCause,
                                row.holdPhase,
                                row.holdCohortId,
                                row.holdExpectedResumeOn),
                row.daysOnHold,
                row.waitingSince == null
                        ? null
                        : new Waiting(
                                row.waitingSince,
                                row.waitingCause,
                                row.waitingLeerbedrijfId,
                                ChronoUnit.DAYS.between(row.waitingSince, validOn)),
                new Planning(row.plannedStart, postponements(row)),
                row.leerbedrijfId == null ? null : place(row),
                new Werkprocessen(
                        row.werkprocessenAgreed,
                        row.werkprocessenJudged,
                        row.werkprocessenConfirmed,
                        row.werkprocessenCarried),
                new Progression(
                        step(row.progressionAdvisedOn, row.progressionAdvisedTo),
                        step(row.progressionStartedOn, row.progressionStartedTo)));
    }

    private static List<Postponement> postponements(TrajectoryRow row) {
        return IntStream.range(0, row.postponementCauses.size())
                .mapToObj(i -> new Postponement(row.postponementCauses.get(i), row.postponementDays.get(i)))
                .toList();
    }

    private static Place place(TrajectoryRow row) {
        return new Place(
                row.leerbedrijfId,
                row.supervisorId,
                row.schoolId,
                row.crebo,
                row.dossierVersion,
                row.inPreferredSector,
                row.praktijkovereenkomstId);
    }

    private static Step step(LocalDate on, String to) {
        return on == null ? null : new Step(on, to);
    }
}
