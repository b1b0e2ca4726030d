package nl.leerspoor.query.leerbedrijven;

import java.time.LocalDate;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningLapsed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfInterested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfReopened;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PersonalDataErased;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Contact;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Erkenning.Status;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Leaving;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Offer;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Pause;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Stage;

/** What each fact changes in what is told of a leerbedrijf. */
final class LeerbedrijfCourse {

    private LeerbedrijfCourse() {}

    static LeerbedrijfState evolve(LeerbedrijfState state, Fact<LeerbedrijfEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case LeerbedrijfApproached e ->
                LeerbedrijfState.approached(
                        new Contact(e.region(), e.reference(), e.name(), e.companyNumber(), day), e.sector());
            case LeerbedrijfInterested e -> state.interested(day);
            case LeerbedrijfDeclined e ->
                state.declined(new Decline(day, e.reason(), e.secondaryReasons(), e.sector(), e.wouldReconsiderIf()));
            case LeerbedrijfReopened e -> state.in(Stage.APPROACHED);
            case LeerbedrijfJoined e -> state.joined(day, e.sector());
            case LeerbedrijfSuspended e -> state.suspended(new Pause(day, e.cause()));
            case LeerbedrijfResumed e -> state.resumed();
            case LeerbedrijfLeft e -> state.left(new Leaving(day, e.reason()));
            case ErkenningRequested e -> state.erkenning(e.crebo(), Status.REQUESTED, day, null);
            case ErkenningConfirmed e -> state.erkenning(e.crebo(), Status.CONFIRMED, day, e.lastAssessedOn());
            case ErkenningWithdrawn e -> state.erkenning(e.crebo(), Status.WITHDRAWN, day, null);
            case ErkenningLapsed e -> state.erkenning(e.crebo(), Status.LAPSED, day, null);
            case PlacesOffered e -> state.offering(new Offer(e.crebo(), e.places(), e.from(), e.to()));
            case PlacesWithdrawn e -> state.offeringNoMore(e.crebo());
            case ContactPersonNamed e -> state.spokenForBy(e.contactPersonId(), day);
            case PersonalDataErased e -> state.erased(e.personId());
        };
    }
}
