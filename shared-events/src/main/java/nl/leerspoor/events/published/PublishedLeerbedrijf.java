package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;

/** What is told of a leerbedrijf. A company of one bears the name of a person, so names are for who fetches them. */
@About(stream = "leerbedrijf", collection = "leerbedrijven")
public sealed interface PublishedLeerbedrijf extends Published {

    UUID leerbedrijfId();

    @Override
    default UUID subject() {
        return leerbedrijfId();
    }

    @Told(
            title = "Leerbedrijf benaderd",
            english = "Leerbedrijf approached",
            description = "De regio heeft contact gelegd met een werkgever.")
    record LeerbedrijfApproached(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            @IfKnown String companyNumber) implements PublishedLeerbedrijf {}

    @Told(
            title = "Leerbedrijf geïnteresseerd",
            english = "Leerbedrijf interested",
            description = "De werkgever heeft belangstelling.")
    record LeerbedrijfInterested(UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Leerbedrijf doet niet mee",
            english = "Leerbedrijf declined",
            description = "De werkgever zei nee; die mag later weer gevraagd worden.")
    record LeerbedrijfDeclined(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String declineReason,
            List<String> secondaryReasons,
            @IfKnown String wouldReconsiderIf)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Leerbedrijf opnieuw benaderd",
            english = "Leerbedrijf reopened",
            description = "Na een nee is er opnieuw contact.")
    record LeerbedrijfReopened(UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Erkenning aangevraagd",
            english = "Erkenning requested",
            description = "De werkgever vroeg SBB om erkenning voor een kwalificatie.")
    record ErkenningRequested(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Erkenning bevestigd",
            english = "Erkenning confirmed",
            description = "De werkgever heeft erkenning voor een kwalificatie (WEB 7.2.10), zonder einddatum.")
    record ErkenningConfirmed(
            UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo, LocalDate lastAssessedOn)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Erkenning ingetrokken",
            english = "Erkenning withdrawn",
            description = "SBB trok de erkenning voor een kwalificatie in.")
    record ErkenningWithdrawn(
            UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo, String erkenningLossReason)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Erkenning vervallen",
            english = "Erkenning lapsed",
            description = "De erkenning verviel van rechtswege na vier jaar zonder bpv.")
    record ErkenningLapsed(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements PublishedLeerbedrijf {}

    @Told(title = "Leerbedrijf doet mee", english = "Leerbedrijf joined", description = "De werkgever doet mee.")
    record LeerbedrijfJoined(UUID leerbedrijfId, String region, LocalDate effectiveOn, String sector)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Praktijkplaatsen aangeboden",
            english = "Places offered",
            description = "De werkgever biedt in een periode plaatsen aan; informatie, geen grens.")
    record PlacesOffered(
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String crebo,
            int places,
            LocalDate from,
            @IfKnown LocalDate until,
            @IfKnown Integer supervisionHoursPerWeek)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Aanbod van praktijkplaatsen ingetrokken",
            english = "Places withdrawn",
            description = "De werkgever trekt het aanbod voor een kwalificatie in.")
    record PlacesWithdrawn(UUID leerbedrijfId, String region, LocalDate effectiveOn, String crebo)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Leerbedrijf tijdelijk niet mee",
            english = "Leerbedrijf suspended",
            description = "De werkgever doet een tijd niet mee.")
    record LeerbedrijfSuspended(UUID leerbedrijfId, String region, LocalDate effectiveOn, String cause)
            implements PublishedLeerbedrijf {}

    @Told(title = "Leerbedrijf weer mee", english = "Leerbedrijf resumed", description = "De werkgever doet weer mee.")
    record LeerbedrijfResumed(UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedLeerbedrijf {}

    @Told(title = "Leerbedrijf vertrokken", english = "Leerbedrijf left", description = "De werkgever is voorgoed weg.")
    record LeerbedrijfLeft(UUID leerbedrijfId, String region, LocalDate effectiveOn) implements PublishedLeerbedrijf {}

    @Told(
            title = "Contactpersoon genoemd",
            english = "Contact person named",
            description = "Iemand spreekt vanaf een dag namens de werkgever, in plaats van wie dat eerder deed.",
            duty = Duty.FETCH,
            readAt = "/v1/leerbedrijven/{subject}/contact-person")
    record ContactPersonNamed(UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID contactPersonId)
            implements PublishedLeerbedrijf {}

    @Told(
            title = "Persoonsgegevens van contactpersoon gewist",
            english = "Personal data of a contact person erased",
            description = "Wie de contactpersoon was, is nergens meer te lezen; feiten en aantallen blijven.",
            duty = Duty.ERASE)
    record PersonalDataErased(UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID contactPersonId)
            implements PublishedLeerbedrijf {}

    static Telling of(LeerbedrijfEvent event) {
        return switch (event) {
            case LeerbedrijfEvent.LeerbedrijfApproached e ->
                told(new LeerbedrijfApproached(
                        e.leerbedrijfId(), e.region(), e.effectiveOn(), e.sector(), e.companyNumber()));
            case LeerbedrijfEvent.LeerbedrijfInterested e ->
                told(new LeerbedrijfInterested(e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case LeerbedrijfEvent.LeerbedrijfDeclined e ->
                told(new LeerbedrijfDeclined(
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        e.reason(),
                        e.secondaryReasons(),
                        e.wouldReconsiderIf()));
            case LeerbedrijfEvent.LeerbedrijfReopened e ->
                told(new LeerbedrijfReopened(e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case LeerbedrijfEvent.ErkenningRequested e ->
                told(new ErkenningRequested(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.crebo()));
            case LeerbedrijfEvent.ErkenningConfirmed e ->
                told(new ErkenningConfirmed(
                        e.leerbedrijfId(), e.region(), e.effectiveOn(), e.crebo(), e.lastAssessedOn()));
            case LeerbedrijfEvent.ErkenningWithdrawn e ->
                told(new ErkenningWithdrawn(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.crebo(), e.reason()));
            case LeerbedrijfEvent.ErkenningLapsed e ->
                told(new ErkenningLapsed(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.crebo()));
            case LeerbedrijfEvent.LeerbedrijfJoined e ->
                told(new LeerbedrijfJoined(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.sector()));
            case LeerbedrijfEvent.PlacesOffered e ->
                told(new PlacesOffered(
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.crebo(),
                        e.places(),
                        e.from(),
                        e.to(),
                        e.supervisionHoursPerWeek()));
            case LeerbedrijfEvent.PlacesWithdrawn e ->
                told(new PlacesWithdrawn(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.crebo()));
            case LeerbedrijfEvent.LeerbedrijfSuspended e ->
                told(new LeerbedrijfSuspended(
                        e.leerbedrijfId(), e.region(), e.effectiveOn(), PersonalCauses.outside(e.cause())));
            case LeerbedrijfEvent.LeerbedrijfResumed e ->
                told(new LeerbedrijfResumed(e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case LeerbedrijfEvent.LeerbedrijfLeft e ->
                told(new LeerbedrijfLeft(e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case LeerbedrijfEvent.ContactPersonNamed e ->
                told(new ContactPersonNamed(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.contactPersonId()));
            case LeerbedrijfEvent.PersonalDataErased e ->
                told(new PersonalDataErased(e.leerbedrijfId(), e.region(), e.effectiveOn(), e.personId()));
        };
    }
}
