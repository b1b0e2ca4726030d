package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.kept;
import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.cohort.CohortEvent;

/** What is told of a cohort; what a decision did to each member is told of the member. */
@About(stream = "cohort", collection = "cohorts")
public sealed interface PublishedCohort extends Published {

    UUID cohortId();

    @Override
    default UUID subject() {
        return cohortId();
    }

    @Told(title = "Cohort gemaakt", english = "Cohort created", description = "Er is een cohort van trajecten.")
    record CohortCreated(UUID cohortId, String region, LocalDate effectiveOn) implements PublishedCohort {}

    @Told(
            title = "Kandidaat in cohort",
            english = "Candidate added to cohort",
            description = "Een traject hoort bij het cohort.")
    record CandidateAddedToCohort(
            UUID cohortId, String region, LocalDate effectiveOn, UUID trajectoryId, UUID candidateId)
            implements PublishedCohort {}

    @Told(
            title = "Kandidaat uit cohort",
            english = "Candidate removed from cohort",
            description = "Een traject hoort niet meer bij het cohort.")
    record CandidateRemovedFromCohort(
            UUID cohortId, String region, LocalDate effectiveOn, UUID trajectoryId, UUID candidateId)
            implements PublishedCohort {}

    @Told(
            title = "Cohort on hold",
            english = "Cohort put on hold",
            description =
                    "Eén besluit om alle leden on hold te zetten. Wie telt, telt de leden: niet elk lid gaat mee.")
    record CohortPutOnHold(
            UUID cohortId,
            String region,
            LocalDate effectiveOn,
            String cause,
            @IfKnown LocalDate expectedResumeOn) implements PublishedCohort {}

    @Told(
            title = "Cohort hervat",
            english = "Cohort resumed",
            description = "Eén besluit om alle leden te hervatten. Wie telt, telt de leden: niet elk lid gaat mee.")
    record CohortResumed(UUID cohortId, String region, LocalDate effectiveOn) implements PublishedCohort {}

    static Telling of(CohortEvent event) {
        return switch (event) {
            case CohortEvent.CohortCreated e -> told(new CohortCreated(e.cohortId(), e.region(), e.effectiveOn()));
            case CohortEvent.CandidateAddedToCohort e ->
                told(new CandidateAddedToCohort(
                        e.cohortId(), e.region(), e.effectiveOn(), e.trajectoryId(), e.candidateId()));
            case CohortEvent.CandidateRemovedFromCohort e ->
                told(new CandidateRemovedFromCohort(
                        e.cohortId(), e.region(), e.effectiveOn(), e.trajectoryId(), e.candidateId()));
            case CohortEvent.CohortPutOnHold e ->
                told(new CohortPutOnHold(
                        e.cohortId(),
                        e.region(),
                        e.effectiveOn(),
                        PersonalCauses.outside(e.cause()),
                        e.expectedResumeOn()));
            case CohortEvent.CohortResumed e -> told(new CohortResumed(e.cohortId(), e.region(), e.effectiveOn()));
            case CohortEvent.CohortActionCompleted _ ->
                kept("What a decision did to each member is told of that member.");
        };
    }
}
