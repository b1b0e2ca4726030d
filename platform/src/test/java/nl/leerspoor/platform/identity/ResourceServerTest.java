package nl.leerspoor.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which issuers profile prod believes. */
class ResourceServerTest {

    private final ResourceServer server = new ResourceServer();

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.org", " http://127.0.0.1:8080", "login.example.org", "HTTP://x"})
    void anIssuerWithoutTlsIsRefused(String issuer) {
        assertThat(server.issuerBehindTls(issuer).faults())
                .containsExactly("The issuer is not an https address: set leerspoor.identity.issuer to one.");
    }

    @Test
    void oneWithItIsNot() {
        assertThat(server.issuerBehindTls("https://login.example.org/realms/leerspoor")
                        .faults())
                .isEmpty();
    }
}
