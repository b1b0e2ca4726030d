package nl.leerspoor.platform.identity;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Problems;
import nl.leerspoor.platform.production.ProductionCondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody in without a token of the contract, on the public port and on that of operators, but to what tells nothing
 * of anybody: the description of the API, of published events and of problems, and whether the process is well. There are no
 * sessions, and no cookie with which anything could be changed, so there is nothing that a page of somebody else could ride on.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class ResourceServer implements WebMvcConfigurer {

    private static final String[] OPEN = {
        "/v1/openapi.json/**",
        "/v1/asyncapi.json",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/v1/problems/**",
        "/v1/event-types/**",
        "/livez",
        "/readyz",
        "/actuator/health/**"
    };

    /** Tokens are as old as they are, whatever moment things are recorded at: hence a clock of its own. */
    @Bean
    AccessTokens accessTokens(
            @Value("${leerspoor.identity.issuer:}") String configured, ObjectProvider<Issuer> ownIssuer) {
        Clock clock = Clock.systemUTC();
        Issuer issuer = configured.isBlank()
                ? ownIssuer.getIfAvailable()
                : new Issuer(configured.strip(), new ProviderKeys(configured.strip(), clock));
        if (issuer == null) {
            throw new IssuerMissing();
        }
        return new AccessTokens(issuer.name(), issuer.keys(), clock);
    }

    /** A network that can change what the provider says could make its own keys ours. */
    @Bean
    ProductionCondition issuerBehindTls(@Value("${leerspoor.identity.issuer:}") String configured) {
        return () -> configured.isBlank() || configured.strip().startsWith("https://")
                ? List.of()
                : List.of("The issuer is not an https address: set leerspoor.identity.issuer to one.");
    }

    @Bean
    SecurityFilterChain knownCallersOnly(HttpSecurity http, AccessTokens tokens, Problems problems) {
        var bearers = new BearerTokens(tokens, problems);
        return http.authorizeHttpRequests(requests -> requests
                        // the rest of a request that was let in, or the answer to one that was not
                        .dispatcherTypeMatchers(
                                DispatcherType.ASYNC,
                                DispatcherType.ERROR,
                                DispatcherType.FORWARD,
                                DispatcherType.INCLUDE)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAuthority(Role.OPERATOR.name())
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(bearers, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, unknown) -> bearers.refuse(request, response))
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(HttpProblem.FORBIDDEN.problem(), request, response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // every answer has them already, also those that never come here
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The request itself is observed. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IdentityParameter());
    }
}
