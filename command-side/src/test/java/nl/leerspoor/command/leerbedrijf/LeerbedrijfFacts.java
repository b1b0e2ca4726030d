package nl.leerspoor.command.leerbedrijf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.NotApproached;
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

/** Facts about a fictitious employer in Twente. */
public final class LeerbedrijfFacts {

    public static final String TWENTE = "AM05";
    public static final String LOGISTICS = "25254";
    public static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    public static final LocalDate APPROACHED_ON = LocalDate.parse("2019-10-01");
    public static final LocalDate ASSESSED_ON = LocalDate.parse("2018-10-01");

    private LeerbedrijfFacts() {}

    static Timeline<LeerbedrijfEvent, Leerbedrijf> given(LeerbedrijfEvent... events) {
        return Given.facts(new NotApproached(), Leerbedrijf::evolve, events);
    }

    public static LeerbedrijfApproached approached() {
        return new LeerbedrijfApproached(
                LEERBEDRIJF, TWENTE, APPROACHED_ON, "Voorbeeld Logistiek", "LOG", "900000001", "LB99");
    }

    static LeerbedrijfInterested interested(String on) {
        return new LeerbedrijfInterested(LEERBEDRIJF, TWENTE, day(on));
    }

    static LeerbedrijfDeclined declined(String on, String reason) {
        return new LeerbedrijfDeclined(LEERBEDRIJF, TWENTE, day(on), "LOG", reason, List.of(), null);
    }

    static LeerbedrijfReopened reopened(String on) {
        return new LeerbedrijfReopened(LEERBEDRIJF, TWENTE, day(on));
    }

    static LeerbedrijfJoined joined(String on) {
        return new LeerbedrijfJoined(LEERBEDRIJF, TWENTE, day(on), "LOG");
    }

    static LeerbedrijfSuspended suspended(String on) {
        return new LeerbedrijfSuspended(LEERBEDRIJF, TWENTE, day(on), "CORONA");
    }

    static LeerbedrijfResumed resumed(String on) {
        return new LeerbedrijfResumed(LEERBEDRIJF, TWENTE, day(on));
    }

    public static LeerbedrijfLeft left(String on) {
        return new LeerbedrijfLeft(LEERBEDRIJF, TWENTE, day(on), "NO_SUITABLE_WORK");
    }

    static ErkenningRequested requested(String on) {
        return new ErkenningRequested(LEERBEDRIJF, TWENTE, day(on), LOGISTICS);
    }

    static ErkenningConfirmed confirmed(String on) {
        return new ErkenningConfirmed(LEERBEDRIJF, TWENTE, day(on), LOGISTICS, ASSESSED_ON);
    }

    static ErkenningWithdrawn withdrawn(String on) {
        return new ErkenningWithdrawn(LEERBEDRIJF, TWENTE, day(on), LOGISTICS, "CONDITIONS_NOT_MET");
    }

    static ErkenningLapsed lapsed(String on) {
        return new ErkenningLapsed(LEERBEDRIJF, TWENTE, day(on), LOGISTICS);
    }

    static PlacesOffered offered(String on) {
        return new PlacesOffered(LEERBEDRIJF, TWENTE, day(on), LOGISTICS, 2, day(on), null, 8);
    }

    static LocalDate day(String on) {
        return LocalDate.parse(on);
    }
}
