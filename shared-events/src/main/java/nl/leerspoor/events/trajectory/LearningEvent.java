package nl.leerspoor.events.trajectory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.Revision;

/** Learning at work: attendance, progress, werkprocessen judged and confirmed. */
public sealed interface LearningEvent extends TrajectoryEvent {

    /**
     * The candidate made progress.
     *
     * @param skillKind        {@code WERKNEMERS} or {@code VAK}
     * @param praktijkopdracht the task at work, if one was done
     * @param werkproces       the werkproces that it belongs to, if any
     */
    record ProgressRecorded(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String skillKind,
            String praktijkopdracht,
            String werkproces)
            implements LearningEvent {}

    /**
     * Hours of presence in an ISO week.
     *
     * @param weekYear the week-based year, which around New Year may be another than the calendar's
     * @param week     1 to 53
     */
    @Revision(2)
    record AttendanceRegistered(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            int weekYear,
            int week,
            BigDecimal hours)
            implements LearningEvent {}

    /**
     * The company's supervisor judged whether the candidate masters a werkproces.
     *
     * @param result {@code MASTERED} or {@code NOT_YET}
     */
    record WerkprocesJudged(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            String result,
            UUID supervisorId,
            UUID leerbedrijfId,
            UUID praktijkovereenkomstId)
            implements LearningEvent {}

    /**
     * The school confirmed a judgement (WEB 7.2.8 lid 3).
     *
     * @param schoolCoachId pseudonymous id of the school's coach, another person than the judge
     */
    record WerkprocesConfirmed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            UUID judgedEventId,
            UUID supervisorId,
            UUID leerbedrijfId,
            String schoolId,
            String schoolCoachId)
            implements LearningEvent {}

    /** The confirmation never was. */
    record WerkprocesConfirmationRetracted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String werkproces,
            UUID retractsEventId,
            String reason,
            String authorisedBy)
            implements LearningEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return List.of(retractsEventId);
        }
    }
}
