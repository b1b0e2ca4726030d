package nl.leerspoor.standalone.twente;

import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.ceremony.CeremonyCommand.HandedOver;
import nl.leerspoor.command.ceremony.CeremonyCommand.HoldCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.NominateForCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import nl.leerspoor.command.verklaring.VerklaringCommand.ApproveVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;

/** Verklaringen, and the ceremony at which they were handed over. */
final class VerklaringSteps {

    private static final String CEREMONY = "U-1";

    private static final Map<String, String> DOCUMENT_NUMBERS = Map.of(
            "V1", "ROC-2020-0001",
            "V2", "ROC-2020-0002",
            "V3", "ZONE-2020-0001",
            "V4", "ZONE-2020-0002");

    private VerklaringSteps() {}

    static Command draft(ScenarioFact fact, Scenario scenario) {
        return new DraftVerklaring(
                fact.verklaring(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.trajectory(),
                scenario.leerbedrijfOf(fact.text("cand")),
                scenario.confirmedFor(fact.text("cand")),
                null,
                fact.text("verkl"));
    }

    static Command sign(ScenarioFact fact) {
        return new SignForLeerbedrijf(fact.verklaring(), fact.effectiveOn(), "PAPER");
    }

    static Command approve(ScenarioFact fact) {
        return new ApproveVerklaring(fact.verklaring(), fact.effectiveOn(), null);
    }

    static Command nominate(ScenarioFact fact) {
        return new NominateForCeremony(TwenteIds.of("ceremony", CEREMONY), fact.effectiveOn(), fact.verklaring());
    }

    static Command scheduleCeremony(ScenarioFact fact) {
        return new ScheduleCeremony(
                fact.ceremony(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.date("on"),
                "Voorbeeldzaal",
                fact.text("cer"));
    }

    static Command rescheduleCeremony(ScenarioFact fact) {
        return new RescheduleCeremony(fact.ceremony(), fact.effectiveOn(), fact.date("new"), fact.text("cause"));
    }

    static Command holdCeremony(ScenarioFact fact) {
        List<HandedOver> handedOver = DOCUMENT_NUMBERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(verklaring ->
                        new HandedOver(TwenteIds.of("verklaring", verklaring.getKey()), verklaring.getValue()))
                .toList();
        return new HoldCeremony(fact.ceremony(), fact.effectiveOn(), handedOver, List.of(), null);
    }
}
