package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.benchmark.history.Career.Stage;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;

/** The place of a candidate: a supervisor at a leerbedrijf, and the praktijkovereenkomst for it. */
final class Placement {

    private enum Agreement {
        NONE,
        DRAFTED,
        ACTIVE
    }

    private final Career career;
    private final Region region;
    private final List<String> werkprocessen;
    private Supervisor supervisor;
    private UUID agreement;
    private Agreement state = Agreement.NONE;

    Placement(Career career, Supervisor supervisor, List<String> werkprocessen) {
        this.career = career;
        this.region = career.region;
        this.supervisor = supervisor;
        this.werkprocessen = werkprocessen;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    UUID agreement() {
        return agreement;
    }

    List<String> werkprocessen() {
        return werkprocessen;
    }

    String crebo() {
        return Region.CREBOS.get(career.sector);
    }

    String school() {
        return career.sector.equals("GP") ? "ZONE" : "ROC";
    }

    String dossierVersion() {
        return career.sector.equals("GP") ? "23192-2015" : "23110-2015";
    }

    /** The agreement is drawn up today and signed in the days after; once it is active, {@code then} follows. */
    void draftAgreement(LocalDate today, Agenda.Task then) {
        agreement = region.idOn(today);
        state = Agreement.DRAFTED;
        LocalDate start = career.plannedStart == null ? today : career.plannedStart;
        career.decide(today, region.school)
                .enter(new PraktijkovereenkomstDrafted(
                        agreement,
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        supervisor.leerbedrijfId(),
                        supervisor.id(),
                        school(),
                        crebo(),
                        dossierVersion(),
                        start,
                        start.plusDays(365),
                        region.chance.between(16, 36),
                        werkprocessen,
                        "DERDE",
                        false,
                        region.reference("P")));
        career.soon(today, 1, 5, day -> sign(day, List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL"), then));
    }

    private void sign(LocalDate today, List<String> parties, Agenda.Task then) {
        Pen.Decision decision = career.decide(today);
        decision.enter(new PraktijkovereenkomstSigned(
                agreement,
                career.id,
                career.candidate,
                region.code,
                today,
                parties.getFirst(),
                region.chance.oneOf("PAPER", "DIGITAL"),
                1));
        if (parties.size() > 1) {
            career.soon(today, 1, 6, day -> sign(day, parties.subList(1, parties.size()), then));
        } else {
            activate(decision, today);
            then.happen(today);
        }
    }

    private void activate(Pen.Decision decision, LocalDate today) {
        state = Agreement.ACTIVE;
        decision.enter(new PraktijkovereenkomstActivated(agreement, career.id, career.candidate, region.code, today));
        decision.enter(new TrajectoryContracted(career.id, career.candidate, region.code, today, agreement));
        if (career.stage == Stage.MATCHED) {
            career.stage = Stage.CONTRACTED;
        }
    }

    /** Learning ended as meant. */
    void complete(Pen.Decision decision, LocalDate today) {
        decision.enter(new PraktijkovereenkomstEnded(agreement, career.id, career.candidate, region.code, today));
        state = Agreement.NONE;
        supervisor.release(decision, career.id, career.candidate, today);
    }

    /** The place is lost before its time. */
    void endEarly(Pen.Decision decision, LocalDate today, String ground) {
        endAgreement(decision, today, ground);
        supervisor.release(decision, career.id, career.candidate, today);
    }

    private void endAgreement(Pen.Decision decision, LocalDate today, String ground) {
        switch (state) {
            case NONE -> {}
            case DRAFTED ->
                decision.enter(new PraktijkovereenkomstRejected(
                        agreement, career.id, career.candidate, region.code, today, ground));
            case ACTIVE ->
                decision.enter(new PraktijkovereenkomstDissolved(
                        agreement, career.id, career.candidate, region.code, today, ground));
        }
        state = Agreement.NONE;
    }

    boolean isAgreed() {
        return state == Agreement.ACTIVE;
    }

    /** Another supervisor takes over, under an agreement of their own. */
    void replace(LocalDate today, Supervisor next, Agenda.Task then) {
        Pen.Decision decision = career.decide(today);
        decision.enter(new PlaceReplaced(
                career.id,
                career.candidate,
                region.code,
                today,
                supervisor.leerbedrijfId(),
                supervisor.id(),
                next.leerbedrijfId(),
                next.id(),
                "LEERBEDRIJF_CLOSED"));
        endEarly(decision, today, "PLACE_REPLACED");
        next.reserve(decision, career.id, career.candidate, today);
        supervisor = next;
        career.soon(today, 2, 9, day -> draftAgreement(day, then));
    }
}
