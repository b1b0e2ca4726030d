package nl.leerspoor.command.praktijkovereenkomst;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.ALREADY_SIGNED;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.END_BEFORE_START;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.NOTHING_TO_SIGN;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.NO_WERKPROCES_OF_MATCH;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.PARTY_NOT_REQUIRED;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_ACTIVE_ALREADY;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_NOT_DRAFTED;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_NOT_YET_ACTIVE;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_OVER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Absent;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Active;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Over;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Parties;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Pending;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Text;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.AmendPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DissolvePok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.EndPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.RejectPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;

/** The rules of a praktijkovereenkomst. */
public final class Contracting {

    private Contracting() {}

    /** Draws up the agreement for the match of a trajectory, as both stood on the day. */
    static Decision<PraktijkovereenkomstEvent> draft(Praktijkovereenkomst state, Trajectory trajectory, DraftPok c) {
        if (!(state instanceof Absent)) {
            return rejected(ID_IN_USE);
        }
        if (c.end().isBefore(c.start())) {
            return rejected(END_BEFORE_START);
        }
        return switch (trajectory) {
            case Trajectory.NotOpened t -> rejected(TRAJECTORY_NOT_OPENED);
            case Trajectory.Ended t -> rejected(TRAJECTORY_ENDED);
            case Trajectory.Open t when t.stage().place().isEmpty() -> rejected(NOT_MATCHED);
            case Trajectory.Open t -> draftFor(t, t.stage().place().get(), c);
        };
    }

    private static Decision<PraktijkovereenkomstEvent> draftFor(Trajectory.Open trajectory, Match match, DraftPok c) {
        List<String> werkprocessen = c.werkprocessen() == null ? match.werkprocessen() : c.werkprocessen();
        if (!match.werkprocessen().containsAll(werkprocessen)) {
            return rejected(NO_WERKPROCES_OF_MATCH);
        }
        return accepted(new PraktijkovereenkomstDrafted(
                c.praktijkovereenkomstId(),
                c.trajectoryId(),
                trajectory.route().candidateId(),
                trajectory.route().region(),
                c.effectiveOn(),
                match.leerbedrijfId(),
                match.supervisorId(),
                match.schoolId(),
                match.crebo(),
                match.dossierVersion(),
                c.start(),
                c.end(),
                c.hoursPerWeek(),
                werkprocessen,
                c.leerweg(),
                Boolean.TRUE.equals(c.legalRepresentativeRequired()),
                c.reference()));
    }

    /** Decides on a signature; the last one activates the text (rule B8). A hold stands in the way of that. */
    static Decision<PraktijkovereenkomstEvent> sign(Praktijkovereenkomst state, SignPok c, boolean trajectoryOnHold) {
        return switch (state) {
            case Absent s -> rejected(POK_NOT_DRAFTED);
            case Over s -> rejected(POK_OVER);
            case Pending s -> sign(s.parties(), s.text(), c, trajectoryOnHold);
            case Active s
            when s.amendment().isPresent() -> sign(s.parties(), s.amendment().get(), c, trajectoryOnHold);
            case Active s -> rejected(NOTHING_TO_SIGN);
        };
    }

    private static Decision<PraktijkovereenkomstEvent> sign(
            Parties parties, Text text, SignPok c, boolean trajectoryOnHold) {
        if (!parties.signatories().contains(c.party())) {
            return rejected(PARTY_NOT_REQUIRED);
        }
        if (text.signedBy().contains(c.party())) {
            return rejected(ALREADY_SIGNED);
        }
        PraktijkovereenkomstEvent signed = new PraktijkovereenkomstSigned(
                parties.id(),
                parties.trajectoryId(),
                parties.candidateId(),
                parties.region(),
                c.effectiveOn(),
                c.party(),
                c.method(),
                text.version());
        if (!text.signed(c.party()).signedBy().containsAll(parties.signatories())) {
            return accepted(signed);
        }
        if (trajectoryOnHold) {
            return rejected(TRAJECTORY_ON_HOLD);
        }
        return accepted(List.of(
                signed,
                new PraktijkovereenkomstActivated(
                        parties.id(),
                        parties.trajectoryId(),
                        parties.candidateId(),
                        parties.region(),
                        c.effectiveOn())));
    }

