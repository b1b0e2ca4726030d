package nl.leerspoor.standalone.twente;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;

/** The people of the scenario: in which role, and for which organisation they act. */
public final class ScenarioActors {

    private static final List<Identity> ALL = List.of(
            actor("testprojectleider", Role.PROJECT_LEAD, "SWB"),
            actor("testwerkcoach-zorg", Role.WERKCOACH, "SWB"),
            actor("testwerkcoach-groen", Role.WERKCOACH, "SWB"),
            actor("testwsp", Role.ACCOUNT_MANAGER, "WSP"),
            actor("testschoolcoach-roc", Role.SCHOOL_COACH, "ROC"),
            actor("testschoolcoach-zone", Role.SCHOOL_COACH, "ZONE"),
            actor("testprivacy", Role.PRIVACY_OFFICER, "SWB"),
            actor("testprivacy-tweede", Role.PRIVACY_OFFICER, "SWB"),
            actor("testexamencie-roc", Role.EXAMENCOMMISSIE, "ROC"),
            actor("testexamencie-zone", Role.EXAMENCOMMISSIE, "ZONE"),
            actor(
                    "testbegeleider-D01",
                    Role.SUPERVISOR,
                    TwenteIds.of("leerbedrijf", "LB04").toString()),
            actor(
                    "testbegeleider-G01",
                    Role.SUPERVISOR,
                    TwenteIds.of("leerbedrijf", "LB07").toString()));

    private static final Map<String, Identity> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Identity::subject, Function.identity()));

    private ScenarioActors() {}

    /** All of them. */
    public static List<Identity> all() {
        return ALL;
    }

    static Identity named(String name) {
        Identity actor = BY_NAME.get(name);
        if (actor == null) {
            throw new IllegalArgumentException("Nobody in the scenario is named " + name);
        }
        return actor;
    }

    private static Identity actor(String name, Role role, String organisation) {
        return new Identity(name, Set.of(role), Set.of(ScenarioFact.REGION), organisation);
    }
}
