package nl.leerspoor.query.caseload;

import java.util.List;

/** What a trajectory waits for before it can come further. */
enum NextStep {
    ASSESS_SUITABILITY("Beoordeel of de kandidaat leerbaar en schoolbaar is"),
    REFER("Verwijs de kandidaat, of beoordeel opnieuw"),
    RESUME("Hervat het traject als de oorzaak van de hold voorbij is"),
    FIND_PLACE("Zoek een plaats met begeleiding"),
    PLAN_START("Plan de start"),
    DRAW_UP_PRAKTIJKOVEREENKOMST("Laat de praktijkovereenkomst opstellen"),
    COLLECT_SIGNATURES("Verzamel de ontbrekende handtekeningen"),
    START("Laat het traject op de geplande dag starten"),
    JUDGE_WERKPROCES("Laat het leerbedrijf een werkproces beoordelen"),
    CONFIRM_WERKPROCES("Laat de school een beoordeeld werkproces bevestigen"),
    COMPLETE("Rond het traject af"),
    DRAW_UP_VERKLARING("Laat de verklaring opstellen"),
    SIGN_VERKLARING("Laat het leerbedrijf de verklaring ondertekenen"),
    APPROVE_VERKLARING("Laat de examencommissie de verklaring vaststellen"),
    HAND_OVER_VERKLARING("Laat de verklaring uitreiken"),
    NONE("Niets meer te doen");

    private final String dutch;

    NextStep(String dutch) {
        this.dutch = dutch;
    }

    /** The step in words, for the werkcoach. */
    String dutch() {
        return dutch;
    }

    /**
     * What is known of a trajectory that decides on its next step.
     *
     * @param status            of the trajectory
     * @param agreement         state of its praktijkovereenkomst, or null
     * @param missingSignatures of that agreement
     * @param mastered          werkprocessen that the company judged to be mastered
     * @param confirmed         werkprocessen that the school confirmed
     * @param verklaring        state of its newest verklaring, or null
     */
    record Situation(
            String status,
            boolean onHold,
            boolean startPlanned,
            String agreement,
            List<String> missingSignatures,
            List<String> agreed,
            List<String> mastered,
            List<String> confirmed,
            String verklaring) {}

    static NextStep of(Situation situation) {
        if (situation.onHold()) {
            return RESUME;
        }
        return switch (situation.status()) {
            case "REGISTERED" -> ASSESS_SUITABILITY;
            case "NOT_SUITABLE" -> REFER;
            case "SUITABLE" -> FIND_PLACE;
            case "MATCHED" -> signing(situation);
            case "CONTRACTED" -> situation.startPlanned() ? START : PLAN_START;
            case "IN_PROGRESS" -> learning(situation);
            case "COMPLETED" -> paper(situation);
            case "STOPPED" -> situation.confirmed().isEmpty() ? NONE : paper(situation);
            case "REFERRED", "TRANSFERRED_OUT" -> NONE;
            default -> throw new IllegalArgumentException("No trajectory is " + situation.status());
        };
    }

    private static NextStep signing(Situation situation) {
        boolean drawnUp = "DRAFTED".equals(situation.agreement()) || "SIGNING".equals(situation.agreement());
        return drawnUp && !situation.missingSignatures().isEmpty() ? COLLECT_SIGNATURES : DRAW_UP_PRAKTIJKOVEREENKOMST;
    }

    private static NextStep learning(Situation situation) {
        if (!situation.confirmed().containsAll(situation.mastered())) {
            return CONFIRM_WERKPROCES;
        }
        return situation.confirmed().isEmpty() || !situation.confirmed().containsAll(situation.agreed())
                ? JUDGE_WERKPROCES
                : COMPLETE;
    }

    private static NextStep paper(Situation situation) {
        return switch (situation.verklaring()) {
            case null -> DRAW_UP_VERKLARING;
            case "DRAFTED" -> SIGN_VERKLARING;
            case "SIGNED" -> APPROVE_VERKLARING;
            case "APPROVED" -> HAND_OVER_VERKLARING;
            case "ISSUED", "REPLACED" -> NONE;
            case "REFUSED", "WITHDRAWN", "REVOKED" -> DRAW_UP_VERKLARING;
            default -> throw new IllegalArgumentException("No verklaring is " + situation.verklaring());
        };
    }
}
