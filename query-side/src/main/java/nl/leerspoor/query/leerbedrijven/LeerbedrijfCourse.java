package nl.leerspoor.query.leerbedrijven;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
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
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Contact;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Stage;

/** What each fact changes in what is told of a leerbedrijf. */
final class LeerbedrijfCourse {

    private LeerbedrijfCourse() {}

    static LeerbedrijfState evolve(LeerbedrijfState state, Fact<LeerbedrijfEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case LeerbedrijfApproached e ->
                new LeerbedrijfState(
                        new Contact(e.region(), e.reference(), e.name(), day),
                        e.sector(),
                        Stage.APPROACHED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of());
            case LeerbedrijfInterested e -> state.interested(day);
            case LeerbedrijfDeclined e -> state.declined(new Decline(e.reason(), e.sector(), e.wouldReconsiderIf()));
            case LeerbedrijfReopened e -> state.in(Stage.APPROACHED);
            case LeerbedrijfJoined e -> state.joined(day, e.sector());
            case LeerbedrijfSuspended e -> state.in(Stage.SUSPENDED);
            case LeerbedrijfResumed e -> state.in(Stage.JOINED);
            case LeerbedrijfLeft e -> state.in(Stage.LEFT);
            case ErkenningConfirmed e -> state.erkendFor(e.crebo());
            case ErkenningWithdrawn e -> state.noLongerErkendFor(e.crebo());
            case ErkenningLapsed e -> state.noLongerErkendFor(e.crebo());
            case ErkenningRequested e -> state;
            case PlacesOffered e -> state;
            case PlacesWithdrawn e -> state;
        };
    }
}
