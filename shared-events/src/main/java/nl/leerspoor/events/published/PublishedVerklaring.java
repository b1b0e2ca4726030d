package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.kept;
import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.verklaring.VerklaringEvent;

/**
 * What is told of a verklaring. The number and the hash by which one checks a paper in hand are not: they are for who was
 * given the paper.
 */
@About(stream = "verklaring", collection = "verklaringen")
public sealed interface PublishedVerklaring extends Published {

    UUID verklaringId();

    UUID trajectoryId();

    UUID candidateId();

    @Override
    default UUID subject() {
        return verklaringId();
    }

    @Told(
            title = "Verklaring opgesteld",
            english = "Verklaring drafted",
            description = "Een school stelde de verklaring op voor wat bij één leerbedrijf is geleerd.")
    record VerklaringDrafted(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String regime,
            String schoolId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String crebo,
            int level,
            String dossierVersion,
            List<String> werkprocessen)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring ondertekend door leerbedrijf",
            english = "Verklaring signed by leerbedrijf",
            description = "Het leerbedrijf tekende.")
    record VerklaringSignedByLeerbedrijf(
            UUID verklaringId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring vastgesteld",
            english = "Verklaring approved",
            description = "De examencommissie van de school stelde de verklaring vast.")
    record VerklaringApproved(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring geweigerd",
            english = "Verklaring refused",
            description = "De examencommissie van de school weigerde de verklaring.")
    record VerklaringRefused(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId)
            implements PublishedVerklaring {}

    @Told(
            title = "Concept van verklaring ingetrokken",
            english = "Verklaring draft withdrawn",
            description = "De opgestelde verklaring is teruggenomen.")
    record VerklaringDraftWithdrawn(
            UUID verklaringId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring uitgereikt",
            english = "Verklaring issued",
            description = "De verklaring is uitgereikt; de ingangsdatum is de dag van uitreiking.")
    record VerklaringIssued(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String regime,
            String crebo,
            int level,
            String dossierVersion,
            List<String> werkprocessen,
            LocalDate approvedOn,
            @IfKnown UUID ceremonyId)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring ingetrokken",
            english = "Verklaring revoked",
            description = "De verklaring geldt niet meer; dat zij er was, blijft.",
            duty = Duty.WITHDRAW)
    record VerklaringRevoked(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            @IfKnown UUID replacedBy)
            implements PublishedVerklaring {}

    @Told(
            title = "Verklaring vervangen",
            english = "Verklaring replaced",
            description = "Een andere verklaring komt ervoor in de plaats.",
            duty = Duty.WITHDRAW)
    record VerklaringReplaced(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID replacedBy)
            implements PublishedVerklaring {}

    static Telling of(VerklaringEvent event) {
        return switch (event) {
            case VerklaringEvent.VerklaringDrafted e ->
                told(new VerklaringDrafted(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.regime(),
                        e.schoolId(),
                        e.leerbedrijfId(),
                        e.supervisorId(),
                        e.crebo(),
                        e.level(),
                        e.dossierVersion(),
                        e.lines().stream().map(VerklaringEvent.Line::code).toList()));
            case VerklaringEvent.VerklaringSignedByLeerbedrijf e ->
                told(new VerklaringSignedByLeerbedrijf(
                        e.verklaringId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case VerklaringEvent.VerklaringApproved e ->
                told(new VerklaringApproved(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.schoolId()));
            case VerklaringEvent.VerklaringRefused e ->
                told(new VerklaringRefused(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.schoolId()));
            case VerklaringEvent.VerklaringDraftWithdrawn e ->
                told(new VerklaringDraftWithdrawn(
                        e.verklaringId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case VerklaringEvent.VerklaringIssued e ->
                told(new VerklaringIssued(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.schoolId(),
                        e.leerbedrijfId(),
                        e.supervisorId(),
                        e.regime(),
                        e.crebo(),
                        e.level(),
                        e.dossierVersion(),
                        e.werkprocessen().stream()
                                .map(VerklaringEvent.IssuedWerkproces::code)
                                .toList(),
                        e.approvedOn(),
                        e.ceremonyId()));
            // the ground may be fraud, which is for the body that decided
            case VerklaringEvent.VerklaringRevoked e ->
                told(new VerklaringRevoked(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.replacedBy()));
            case VerklaringEvent.VerklaringReplaced e ->
                told(new VerklaringReplaced(
                        e.verklaringId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.replacedBy()));
            case VerklaringEvent.VerklaringShared _ -> kept("To whom somebody shows their paper is theirs.");
        };
    }
}
