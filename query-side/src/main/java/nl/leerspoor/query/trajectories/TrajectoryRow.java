package nl.leerspoor.query.trajectories;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code query.trajectory_period}, to read. */
@Entity
@Immutable
@Table(name = "trajectory_period")
class TrajectoryRow {

    @Id
    Long rowId;

    UUID trajectoryId;
    LocalDate validFrom;
    UUID candidateId;
    String region;
    String reference;
    String goal;
    String sector;
    int level;
    String werkcoachId;
    UUID transferredFromId;
    String status;
    LocalDate statusSince;
    String endReason;
    LocalDate openedOn;
    LocalDate suitableOn;
    LocalDate matchedOn;
    LocalDate contractedOn;
    LocalDate startedOn;
    LocalDate endedOn;
    LocalDate holdSince;
    String holdCause;
    String holdPhase;
    UUID holdCohortId;
    LocalDate holdExpectedResumeOn;
    int daysOnHold;
    LocalDate waitingSince;
    String waitingCause;
    UUID waitingLeerbedrijfId;
    LocalDate plannedStart;
    List<String> postponementCauses;
    List<Integer> postponementDays;
    UUID leerbedrijfId;
    UUID supervisorId;
    String schoolId;
    String crebo;
    String dossierVersion;
    Boolean inPreferredSector;
    UUID praktijkovereenkomstId;
    List<String> werkprocessenAgreed;
    List<String> werkprocessenJudged;
    List<String> werkprocessenConfirmed;
    List<String> werkprocessenCarried;
    LocalDate progressionAdvisedOn;
    String progressionAdvisedTo;
    LocalDate progressionStartedOn;
    String progressionStartedTo;
}
