package nl.leerspoor.standalone.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.standalone.twente.ScenarioActors;
import nl.leerspoor.standalone.twente.TwenteIds;

/**
 * Who a newcomer may be: the people of the Twente pilot, those who look at it from outside, and one in each role of
 * another region, the Achterhoek, who see nothing of it.
 */
public final class DemoUsers {

    private static final String TWENTE = "AM05";
    private static final String ACHTERHOEK = "AM09";

    private static final List<Identity> ALL = Stream.of(
                    ScenarioActors.all().stream(),
                    Stream.of(
                            user("testmonitor", Role.MONITOR, TWENTE, ""),
                            user("testauditor", Role.AUDITOR, TWENTE, ""),
                            user("testkoppeling", Role.INTEGRATOR, TWENTE, ""),
                            user("testbeheerder", Role.OPERATOR, TWENTE, "")),
                    Stream.of(
                            user("achterhoek-projectleider", Role.PROJECT_LEAD, ACHTERHOEK, ""),
                            user("achterhoek-werkcoach", Role.WERKCOACH, ACHTERHOEK, ""),
                            user("achterhoek-wsp", Role.ACCOUNT_MANAGER, ACHTERHOEK, ""),
                            user("achterhoek-schoolcoach", Role.SCHOOL_COACH, ACHTERHOEK, "ROC"),
                            user("achterhoek-examencommissie", Role.EXAMENCOMMISSIE, ACHTERHOEK, "ROC"),
                            user(
                                    "achterhoek-begeleider",
                                    Role.SUPERVISOR,
                                    ACHTERHOEK,
                                    TwenteIds.of("leerbedrijf", ACHTERHOEK).toString()),
                            user("achterhoek-monitor", Role.MONITOR, ACHTERHOEK, ""),
                            user("achterhoek-auditor", Role.AUDITOR, ACHTERHOEK, ""),
                            user("achterhoek-koppeling", Role.INTEGRATOR, ACHTERHOEK, ""),
                            user("achterhoek-functionaris", Role.PRIVACY_OFFICER, ACHTERHOEK, ""),
                            user("achterhoek-beheerder", Role.OPERATOR, ACHTERHOEK, "")))
            .flatMap(users -> users)
            .toList();

    private DemoUsers() {}

    /** All of them. */
    public static List<Identity> all() {
        return ALL;
    }

    /** The one of that name. */
    static Optional<Identity> named(String name) {
        return ALL.stream().filter(user -> user.subject().equals(name)).findFirst();
    }

    private static Identity user(String name, Role role, String region, String organisation) {
        return new Identity(name, Set.of(role), Set.of(region), organisation);
    }
}
