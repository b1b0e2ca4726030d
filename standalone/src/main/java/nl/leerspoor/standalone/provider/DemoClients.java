package nl.leerspoor.standalone.provider;

import java.time.Duration;
import nl.leerspoor.platform.access.Identity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * What may ask for a token: the page with the API's documentation, in which somebody logs in, and each demo user's own
 * command line, which has no browser to log in with.
 */
final class DemoClients implements RegisteredClientRepository {

    /** The documentation page; it has no secret, so it proves by PKCE that it asked itself. */
    static final String BROWSER = "leerspoor-browser";

    /** Longer than the five minutes of a real provider: who tries something by hand would log in all the time. */
    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenTimeToLive(Duration.ofHours(1))
            .authorizationCodeTimeToLive(Duration.ofMinutes(1))
            .build();

    private final String address;
    private final String secret;

    /**
     * @param address under which browsers know this program
     * @param secret  of the command lines, as a password encoder keeps it
     */
    DemoClients(String address, String secret) {
        this.address = address;
        this.secret = secret;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("There are no other clients");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
        return id.equals(BROWSER)
                ? browser()
                : DemoUsers.named(id).map(this::commandLine).orElse(null);
    }

    private RegisteredClient browser() {
        return RegisteredClient.withId(BROWSER)
                .clientId(BROWSER)
                .clientName("Leerspoor")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + "/swagger-ui/oauth2-redirect.html")
                .scope(LoginServer.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TOKENS)
                .build();
    }

    private RegisteredClient commandLine(Identity user) {
        return RegisteredClient.withId(user.subject())
                .clientId(user.subject())
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }
}
