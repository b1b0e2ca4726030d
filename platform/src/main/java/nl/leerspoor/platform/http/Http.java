package nl.leerspoor.platform.http;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What every HTTP answer of Leerspoor has in common. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class})
public class Http {

    /** The moment at which things are recorded. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Dutch first; English on request. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setDefaultLocale(Locale.of("nl"));
        resolver.setSupportedLocales(List.of(Locale.of("nl"), Locale.ENGLISH));
        return resolver;
    }
}
