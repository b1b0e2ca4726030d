package nl.leerspoor.standalone.twente;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;

/** Employers who take part, and those who don't. */
final class EmployerSteps {

    private static final LocalDate ASSESSED = LocalDate.of(2018, 10, 1);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("LB01", "Voorbeeld Logistiek Noord"),
            Map.entry("LB02", "Voorbeeld Distributie"),
            Map.entry("LB03", "Voorbeeld Magazijn"),
            Map.entry("LB04", "Voorbeeldzorg Oost"),
            Map.entry("LB05", "Voorbeeldzorg West"),
            Map.entry("LB06", "Voorbeeld Facilitair"),
            Map.entry("LB07", "Voorbeeldgroen Noord"),
            Map.entry("LB08", "Voorbeeldgroen Midden"),
            Map.entry("LB09", "Voorbeeldgroen Zuid"),
            Map.entry("LB10", "Voorbeeldkeuken"),
            Map.entry("LB11", "Voorbeeldrestaurant"),
            Map.entry("LB12", "Voorbeeldbakkerij"));

    private EmployerSteps() {}

    static Command approach(ScenarioFact fact) {
        String key = fact.text("lb");
        return new ApproachLeerbedrijf(
                fact.leerbedrijf(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                NAMES.getOrDefault(key, "Voorbeeldbedrijf " + key),
                fact.text("sec"),
                "9000000" + key.substring(2),
                key);
    }

    static Command confirmErkenning(ScenarioFact fact) {
        return new ConfirmErkenning(fact.leerbedrijf(), fact.effectiveOn(), fact.text("crebo"), ASSESSED);
    }

    static Command join(ScenarioFact fact) {
        return new JoinPilot(fact.leerbedrijf(), fact.effectiveOn(), fact.text("sec"));
    }

    static Command decline(ScenarioFact fact) {
        String reason = fact.text("reason");
        return new Decline(
                fact.leerbedrijf(),
                fact.effectiveOn(),
                fact.text("sec"),
                reason,
                List.of(),
                reason.equals("NO_COMPENSATION") ? "COMPENSATION" : null);
    }
}
