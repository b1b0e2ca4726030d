package nl.leerspoor.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.identity.AccessTokens;
import nl.leerspoor.platform.identity.Issuer;
import nl.leerspoor.platform.identity.Presented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The provider of a newcomer vouches for demo users, and for nobody else's tokens. */
class LocalProviderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final LocalProvider PROVIDER = new LocalProvider("http://localhost:8080", CLOCK);

    private static AccessTokens tokens(LocalProvider provider, Clock clock) {
        Issuer issuer = provider.issuer();
        return new AccessTokens(issuer.name(), issuer.keys(), clock);
    }

    @ParameterizedTest
    @MethodSource("nl.leerspoor.standalone.provider.DemoUsers#all")
    void aDemoUserIsKnownByTheirTokenForFiveMinutes(Identity user) {
        String token = PROVIDER.token(user);

        assertThat(tokens(PROVIDER, CLOCK).read(token)).isEqualTo(new Presented.Known(user));
        assertThat(tokens(PROVIDER, Clock.offset(CLOCK, Duration.ofMinutes(6))).read(token))
                .isEqualTo(new Presented.Refused());
    }

    @Test
    void aTokenOfAnEarlierStartIsWorthNothing() {
        String token = new LocalProvider("http://localhost:8080", CLOCK)
                .token(DemoUsers.all().getFirst());

        assertThat(tokens(PROVIDER, CLOCK).read(token)).isEqualTo(new Presented.Refused());
    }

    @Test
    void everyRoleHasADemoUserOfItsOwn() {
        assertThat(DemoUsers.all()).allSatisfy(user -> assertThat(user.roles()).hasSize(1));
        assertThat(DemoUsers.all().stream()
                        .flatMap(user -> user.roles().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Role.values()));
        assertThat(DemoUsers.named("testauditor")).map(Identity::subject).contains("testauditor");
        assertThat(DemoUsers.named("niemand")).isEmpty();
    }
}
