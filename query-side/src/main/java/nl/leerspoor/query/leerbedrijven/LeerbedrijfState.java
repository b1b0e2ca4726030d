package nl.leerspoor.query.leerbedrijven;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that is told of a leerbedrijf at the end of a day.
 *
 * @param declines    every no, in effective order; one that was followed by new contact stays countable (rule B24)
 * @param erkenningen one per crebo, in the order in which they came up
 * @param offers      of places, one per crebo
 * @param pause       present while it takes no part
 * @param leaving     present when it left for good
 * @param speakers    whoever spoke for it, in the order in which they were named
 */
record LeerbedrijfState(
        Contact contact,
        String sector,
        Stage stage,
        Optional<LocalDate> interestedOn,
        Optional<LocalDate> joinedOn,
        List<Decline> declines,
        List<Erkenning> erkenningen,
        List<Offer> offers,
        Optional<Pause> pause,
        Optional<Leaving> leaving,
        List<Speaker> speakers) {

    /** The first contact; {@code companyNumber} is SBB's. */
    record Contact(String region, String reference, String name, String companyNumber, LocalDate on) {}

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
    record Decline(
            LocalDate on, String reason, List<String> secondaryReasons, String sector, String wouldReconsiderIf) {}

    /** Whether SBB lets it teach a qualification (WEB 7.2.10). */
    record Erkenning(String crebo, Status status, LocalDate since, LocalDate lastAssessedOn) {

        /** How an erkenning stands. */
        enum Status {
            REQUESTED,
            CONFIRMED,
            WITHDRAWN,
            LAPSED
        }
    }

    /** Places on offer in a period; information, not a limit. */
    record Offer(String crebo, int places, LocalDate from, LocalDate to) {}

    /** A while without taking part. */
    record Pause(LocalDate since, String cause) {}

    /** The end of taking part. */
    record Leaving(LocalDate on, String reason) {}

    /** A while in which somebody spoke for it; {@code until} is null as long as they do. */
    record Speaker(UUID personId, LocalDate from, LocalDate until) {}

    static LeerbedrijfState approached(Contact contact, String sector) {
        return new LeerbedrijfState(
                contact,
                sector,
                Stage.APPROACHED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Crebos for which it holds erkenning. */
    List<String> erkend() {
        return erkenningen.stream()
                .filter(erkenning -> erkenning.status() == Erkenning.Status.CONFIRMED)
                .map(Erkenning::crebo)
                .toList();
    }

    LeerbedrijfState in(Stage next) {
        return changed(copy -> copy.stage = next);
    }

    LeerbedrijfState interested(LocalDate day) {
        return changed(copy -> {
            copy.stage = Stage.INTERESTED;
            copy.interestedOn = interestedOn.or(() -> Optional.of(day));
        });
    }

    LeerbedrijfState joined(LocalDate day, String inSector) {
        return changed(copy -> {
            copy.stage = Stage.JOINED;
            copy.sector = inSector == null ? sector : inSector;
            copy.joinedOn = joinedOn.or(() -> Optional.of(day));
        });
    }

    LeerbedrijfState declined(Decline decline) {
        return changed(copy -> {
            copy.stage = Stage.DECLINED;
            copy.declines = Stream.concat(declines.stream(), Stream.of(decline)).toList();
        });
    }

    LeerbedrijfState suspended(Pause next) {
        return changed(copy -> {
            copy.stage = Stage.SUSPENDED;
            copy.pause = Optional.of(next);
        });
    }

    LeerbedrijfState resumed() {
        return changed(copy -> {
            copy.stage = Stage.JOINED;
            copy.pause = Optional.empty();
        });
    }

    LeerbedrijfState left(Leaving next) {
        return changed(copy -> {
            copy.stage = Stage.LEFT;
            copy.pause = Optional.empty();
            copy.leaving = Optional.of(next);
        });
    }

    /** The erkenning for a crebo stands otherwise; without a day of assessment the last known one stays. */
    LeerbedrijfState erkenning(String crebo, Erkenning.Status status, LocalDate day, LocalDate assessedOn) {
        LocalDate lastAssessedOn = assessedOn != null
                ? assessedOn
                : erkenningen.stream()
                        .filter(erkenning -> erkenning.crebo().equals(crebo))
                        .map(Erkenning::lastAssessedOn)
                        .findFirst()
                        .orElse(null);
        var next = new Erkenning(crebo, status, day, lastAssessedOn);
        boolean known =
                erkenningen.stream().anyMatch(erkenning -> erkenning.crebo().equals(crebo));
        return changed(copy -> copy.erkenningen = known
                ? erkenningen.stream()
                        .map(erkenning -> erkenning.crebo().equals(crebo) ? next : erkenning)
                        .toList()
                : Stream.concat(erkenningen.stream(), Stream.of(next)).toList());
    }

    LeerbedrijfState offering(Offer offer) {
        return changed(copy -> copy.offers =
                Stream.concat(others(offer.crebo()), Stream.of(offer)).toList());
    }

    LeerbedrijfState offeringNoMore(String crebo) {
        return changed(copy -> copy.offers = others(crebo).toList());
    }

    /** From a day on somebody speaks for it, and nobody else. */
    LeerbedrijfState spokenForBy(UUID person, LocalDate day) {
        return changed(copy -> copy.speakers = Stream.concat(
                        speakers.stream()
                                .map(one -> one.until() == null ? new Speaker(one.personId(), one.from(), day) : one),
                        Stream.of(new Speaker(person, day, null)))
                .toList());
    }

    LeerbedrijfState erased(UUID person) {
        return changed(copy -> copy.speakers =
                speakers.stream().filter(one -> !one.personId().equals(person)).toList());
    }

    private Stream<Offer> others(String crebo) {
        return offers.stream().filter(offer -> !offer.crebo().equals(crebo));
    }

    private LeerbedrijfState changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    /** A copy to change a few things in, for a record of this size. */
    private static final class Copy {

        private final Contact contact;
        private String sector;
        private Stage stage;
        private Optional<LocalDate> interestedOn;
        private Optional<LocalDate> joinedOn;
        private List<Decline> declines;
        private List<Erkenning> erkenningen;
        private List<Offer> offers;
        private Optional<Pause> pause;
        private Optional<Leaving> leaving;
        private List<Speaker> speakers;

        private Copy(LeerbedrijfState state) {
            contact = state.contact;
            sector = state.sector;
            stage = state.stage;
            interestedOn = state.interestedOn;
            joinedOn = state.joinedOn;
            declines = state.declines;
            erkenningen = state.erkenningen;
            offers = state.offers;
            pause = state.pause;
            leaving = state.leaving;
            speakers = state.speakers;
        }

        private LeerbedrijfState done() {
            return new LeerbedrijfState(
                    contact,
                    sector,
                    stage,
                    interestedOn,
                    joinedOn,
                    declines,
                    erkenningen,
                    offers,
                    pause,
                    leaving,
                    speakers);
        }
    }
}
