package nl.leerspoor.command.ceremony;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.verklaring.Paper;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyHeld;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyScheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.VerklaringNominated;

/** Facts about a fictitious ceremony. */
final class CeremonyFacts {

    static final String TWENTE = "AM05";
    static final UUID CEREMONY = UUID.fromString("00000000-0000-0000-0000-000000000301");
    static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000302");
    static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000303");
    static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-000000000304");

    static final LocalDate SCHEDULED_ON = LocalDate.parse("2020-05-25");
    static final LocalDate NOMINATED_ON = LocalDate.parse("2020-05-28");
    static final LocalDate MOVED_ON = LocalDate.parse("2020-06-08");
    static final LocalDate JUNE_18 = LocalDate.parse("2020-06-18");
    static final LocalDate JULY_9 = LocalDate.parse("2020-07-09");

    private CeremonyFacts() {}

    static Timeline<CeremonyEvent, Ceremony> given(CeremonyEvent... events) {
        return Given.facts(new Ceremony.NotScheduled(), Ceremony::evolve, events);
    }

    static AwardCeremonyScheduled scheduled() {
        return new AwardCeremonyScheduled(CEREMONY, TWENTE, SCHEDULED_ON, JUNE_18, "Voorbeeldzaal", null);
    }

    static VerklaringNominated nominated(UUID verklaring) {
        return new VerklaringNominated(CEREMONY, TWENTE, NOMINATED_ON, verklaring, CANDIDATE);
    }

    static AwardCeremonyRescheduled rescheduled() {
        return new AwardCeremonyRescheduled(CEREMONY, TWENTE, MOVED_ON, JUNE_18, JULY_9, "CORONA", 1);
    }

    static AwardCeremonyHeld held(List<UUID> present, List<UUID> absent) {
        return new AwardCeremonyHeld(CEREMONY, TWENTE, JULY_9, present, absent, null);
    }

    static Paper paper(UUID verklaring, String region) {
        return new Paper(
                verklaring,
                UUID.fromString("00000000-0000-0000-0000-000000000305"),
                CANDIDATE,
                region,
                "ROC",
                UUID.fromString("00000000-0000-0000-0000-000000000306"),
                UUID.fromString("00000000-0000-0000-0000-000000000307"),
                "25251",
                1,
                "2015",
                List.of());
    }
}
