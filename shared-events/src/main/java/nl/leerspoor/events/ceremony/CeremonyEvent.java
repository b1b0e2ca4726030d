package nl.leerspoor.events.ceremony;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a ceremony at which verklaringen are handed over. */
public sealed interface CeremonyEvent extends Event {

    UUID ceremonyId();

    /** A ceremony was planned. */
    record AwardCeremonyScheduled(
            UUID ceremonyId, String region, LocalDate effectiveOn, LocalDate on, String place, String reference)
            implements CeremonyEvent {}

    /** An approved verklaring will be handed over there. */
    record VerklaringNominated(
            UUID ceremonyId, String region, LocalDate effectiveOn, UUID verklaringId, UUID candidateId)
            implements CeremonyEvent {}

    /**
     * The ceremony moved; no verklaring changes by it (rule B21).
     *
     * @param count how many times it was moved by now
     */
    record AwardCeremonyRescheduled(
            UUID ceremonyId,
            String region,
            LocalDate effectiveOn,
            LocalDate oldOn,
            LocalDate newOn,
            String cause,
            int count)
            implements CeremonyEvent {}

    /** The ceremony is off. */
    record AwardCeremonyCancelled(UUID ceremonyId, String region, LocalDate effectiveOn, String cause)
            implements CeremonyEvent {}

    /**
     * The ceremony took place.
     *
     * @param present        verklaringen that were handed over
     * @param absent         verklaringen of people who were not there
     * @param publicationUrl where one can read of it, if anywhere
     */
    record AwardCeremonyHeld(
            UUID ceremonyId,
            String region,
            LocalDate effectiveOn,
            List<UUID> present,
            List<UUID> absent,
            String publicationUrl)
            implements CeremonyEvent {}
}
