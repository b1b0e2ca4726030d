package nl.leerspoor.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a newcomer may be. */
class DemoUsersTest {

    @ParameterizedTest
    @ValueSource(strings = {"AM05", "AM09"})
    void everyRoleHasADemoUserOfItsOwnInTwoRegions(String region) {
        assertThat(DemoUsers.all()).allSatisfy(user -> assertThat(user.roles()).hasSize(1));
        assertThat(DemoUsers.all().stream()
                        .filter(user -> user.regions().equals(Set.of(region)))
                        .flatMap(user -> user.roles().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Role.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"niemand", "", "leerspoor-browser"})
    void nobodyElseIsOne(String name) {
        assertThat(DemoUsers.named(name)).map(Identity::subject).isEmpty();
    }
}
