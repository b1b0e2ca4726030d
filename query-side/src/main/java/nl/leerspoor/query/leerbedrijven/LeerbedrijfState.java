package nl.leerspoor.query.leerbedrijven;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is told of a leerbedrijf at the end of a day.
 *
 * @param declines every no, in effective order; one that was followed by new contact stays countable (rule B24)
 * @param erkend   crebos for which it holds erkenning
 */
record LeerbedrijfState(
        Contact contact,
        String sector,
        Stage stage,
        Optional<LocalDate> interestedOn,
        Optional<LocalDate> joinedOn,
        List<Decline> declines,
        List<String> erkend) {

    /** The first contact. */
    record Contact(String region, String reference, String name, LocalDate on) {}

    /** How far the contact is. */
    enum Stage {
        APPROACHED,
        INTERESTED,
        JOINED,
        SUSPENDED,
        LEFT,
        DECLINED
    }

    /** A no, and what would change it. */
    record Decline(String reason, String sector, String wouldReconsiderIf) {}

    LeerbedrijfState in(Stage next) {
        return new LeerbedrijfState(contact, sector, next, interestedOn, joinedOn, declines, erkend);
    }

    LeerbedrijfState interested(LocalDate day) {
        return new LeerbedrijfState(
                contact, sector, Stage.INTERESTED, interestedOn.or(() -> Optional.of(day)), joinedOn, declines, erkend);
    }

    LeerbedrijfState joined(LocalDate day, String inSector) {
        return new LeerbedrijfState(
                contact,
                inSector == null ? sector : inSector,
                Stage.JOINED,
                interestedOn,
                joinedOn.or(() -> Optional.of(day)),
                declines,
                erkend);
    }

    LeerbedrijfState declined(Decline decline) {
        return new LeerbedrijfState(
                contact,
                sector,
                Stage.DECLINED,
                interestedOn,
                joinedOn,
                Stream.concat(declines.stream(), Stream.of(decline)).toList(),
                erkend);
    }

    LeerbedrijfState erkendFor(String crebo) {
        return withErkend(
                erkend.contains(crebo)
                        ? erkend
                        : Stream.concat(erkend.stream(), Stream.of(crebo)).toList());
    }

    LeerbedrijfState noLongerErkendFor(String crebo) {
        List<String> next = new ArrayList<>(erkend);
        next.remove(crebo);
        return withErkend(List.copyOf(next));
    }

    private LeerbedrijfState withErkend(List<String> next) {
        return new LeerbedrijfState(contact, sector, stage, interestedOn, joinedOn, declines, next);
    }
}