    /** An amendment stays within the werkprocessen of the match, as the draft did. */
    static Decision<PraktijkovereenkomstEvent> amend(
            Praktijkovereenkomst state, AmendPok c, List<String> werkprocessenOfMatch) {
        if (c.end().isBefore(c.start())) {
            return rejected(END_BEFORE_START);
        }
        if (!werkprocessenOfMatch.containsAll(c.werkprocessen())) {
            return rejected(NO_WERKPROCES_OF_MATCH);
        }
        return switch (state) {
            case Absent s -> rejected(POK_NOT_DRAFTED);
            case Over s -> rejected(POK_OVER);
            case Pending s -> accepted(amended(s.parties(), c, s.text().version() + 1));
            case Active s ->
                accepted(amended(
                        s.parties(), c, s.amendment().orElse(s.inForce()).version() + 1));
        };
    }

    private static PraktijkovereenkomstAmended amended(Parties parties, AmendPok c, int version) {
        return new PraktijkovereenkomstAmended(
                parties.id(),
                parties.trajectoryId(),
                parties.candidateId(),
                parties.region(),
                c.effectiveOn(),
                c.start(),
                c.end(),
                c.hoursPerWeek(),
                c.werkprocessen(),
                version);
    }

    static Decision<PraktijkovereenkomstEvent> dissolve(Praktijkovereenkomst state, DissolvePok c) {
        return unlessActive(state).orElseGet(() -> over(state, c.effectiveOn(), c.ground()));
    }

    static Decision<PraktijkovereenkomstEvent> end(Praktijkovereenkomst state, EndPok c) {
        return unlessActive(state).orElseGet(() -> ended(state, c.effectiveOn()));
    }

    static Decision<PraktijkovereenkomstEvent> reject(Praktijkovereenkomst state, RejectPok c) {
        return switch (state) {
            case Absent s -> rejected(POK_NOT_DRAFTED);
            case Active s -> rejected(POK_ACTIVE_ALREADY);
            case Over s -> rejected(POK_OVER);
            case Pending s -> over(s, c.effectiveOn(), c.reason());
        };
    }

    private static Optional<Decision<PraktijkovereenkomstEvent>> unlessActive(Praktijkovereenkomst state) {
        return switch (state) {
            case Absent s -> Optional.of(rejected(POK_NOT_DRAFTED));
            case Pending s -> Optional.of(rejected(POK_NOT_YET_ACTIVE));
            case Over s -> Optional.of(rejected(POK_OVER));
            case Active s -> Optional.empty();
        };
    }

    /** Ends an agreement with the learning that it was for; one that was never active is given up. */
    public static Decision<PraktijkovereenkomstEvent> ended(Praktijkovereenkomst state, LocalDate on) {
        return switch (state) {
            case Active(Parties p, Text text, Optional<Text> amendment) ->
                accepted(new PraktijkovereenkomstEnded(p.id(), p.trajectoryId(), p.candidateId(), p.region(), on));
            case Pending s -> over(s, on, "OTHER");
            case Absent s -> accepted(List.of());
            case Over s -> accepted(List.of());
        };
    }

    /** Dissolves an active agreement on a ground, or gives up one that was never active. */
    public static Decision<PraktijkovereenkomstEvent> over(Praktijkovereenkomst state, LocalDate on, String ground) {
        return switch (state) {
            case Active(Parties p, Text text, Optional<Text> amendment) ->
                accepted(new PraktijkovereenkomstDissolved(
                        p.id(), p.trajectoryId(), p.candidateId(), p.region(), on, ground));
            case Pending(Parties p, Text text) ->
                accepted(new PraktijkovereenkomstRejected(
                        p.id(), p.trajectoryId(), p.candidateId(), p.region(), on, ground));
            case Absent s -> accepted(List.of());
            case Over s -> accepted(List.of());
        };
    }
}
