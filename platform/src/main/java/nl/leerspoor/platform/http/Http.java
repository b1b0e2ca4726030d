package nl.leerspoor.platform.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every HTTP answer of Leerspoor has in common. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, ProblemAdvice.class, ProblemPages.class, ErrorPage.class})
public class Http implements WebMvcConfigurer {

    /** The version of the API as a contract; its major is the one in the addresses. */
    public static final String API_VERSION = "1.0.0";

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

    @Bean
    FilterRegistrationBean<Filter> answerHeaders() {
        return first(new AnswerHeaders(), 0, DispatcherType.REQUEST, DispatcherType.ERROR);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimits(Problems problems, ObjectProvider<StreamedRoute> streamed) {
        return first(new BodyLimits(problems, streamed.stream().toList()), 1, DispatcherType.REQUEST);
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place, DispatcherType... dispatches) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.setDispatcherTypes(dispatches[0], dispatches);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems(Problems problems) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerProblems(problems)));
    }

    @Bean
    WebMvcRegistrations jsonMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new JsonMappings();
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ParameterCheck()).addPathPatterns("/v1/**");
    }

    /** Anybody's page may read what the API is; everything else is for programs that call it themselves. */
    @Override
    public void addCorsMappings(CorsRegistry cors) {
        cors.addMapping("/v1/openapi.json").allowedOrigins("*").allowedMethods("GET");
        cors.addMapping("/v1/asyncapi.json").allowedOrigins("*").allowedMethods("GET");
    }
}
