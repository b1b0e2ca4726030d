package nl.leerspoor.standalone.twente;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.pilot.PilotCommand.CompletePilot;
import nl.leerspoor.command.pilot.PilotCommand.RecordLesson;
import nl.leerspoor.command.pilot.PilotCommand.StartRegionPilot;

/** The pilot itself. */
final class PilotSteps {

    static final UUID TWENTE = TwenteIds.of("pilot", ScenarioFact.REGION);

    private static final List<String> TIPS =
            List.of("LEERBAAR_SCHOOLBAAR", "OWN_IDEA_OF_CANDIDATE", "REWARD_EMPLOYERS", "BOTH_KINDS_OF_SKILLS");

    private PilotSteps() {}

    static Command start(ScenarioFact fact) {
        return new StartRegionPilot(
                TWENTE,
                fact.text("region"),
                fact.effectiveOn(),
                "PRAKTIJKLEREN-PILOT-2019",
                fact.text("name"),
                fact.fields()
                        .required("sectors")
                        .valueStream()
                        .map(sector -> sector.asString())
                        .toList(),
                fact.date("plannedEnd"),
                "MONTH",
                fact.number("targetInView"),
                null);
    }

    static Command lesson(ScenarioFact fact) {
        return new RecordLesson(TWENTE, fact.effectiveOn(), "TIP", TIPS.get(fact.number("lesson") - 1), null);
    }

    static Command complete(ScenarioFact fact, Scenario scenario) {
        return new CompletePilot(TWENTE, fact.effectiveOn(), scenario.openAtTheEnd());
    }
}
