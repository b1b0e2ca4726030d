package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.kept;
import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.LearningEvent;

/** What is told of learning at work. How somebody does is not: who may know fetches it. */
public sealed interface PublishedLearning extends PublishedTrajectory {

    @Told(
            title = "Aanwezigheid geregistreerd",
            english = "Attendance registered",
            description = "Van een ISO-week zijn uren geregistreerd; een latere registratie van die week vervangt ze.",
            duty = Duty.FETCH,
            readAt = "/v1/trajectories/{subject}/guided-weeks")
    record AttendanceRegistered(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, int weekYear, int week)
            implements PublishedLearning {}

    @Told(
            title = "Werkproces beoordeeld",
            english = "Werkproces judged",
            description =
                    "De praktijkbegeleider beoordeelde een werkproces; is het beheerst, dan kan de school bevestigen.",
            duty = Duty.FETCH,
            readAt = "/v1/trajectories/{subject}/history")
    record WerkprocesJudged(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            UUID supervisorId,
            UUID leerbedrijfId,
            UUID praktijkovereenkomstId)
            implements PublishedLearning {}

    @Told(
            title = "Werkproces bevestigd",
            english = "Werkproces confirmed",
            description = "De school bevestigde wat de praktijkbegeleider beoordeelde (WEB 7.2.8 lid 3).")
    record WerkprocesConfirmed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            UUID judgedEventId,
            UUID supervisorId,
            UUID leerbedrijfId,
            String schoolId)
            implements PublishedLearning {}

    @Told(
            title = "Bevestiging van werkproces herroepen",
            english = "Confirmation of werkproces retracted",
            description = "De school heeft het werkproces nooit bevestigd.",
            duty = Duty.RETRACT)
    record WerkprocesConfirmationRetracted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            List<UUID> retracts)
            implements PublishedLearning {}

    static Telling of(LearningEvent event) {
        return switch (event) {
            case LearningEvent.ProgressRecorded _ ->
                kept("How somebody comes along is between the candidate, the leerbedrijf and the school.");
            case LearningEvent.AttendanceRegistered e ->
                told(new AttendanceRegistered(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.weekYear(), e.week()));
            case LearningEvent.WerkprocesJudged e ->
                told(new WerkprocesJudged(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.werkproces(),
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.praktijkovereenkomstId()));
            case LearningEvent.WerkprocesConfirmed e ->
                told(new WerkprocesConfirmed(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.werkproces(),
                        e.judgedEventId(),
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.schoolId()));
            case LearningEvent.WerkprocesConfirmationRetracted e ->
                told(new WerkprocesConfirmationRetracted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.werkproces(), e.retracts()));
        };
    }
}
