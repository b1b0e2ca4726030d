package nl.leerspoor.events.leerbedrijf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.DataSubject;
import nl.leerspoor.events.Erasure;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.PersonalData;

/** What happens to a leerbedrijf: an employer, from first contact to offering places. */
public sealed interface LeerbedrijfEvent extends Event {

    UUID leerbedrijfId();

    /**
     * The region made contact.
     *
     * @param companyNumber nine digits by which SBB knows the company, if it does
     */
    record LeerbedrijfApproached(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String name,
            String sector,
            String companyNumber,
            String reference)
            implements LeerbedrijfEvent {}

    /** The employer is interested. */
    record LeerbedrijfInterested(UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements LeerbedrijfEvent {}

    /**
     * The employer said no; it may be asked again.
     *
     * @param wouldReconsiderIf what would change its mind, as {@code COMPENSATION}
     */
    record LeerbedrijfDeclined(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String reason,
            List<String> secondaryReasons,
            String wouldReconsiderIf)
            implements LeerbedrijfEvent {}

    /** Contact was taken up again after a decline. */
    record LeerbedrijfReopened(UUID leerbedrijfId, String region, LocalDate effectiveOn) implements LeerbedrijfEvent {}

    /** The employer asked SBB for erkenning for a qualification. */
    record ErkenningRequested(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements LeerbedrijfEvent {}

    /** The employer holds erkenning for a qualification (WEB 7.2.10); it has no end date. */
    record ErkenningConfirmed(
            UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo, LocalDate lastAssessedOn)
            implements LeerbedrijfEvent {}

    /** SBB took the erkenning away. */
    record ErkenningWithdrawn(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo, String reason)
            implements LeerbedrijfEvent {}

    /** The erkenning lapsed by law after four years without bpv (rule B25). */
    record ErkenningLapsed(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements LeerbedrijfEvent {}

    /** The employer takes part. */
    record LeerbedrijfJoined(UUID leerbedrijfId, String region, LocalDate effectiveOn, String sector)
            implements LeerbedrijfEvent {}

    /** The employer offers places in a period; information, not a limit. */
    record PlacesOffered(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String crebo,
            int places,
            LocalDate from,
            LocalDate to,
            Integer supervisionHoursPerWeek)
            implements LeerbedrijfEvent {}

    /** The employer takes back its offer for a qualification. */
    record PlacesWithdrawn(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements LeerbedrijfEvent {}

    /** The employer takes no part for a while. */
    record LeerbedrijfSuspended(UUID leerbedrijfId, String region, LocalDate effectiveOn, String cause)
            implements LeerbedrijfEvent {}

    /** The employer takes part again. */
    record LeerbedrijfResumed(UUID leerbedrijfId, String region, LocalDate effectiveOn) implements LeerbedrijfEvent {}

    /** The employer left for good. */
    record LeerbedrijfLeft(UUID leerbedrijfId, String region, LocalDate effectiveOn, String reason)
            implements LeerbedrijfEvent {}

    /**
     * Who speaks for the employer, from a day on; takes the place of whoever did before. What is not known is null.
     *
     * @param contactPersonId the same for the same person, and of nobody else
     */
    record ContactPersonNamed(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            @DataSubject UUID contactPersonId,
            @PersonalData String name,
            @PersonalData String email,
            @PersonalData String telephone)
            implements LeerbedrijfEvent {}

    /**
     * The key of somebody who spoke for the leerbedrijf was destroyed together with this event, so that nobody can read any more who they were.
     *
     * @param personId      who it was
     * @param privacyCaseId on whose ground it was done
     * @param scope         what was erased: {@code ALL}
     */
    record PersonalDataErased(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID personId,
            UUID privacyCaseId,
            String scope,
            String legalBasis)
            implements LeerbedrijfEvent, Erasure {}
}
