package nl.leerspoor.standalone.twente;

import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;

/** Places at companies: the match, the praktijkovereenkomst, the start, and what is learned there. */
final class PlacementSteps {

    /** A match and its agreement are made three days before the start. */
    private static final int DAYS_TO_START = 3;

    private static final int HOURS_PER_WEEK = 24;

    private static final String GENERAL = "B1-K1-W1";

    /** The werkprocessen to learn, by the crebo of the place; the codes are placeholders. */
    private static final Map<String, List<String>> WERKPROCESSEN = Map.of(
            "25251", List.of(GENERAL, "P2-K1-W1"),
            "25258", List.of(GENERAL, "P9-K1-W1", "P9-K1-W2"),
            "25254", List.of(GENERAL),
            "25252", List.of(GENERAL));

    private PlacementSteps() {}

    static Command match(ScenarioFact fact) {
        return new MatchCandidate(
                fact.trajectory(),
                fact.effectiveOn(),
                fact.leerbedrijf(),
                fact.supervisor(),
                fact.text("school"),
                fact.text("crebo"),
                WERKPROCESSEN.get(fact.text("crebo")),
                true,
                null);
    }

    static Command draftAgreement(ScenarioFact fact) {
        var start = fact.effectiveOn().plusDays(DAYS_TO_START);
        return new DraftPok(
                fact.praktijkovereenkomst(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.trajectory(),
                start,
                start.plusMonths(12).minusDays(1),
                HOURS_PER_WEEK,
                null,
                fact.text("leerweg"),
                null,
                fact.text("cand"));
    }

    static Command signAgreement(ScenarioFact fact) {
        return new SignPok(fact.praktijkovereenkomst(), fact.effectiveOn(), fact.text("party"), "PAPER");
    }

    static Command start(ScenarioFact fact) {
        return new StartTrajectory(fact.trajectory(), fact.effectiveOn());
    }

    static Command judge(ScenarioFact fact) {
        return new JudgeWerkproces(
                fact.trajectory(),
                fact.effectiveOn(),
                fact.text("wp"),
                "MASTERED",
                TwenteIds.of("supervisor", fact.text("by")));
    }

    static Command confirm(ScenarioFact fact) {
        return new ConfirmWerkproces(fact.trajectory(), fact.effectiveOn(), fact.text("wp"));
    }
}
