package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.ceremony.CeremonyEvent;

/** What is told of a ceremony; who was there isn't, since that a verklaring was issued is told of the verklaring. */
@About(stream = "ceremony", collection = "ceremonies")
public sealed interface PublishedCeremony extends Published {

    UUID ceremonyId();

    @Override
    default UUID subject() {
        return ceremonyId();
    }

    @Told(
            title = "Uitreiking gepland",
            english = "Award ceremony scheduled",
            description = "Er is een uitreiking van verklaringen gepland.")
    record AwardCeremonyScheduled(UUID ceremonyId, String region, LocalDate effectiveOn, LocalDate ceremonyOn)
            implements PublishedCeremony {}

    @Told(
            title = "Verklaring voorgedragen voor uitreiking",
            english = "Verklaring nominated",
            description = "Een vastgestelde verklaring wordt bij deze gelegenheid uitgereikt.")
    record VerklaringNominated(
            UUID ceremonyId, String region, LocalDate effectiveOn, UUID verklaringId, UUID candidateId)
            implements PublishedCeremony {}

    @Told(
            title = "Uitreiking verplaatst",
            english = "Award ceremony rescheduled",
            description = "De uitreiking is op een andere dag; geen verklaring verandert daardoor.")
    record AwardCeremonyRescheduled(
            UUID ceremonyId, String region, LocalDate effectiveOn, LocalDate oldOn, LocalDate newOn, String cause)
            implements PublishedCeremony {}

    @Told(
            title = "Uitreiking afgelast",
            english = "Award ceremony cancelled",
            description = "De uitreiking gaat niet door.")
    record AwardCeremonyCancelled(UUID ceremonyId, String region, LocalDate effectiveOn, String cause)
            implements PublishedCeremony {}

    @Told(title = "Uitreiking gehouden", english = "Award ceremony held", description = "De uitreiking is geweest.")
    record AwardCeremonyHeld(UUID ceremonyId, String region, LocalDate effectiveOn) implements PublishedCeremony {}

    static Telling of(CeremonyEvent event) {
        return switch (event) {
            case CeremonyEvent.AwardCeremonyScheduled e ->
                told(new AwardCeremonyScheduled(e.ceremonyId(), e.region(), e.effectiveOn(), e.on()));
            case CeremonyEvent.VerklaringNominated e ->
                told(new VerklaringNominated(
                        e.ceremonyId(), e.region(), e.effectiveOn(), e.verklaringId(), e.candidateId()));
            case CeremonyEvent.AwardCeremonyRescheduled e ->
                told(new AwardCeremonyRescheduled(
                        e.ceremonyId(),
                        e.region(),
                        e.effectiveOn(),
                        e.oldOn(),
                        e.newOn(),
                        PersonalCauses.outside(e.cause())));
            case CeremonyEvent.AwardCeremonyCancelled e ->
                told(new AwardCeremonyCancelled(
                        e.ceremonyId(), e.region(), e.effectiveOn(), PersonalCauses.outside(e.cause())));
            case CeremonyEvent.AwardCeremonyHeld e ->
                told(new AwardCeremonyHeld(e.ceremonyId(), e.region(), e.effectiveOn()));
        };
    }
}
