package nl.leerspoor.standalone.twente;

import java.util.Map;
import nl.leerspoor.platform.http.Actor;

/** The people of the scenario: in which role, and for which organisation they act. */
final class ScenarioActors {

    private static final Map<String, Actor> BY_NAME = Map.ofEntries(
            actor("testprojectleider", "PROJECT_LEAD", "SWB"),
            actor("testwerkcoach-zorg", "WERKCOACH", "SWB"),
            actor("testwerkcoach-groen", "WERKCOACH", "SWB"),
            actor("testwsp", "ACCOUNT_MANAGER", "WSP"),
            actor("testschoolcoach-roc", "SCHOOL_COACH", "ROC"),
            actor("testschoolcoach-zone", "SCHOOL_COACH", "ZONE"),
            actor("testexamencie-roc", "EXAMENCOMMISSIE", "ROC"),
            actor("testexamencie-zone", "EXAMENCOMMISSIE", "ZONE"),
            actor(
                    "testbegeleider-D01",
                    "SUPERVISOR",
                    TwenteIds.of("leerbedrijf", "LB04").toString()),
            actor(
                    "testbegeleider-G01",
                    "SUPERVISOR",
                    TwenteIds.of("leerbedrijf", "LB07").toString()));

    private ScenarioActors() {}

    static Actor named(String name) {
        Actor actor = BY_NAME.get(name);
        if (actor == null) {
            throw new IllegalArgumentException("Nobody in the scenario is named " + name);
        }
        return actor;
    }

    private static Map.Entry<String, Actor> actor(String name, String role, String organisation) {
        return Map.entry(name, new Actor(name, role, organisation));
    }
}
