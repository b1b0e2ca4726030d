package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.CONTACT_PERSON_SPEAKS_NOW;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_APPROACHED;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Known;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.NotApproached;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Stage;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PersonalDataErased;

/** The rules of erasing who spoke for a leerbedrijf (AVG art. 17): only once somebody else does, or nobody has to. */
final class ContactPersons {

    private ContactPersons() {}

    static Decision<LeerbedrijfEvent> erase(
            Timeline<LeerbedrijfEvent, Leerbedrijf> timeline,
            UUID person,
            UUID privacyCaseId,
            LocalDate day,
            String legalBasis) {
        return switch (timeline.latest()) {
            case NotApproached none -> rejected(LEERBEDRIJF_NOT_APPROACHED);
            case Known known
            when isOver(known.stage()) || !speaking(timeline).equals(Optional.of(person)) ->
                accepted(erased(known, person, privacyCaseId, day, legalBasis));
            case Known known -> rejected(CONTACT_PERSON_SPEAKS_NOW);
        };
    }

    /** The same whoever speaks now, for it was decided on before a backup brought them back. */
    static Decision<LeerbedrijfEvent> eraseAgain(
            Leerbedrijf state, UUID person, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return switch (state) {
            case NotApproached none -> rejected(LEERBEDRIJF_NOT_APPROACHED);
            case Known known -> accepted(erased(known, person, privacyCaseId, day, legalBasis));
        };
    }

    private static PersonalDataErased erased(
            Known known, UUID person, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return new PersonalDataErased(known.id(), known.region(), day, person, privacyCaseId, "ALL", legalBasis);
    }

    private static boolean isOver(Stage stage) {
        return stage == Stage.LEFT || stage == Stage.DECLINED;
    }

    private static Optional<UUID> speaking(Timeline<LeerbedrijfEvent, Leerbedrijf> timeline) {
        return timeline.effective().stream()
                .flatMap(fact -> fact.event() instanceof ContactPersonNamed named
                        ? Stream.of(named.contactPersonId())
                        : Stream.of())
                .reduce((earlier, later) -> later);
    }
}
