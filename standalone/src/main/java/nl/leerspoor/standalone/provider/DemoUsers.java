package nl.leerspoor.standalone.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.standalone.twente.ScenarioActors;

/** Who a newcomer may be: the people of the Twente pilot, and those who look at it from outside. */
public final class DemoUsers {

    private static final List<Identity> ALL = Stream.concat(
                    ScenarioActors.all().stream(),
                    Stream.of(
                            outsider("testmonitor", Role.MONITOR),
                            outsider("testauditor", Role.AUDITOR),
                            outsider("testkoppeling", Role.INTEGRATOR),
                            outsider("testfunctionaris", Role.PRIVACY_OFFICER),
                            outsider("testbeheerder", Role.OPERATOR)))
            .toList();

    private DemoUsers() {}

    /** All of them. */
    public static List<Identity> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Optional<Identity> named(String name) {
        return ALL.stream().filter(user -> user.subject().equals(name)).findFirst();
    }

    private static Identity outsider(String name, Role role) {
        return new Identity(name, Set.of(role), Set.of("AM05"), "");
    }
}
