package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;

/** What is told of a praktijkovereenkomst. Who signed isn't: a parent who does tells that somebody is a minor. */
@About(stream = "praktijkovereenkomst", collection = "praktijkovereenkomsten")
public sealed interface PublishedPraktijkovereenkomst extends Published {

    UUID praktijkovereenkomstId();

    UUID trajectoryId();

    UUID candidateId();

    @Override
    default UUID subject() {
        return praktijkovereenkomstId();
    }

    @Told(
            title = "Praktijkovereenkomst opgesteld",
            english = "Praktijkovereenkomst drafted",
            description = "De overeenkomst bij een koppeling is opgesteld en kan getekend worden.")
    record PraktijkovereenkomstDrafted(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo,
            String dossierVersion,
            LocalDate start,
            LocalDate end,
            List<String> werkprocessen,
            String leerweg)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst ondertekend",
            english = "Praktijkovereenkomst signed",
            description = "Een partij tekende een tekst; handtekeningen onder een oudere tekst tellen niet meer.",
            duty = Duty.FETCH)
    record PraktijkovereenkomstSigned(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            int draftVersion)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst actief",
            english = "Praktijkovereenkomst activated",
            description = "Alle partijen tekenden dezelfde tekst (WEB 7.2.9).")
    record PraktijkovereenkomstActivated(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst gewijzigd",
            english = "Praktijkovereenkomst amended",
            description = "De tekst is veranderd; alle partijen tekenen opnieuw.")
    record PraktijkovereenkomstAmended(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            LocalDate start,
            LocalDate end,
            List<String> werkprocessen,
            int draftVersion)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst ontbonden",
            english = "Praktijkovereenkomst dissolved",
            description = "De overeenkomst is voor haar tijd beëindigd.")
    record PraktijkovereenkomstDissolved(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst geëindigd",
            english = "Praktijkovereenkomst ended",
            description = "De overeenkomst is geëindigd zoals bedoeld.")
    record PraktijkovereenkomstEnded(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Praktijkovereenkomst niet getekend",
            english = "Praktijkovereenkomst rejected",
            description = "De overeenkomst is niet getekend en wordt dat ook niet meer.")
    record PraktijkovereenkomstRejected(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedPraktijkovereenkomst {}

    @Told(
            title = "Einde van praktijkovereenkomst herroepen",
            english = "End of praktijkovereenkomst retracted",
            description = "De overeenkomst is nooit geëindigd of ontbonden, omdat het traject nooit eindigde.",
            duty = Duty.RETRACT)
    record PraktijkovereenkomstEndRetracted(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            List<UUID> retracts)
            implements PublishedPraktijkovereenkomst {}

    static Telling of(PraktijkovereenkomstEvent event) {
        return switch (event) {
            case PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted e ->
                told(new PraktijkovereenkomstDrafted(
                        e.praktijkovereenkomstId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.leerbedrijfId(),
                        e.supervisorId(),
                        e.schoolId(),
                        e.crebo(),
                        e.dossierVersion(),
                        e.start(),
                        e.end(),
                        e.werkprocessen(),
                        e.leerweg()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstSigned e ->
                told(new PraktijkovereenkomstSigned(
                        e.praktijkovereenkomstId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.draftVersion()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstActivated e ->
                told(new PraktijkovereenkomstActivated(
                        e.praktijkovereenkomstId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstAmended e ->
                told(new PraktijkovereenkomstAmended(
                        e.praktijkovereenkomstId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.start(),
                        e.end(),
                        e.werkprocessen(),
                        e.draftVersion()));
            // on what ground, or why nobody signed, may tell of the person
            case PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved e ->
                told(new PraktijkovereenkomstDissolved(
                        e.praktijkovereenkomstId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstEnded e ->
                told(new PraktijkovereenkomstEnded(
                        e.praktijkovereenkomstId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstRejected e ->
                told(new PraktijkovereenkomstRejected(
                        e.praktijkovereenkomstId(), e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted e ->
                told(new PraktijkovereenkomstEndRetracted(
                        e.praktijkovereenkomstId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.retracts()));
        };
    }
}
