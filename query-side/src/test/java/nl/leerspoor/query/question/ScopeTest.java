package nl.leerspoor.query.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.access.Rule;
import org.junit.jupiter.api.Test;

/** What a question reaches, by the roles of who asks it. */
class ScopeTest {

    private static final Own OWN = new Own("school = :scopeOrganisation", "coach = :scopeWerkcoach");

    private static Scope of(Action action, Role... roles) {
        return Scope.of(new Identity("anja", Set.of(roles), Set.of("AM06", "AM05"), "ROC"), action);
    }

    private static String condition(Action action, Role... roles) {
        return of(action, roles).condition(OWN);
    }

    @Test
    void isTheRegionsOfWhoHasThemWhole() {
        assertThat(condition(Action.READ_TRAJECTORIES, Role.PROJECT_LEAD)).isEqualTo("region = any(:scopeRegions)");
        assertThat(of(Action.READ_TRAJECTORIES, Role.PROJECT_LEAD).regions()).containsExactly("AM05", "AM06");
    }

    @Test
    void isOneRegionAsItself() {
        var one =
                Scope.of(new Identity("anja", Set.of(Role.PROJECT_LEAD), Set.of("AM05"), ""), Action.READ_TRAJECTORIES);

        assertThat(one.condition(OWN)).isEqualTo("region = :scopeRegion");
    }

    @Test
    void isTheOwnCaseloadOrOrganisationInThoseRegions() {
        assertThat(condition(Action.READ_TRAJECTORIES, Role.WERKCOACH))
                .isEqualTo("region = any(:scopeRegions) and ((coach = :scopeWerkcoach))");
        assertThat(condition(Action.READ_TRAJECTORIES, Role.SCHOOL_COACH))
                .isEqualTo("region = any(:scopeRegions) and ((school = :scopeOrganisation))");
    }

    @Test
    void isAllThatSeveralRolesGive() {
        assertThat(condition(Action.READ_TRAJECTORIES, Role.WERKCOACH, Role.SCHOOL_COACH))
                .contains("(school = :scopeOrganisation) or (coach = :scopeWerkcoach)");
        assertThat(condition(Action.READ_TRAJECTORIES, Role.WERKCOACH, Role.PROJECT_LEAD))
                .isEqualTo("region = any(:scopeRegions)");
    }

    @Test
    void isNothingWhereNothingIsSomebodysOwn() {
        assertThat(of(Action.READ_TRAJECTORIES, Role.WERKCOACH).condition(Own.NOTHING))
                .isEqualTo("region = any(:scopeRegions) and (false)");
        assertThat(condition(Action.READ_COHORTS, Role.WERKCOACH)).endsWith("and (false)");
    }

    @Test
    void isTheTotalsOfEveryRegionForMonitors() {
        Scope monitor = of(Action.READ_FIGURES, Role.MONITOR);

        assertThat(monitor.aggregates()).isTrue();
        assertThat(monitor.regions()).hasSize(35).contains("AM05", "AM20");
        assertThat(monitor.condition(OWN)).isEqualTo("true");
    }

    @Test
    void isNeverWiderThanTheRegionsOfWhoIsBoundToThem() {
        for (Action action : Action.values()) {
            for (Role role : Role.values()) {
                Scope scope = of(action, role);
                boolean everywhere = scope.regions().size() > 2;
                assertThat(everywhere)
                        .as("%s %s", action, role)
                        .isEqualTo(Arrays.asList(Rule.ALL_REGIONS, Rule.AGGREGATES_ONLY)
                                .contains(AccessPolicy.rule(action, role)));
            }
        }
    }

    @Test
    void isTheSameTextOnEveryNode() {
        assertThat(of(Action.READ_TRAJECTORIES, Role.WERKCOACH))
                .hasToString("Scope[regions=[AM05, AM06], whole=false, organisation=Optional.empty,"
                        + " werkcoach=Optional[anja], aggregates=false]");
        assertThat(new Scope(List.of("AM06", "AM05", "AM06"), true, Optional.empty(), Optional.empty(), false)
                        .regions())
                .containsExactly("AM05", "AM06");
    }
}
