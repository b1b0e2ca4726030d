package nl.leerspoor.standalone.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.nio.file.Path;
import java.util.List;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.identity.AccessTokens;
import nl.leerspoor.platform.identity.Issuer;
import nl.leerspoor.platform.production.ProductionCondition;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Where demo users log in: OpenID Connect by Spring Authorization Server, in the process of the API itself. Other than the
 * API it has sessions and forms, for its own few addresses only. Whoever sets an issuer of their own gets that one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${leerspoor.identity.issuer:}'.isBlank()")
public class LoginServer {

    static final String OPENID = "openid";

    private static final String LOGIN = "/login";
    private static final String LOGIN_SCHEME = "demoLogin";
    private static final String PAGES =
            "default-src 'none'; style-src 'self'; form-action 'self'; " + "frame-ancestors 'none'; base-uri 'none'";

    @Bean
    LocalProvider localProvider(@Value("${leerspoor.public-url}") String address) {
        return new LocalProvider(address);
    }

    @Bean
    Issuer localIssuer(LocalProvider provider) {
        return provider.issuer();
    }

    /** Everybody may be anybody here. */
    @Bean
    ProductionCondition noDemoUsers() {
        return () ->
                List.of("Demo users can log in: set leerspoor.identity.issuer to the provider of identities of the "
                        + "regions, or run command-side and query-side.");
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(unknown -> unknown.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LOGIN), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginPage(HttpSecurity http) {
        HeaderWriter pages = (request, response) -> response.setHeader("Content-Security-Policy", PAGES);
        return http.securityMatcher(LOGIN, "/logout", "/default-ui.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.defaultSuccessUrl("/swagger-ui/index.html"))
                .headers(headers -> headers.addHeaderWriter(pages))
                .build();
    }

    /** Has the documentation page offer to log in. */
    @Bean
    GlobalOpenApiCustomizer loginOnThePage(LocalProvider provider) {
        String address = provider.issuer().name();
        var login = new OAuthFlow()
                .authorizationUrl(address + "/oauth2/authorize")
                .tokenUrl(address + "/oauth2/token")
                .scopes(new Scopes().addString(OPENID, "Weten wie u bent"));
        return description -> description
                .addSecurityItem(new SecurityRequirement().addList(LOGIN_SCHEME, OPENID))
                .getComponents()
                .addSecuritySchemes(
                        LOGIN_SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .flows(new OAuthFlows().authorizationCode(login))
                                .description("Inloggen als een van de demogebruikers."));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    DemoPassword demoPassword(@Value("${leerspoor.data}") Path data) {
        return DemoPassword.of(data);
    }

    @Bean
    UserDetailsService demoLogins(DemoPassword password, PasswordEncoder encoder) {
        String kept = encoder.encode(password.text());
        return name -> DemoUsers.named(name)
                .map(user -> User.withUsername(user.subject()).password(kept).build())
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this name"));
    }

    @Bean
    RegisteredClientRepository demoClients(
            @Value("${leerspoor.public-url}") String address, DemoPassword password, PasswordEncoder encoder) {
        return new DemoClients(address, encoder.encode(password.text()));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(LocalProvider provider) {
        return AuthorizationServerSettings.builder()
                .issuer(provider.issuer().name())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(LocalProvider provider) {
        return provider.signingKeys();
    }

    /** What the contract of tokens asks for beyond OAuth (docs/security.md). */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> contract() {
        return token -> {
            if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                Identity user = DemoUsers.named(token.getPrincipal().getName()).orElseThrow();
                token.getJwsHeader().type("at+jwt");
                token.getClaims()
                        .audience(List.of(AccessTokens.AUDIENCE))
                        .claim(
                                "roles",
                                user.roles().stream().map(Role::name).sorted().toList())
                        .claim("regions", user.regions().stream().sorted().toList());
                if (!user.organisation().isEmpty()) {
                    token.getClaims().claim("org", user.organisation());
                }
            }
        };
    }
}
