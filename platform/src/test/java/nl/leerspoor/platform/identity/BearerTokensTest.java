package nl.leerspoor.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import nl.leerspoor.platform.http.Problems;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What a program does that can't find out who anybody is. */
class BearerTokensTest {

    @Configuration(proxyBeanMethods = false)
    @Import({ResourceServer.class, Problems.class})
    static class Program {

        @Bean
        LocaleResolver localeResolver() {
            return new FixedLocaleResolver(Locale.ENGLISH);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    private final WebApplicationContextRunner program = new WebApplicationContextRunner()
            .withUserConfiguration(Program.class)
            .withPropertyValues("leerspoor.public-url=http://localhost:8080");

    @Test
    void withoutAnIssuerItDoesNotStart() {
        program.run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(IssuerMissing.class));
        program.withPropertyValues("leerspoor.identity.issuer= ")
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(IssuerMissing.class));
    }

    @Test
    void anOperatorIsToldWhatToSet() {
        var analysis = new IssuerMissing.Analyzer().analyze(new IssuerMissing());

        assertThat(analysis.getDescription()).isEqualTo("No provider of identities is set, so nobody could be let in.");
        assertThat(analysis.getAction()).contains("leerspoor.identity.issuer");
    }

    @Test
    void whoComesBeforeTheKeysCouldBeHadIsAskedToComeBack() throws IOException {
        var key = Provider.key("away");
        try (var provider = new Provider(key)) {
            provider.stop();
            program.withPropertyValues("leerspoor.identity.issuer=" + provider.issuer())
                    .run(context -> {
                        FilterChainProxy chain = context.getBean(FilterChainProxy.class);

                        var answer =
                                answer(chain, "/v1/pilots", "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.AA");

                        assertThat(answer.getStatus()).isEqualTo(503);
                        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
                        assertThat(answer.getHeader("WWW-Authenticate")).isNull();
                        assertThat(answer.getContentAsString()).contains("\"code\":\"UNAVAILABLE\"");
                        assertThat(answer(chain, "/v1/pilots", null).getStatus())
                                .isEqualTo(401);
                    });
        }
    }

    private static MockHttpServletResponse answer(FilterChainProxy chain, String path, String credentials)
            throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        if (credentials != null) {
            request.addHeader("Authorization", credentials);
        }
        var response = new MockHttpServletResponse();
        chain.doFilter(request, response, (let, in) -> {
            throw new AssertionError("Somebody was let in");
        });
        return response;
    }
}
