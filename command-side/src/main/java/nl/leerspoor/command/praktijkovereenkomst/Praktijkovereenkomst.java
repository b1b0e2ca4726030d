package nl.leerspoor.command.praktijkovereenkomst;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;

/** A praktijkovereenkomst, as its facts make it (WEB 7.2.8 and 7.2.9). */
public sealed interface Praktijkovereenkomst {

    /** Not drawn up yet. */
    record Absent() implements Praktijkovereenkomst {}

    /** Drawn up and being signed; with the first signature its state is called SIGNING. */
    record Pending(Parties parties, Text text) implements Praktijkovereenkomst {}

    /**
     * Signed by all.
     *
     * @param inForce   the text that holds
     * @param amendment a newer text that is being signed, if any
     */
    record Active(Parties parties, Text inForce, Optional<Text> amendment) implements Praktijkovereenkomst {

        /** Whether the period of the agreement holds a day, both ends included. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(inForce.start()) && !day.isAfter(inForce.end());
        }
    }

    /** Ended, dissolved or rejected. */
    record Over(Parties parties) implements Praktijkovereenkomst {}

    /** Between whom, and for which trajectory. */
    record Parties(
            UUID id,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            UUID leerbedrijfId,
            String crebo,
            boolean legalRepresentativeRequired) {

        /** Who must sign: three parties, and a legal representative for a minor (rule B8). */
        Set<String> signatories() {
            Set<String> parties = new TreeSet<>(Set.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL"));
            if (legalRepresentativeRequired) {
                parties.add("LEGAL_REPRESENTATIVE");
            }
            return parties;
        }
    }

    /** What is signed: a numbered text, and who signed it so far. */
    record Text(
            int version,
            LocalDate start,
            LocalDate end,
            int hoursPerWeek,
            List<String> werkprocessen,
            Set<String> signedBy) {

        Text signed(String party) {
            Set<String> more = new TreeSet<>(signedBy);
            more.add(party);
            return new Text(version, start, end, hoursPerWeek, werkprocessen, more);
        }
    }

    /** The state after one more fact. */
    static Praktijkovereenkomst evolve(Praktijkovereenkomst state, Fact<PraktijkovereenkomstEvent> fact) {
        return switch (fact.event()) {
            case PraktijkovereenkomstDrafted e when state instanceof Absent -> drafted(e);
            case PraktijkovereenkomstDrafted e -> throw new Impossible(state, e);
            case PraktijkovereenkomstSigned e -> signed(state, e);
            case PraktijkovereenkomstActivated e -> activated(state, e);
            case PraktijkovereenkomstAmended e -> amended(state, e);
            case PraktijkovereenkomstDissolved e when state instanceof Active active -> new Over(active.parties());
            case PraktijkovereenkomstDissolved e -> throw new Impossible(state, e);
            case PraktijkovereenkomstEnded e when state instanceof Active active -> new Over(active.parties());
            case PraktijkovereenkomstEnded e -> throw new Impossible(state, e);
            case PraktijkovereenkomstRejected e when state instanceof Pending pending -> new Over(pending.parties());
            case PraktijkovereenkomstRejected e -> throw new Impossible(state, e);
            case PraktijkovereenkomstEndRetracted e -> state;
        };
    }

    private static Pending drafted(PraktijkovereenkomstDrafted e) {
        return new Pending(
                new Parties(
                        e.praktijkovereenkomstId(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.leerbedrijfId(),
                        e.crebo(),
                        e.legalRepresentativeRequired()),
                new Text(1, e.start(), e.end(), e.hoursPerWeek(), e.werkprocessen(), Set.of()));
    }

    private static Praktijkovereenkomst signed(Praktijkovereenkomst state, PraktijkovereenkomstSigned e) {
        return switch (state) {
            case Pending s
            when s.text().version() == e.draftVersion() ->
                new Pending(s.parties(), s.text().signed(e.party()));
            case Active s
            when s.amendment().isPresent() && s.amendment().get().version() == e.draftVersion() ->
                new Active(
                        s.parties(),
                        s.inForce(),
                        Optional.of(s.amendment().get().signed(e.party())));
            case Absent s -> throw new Impossible(s, e);
            case Pending s -> throw new Impossible(s, e);
            case Active s -> throw new Impossible(s, e);
            case Over s -> throw new Impossible(s, e);
        };
    }

    private static Praktijkovereenkomst activated(Praktijkovereenkomst state, PraktijkovereenkomstActivated e) {
        return switch (state) {
            case Pending s
            when s.text().signedBy().containsAll(s.parties().signatories()) ->
                new Active(s.parties(), s.text(), Optional.empty());
            case Active s
            when s.amendment().isPresent()
                    && s.amendment().get().signedBy().containsAll(s.parties().signatories()) ->
                new Active(s.parties(), s.amendment().get(), Optional.empty());
            case Absent s -> throw new Impossible(s, e);
            case Pending s -> throw new Impossible(s, e);
            case Active s -> throw new Impossible(s, e);
            case Over s -> throw new Impossible(s, e);
        };
    }

    private static Praktijkovereenkomst amended(Praktijkovereenkomst state, PraktijkovereenkomstAmended e) {
        Text text = new Text(e.draftVersion(), e.start(), e.end(), e.hoursPerWeek(), e.werkprocessen(), Set.of());
        return switch (state) {
            case Pending s -> new Pending(s.parties(), text);
            case Active s -> new Active(s.parties(), s.inForce(), Optional.of(text));
            case Absent s -> throw new Impossible(s, e);
            case Over s -> throw new Impossible(s, e);
        };
    }
}
