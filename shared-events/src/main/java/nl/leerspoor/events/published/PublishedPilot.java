package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.pilot.PilotEvent;

/** What is told of a region's pilot. */
@About(stream = "pilot", collection = "pilots")
public sealed interface PublishedPilot extends Published {

    UUID pilotId();

    @Override
    default UUID subject() {
        return pilotId();
    }

    @Told(
            title = "Pilot begonnen",
            english = "Pilot started",
            description =
                    "De pilot van de regio loopt vanaf nu; de dag kan bij een pilot uit het verleden geschat zijn.")
    record RegionPilotStarted(
            UUID pilotId,
            String region,
            LocalDate effectiveOn,
            List<String> sectors,
            LocalDate plannedEnd,
            String datePrecision,
            @IfKnown Integer targetInView)
            implements PublishedPilot {}

    @Told(
            title = "Partner toegevoegd",
            english = "Partner added",
            description = "Een organisatie doet in een rol aan de pilot mee.",
            duty = Duty.FETCH)
    record PartnerAdded(UUID pilotId, String region, LocalDate effectiveOn, String organisationRole)
            implements PublishedPilot {}

    @Told(
            title = "Doel gesteld",
            english = "Target set",
            description = "De regio wil dit in een jaar bereiken; een later doel vervangt een eerder.")
    record TargetSet(UUID pilotId, String region, LocalDate effectiveOn, int year, String indicator, int value)
            implements PublishedPilot {}

    @Told(
            title = "Planning van pilot bevestigd",
            english = "Pilot plan confirmed",
            description = "De regio keek opnieuw naar het geplande einde en hield eraan vast.")
    record RegionPilotPlanConfirmed(UUID pilotId, String region, LocalDate effectiveOn, LocalDate plannedEnd)
            implements PublishedPilot {}

    @Told(
            title = "Einde van pilot verplaatst",
            english = "Pilot end rescheduled",
            description = "Het geplande einde schuift; de ingangsdatum is de dag van het besluit.")
    record RegionPilotEndRescheduled(
            UUID pilotId, String region, LocalDate effectiveOn, LocalDate oldEnd, LocalDate newEnd, String cause)
            implements PublishedPilot {}

    @Told(
            title = "Les vastgelegd",
            english = "Lesson recorded",
            description = "De pilot leerde iets: een les, een tip of een open vraag; de tekst is op te halen.",
            duty = Duty.FETCH,
            readAt = "/v1/lessons?pilot={subject}")
    record LessonRecorded(
            UUID pilotId, String region, LocalDate effectiveOn, UUID lessonId, String lessonKind, String lessonCode)
            implements PublishedPilot {}

    @Told(
            title = "Pilot afgerond",
            english = "Pilot completed",
            description = "De pilot is klaar; de genoemde open trajecten gaan als gewone uitvoering verder.")
    record RegionPilotCompleted(UUID pilotId, String region, LocalDate effectiveOn, List<UUID> carriedOver)
            implements PublishedPilot {}

    static Telling of(PilotEvent event) {
        return switch (event) {
            case PilotEvent.RegionPilotStarted e ->
                told(new RegionPilotStarted(
                        e.pilotId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sectors(),
                        e.plannedEnd(),
                        e.datePrecision(),
                        e.targetInView()));
            case PilotEvent.PartnerAdded e ->
                told(new PartnerAdded(e.pilotId(), e.region(), e.effectiveOn(), e.organisationRole()));
            case PilotEvent.TargetSet e ->
                told(new TargetSet(e.pilotId(), e.region(), e.effectiveOn(), e.year(), e.indicator(), e.value()));
            case PilotEvent.RegionPilotPlanConfirmed e ->
                told(new RegionPilotPlanConfirmed(e.pilotId(), e.region(), e.effectiveOn(), e.plannedEnd()));
            case PilotEvent.RegionPilotEndRescheduled e ->
                told(new RegionPilotEndRescheduled(
                        e.pilotId(),
                        e.region(),
                        e.effectiveOn(),
                        e.oldEnd(),
                        e.newEnd(),
                        PersonalCauses.outside(e.cause())));
            case PilotEvent.LessonRecorded e ->
                told(new LessonRecorded(e.pilotId(), e.region(), e.effectiveOn(), e.lessonId(), e.kind(), e.code()));
            case PilotEvent.RegionPilotCompleted e ->
                told(new RegionPilotCompleted(e.pilotId(), e.region(), e.effectiveOn(), e.carriedOver()));
        };
    }
}
