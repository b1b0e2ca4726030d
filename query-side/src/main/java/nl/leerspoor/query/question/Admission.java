package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Rule;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.identity.IdentityParameter;
import nl.leerspoor.query.QuerySide;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody ask what nobody in their roles may ask, and gives each question its {@link Scope} as a parameter. A question
 * without a row in the table is nobody's.
 */
@Component
class Admission implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String QUERY_SIDE = QuerySide.class.getPackageName() + ".";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(QUERY_SIDE)
                && !isAdmitted(request)) {
            throw new ProblemException(HttpProblem.FORBIDDEN.problem());
        }
        return true;
    }

    private static boolean isAdmitted(HttpServletRequest request) {
        Optional<Action> asked = action(request);
        // who has to be known is, by now; at an open address nobody is
        if (asked.filter(AccessPolicy::isForEverybody).isPresent()) {
            return true;
        }
        Identity who = IdentityParameter.of(request);
        return asked.stream()
                .flatMap(action -> who.roles().stream().map(role -> AccessPolicy.rule(action, role)))
                .anyMatch(rule -> rule != Rule.NEVER);
    }

    private static Optional<Action> action(HttpServletRequest request) {
        // who asks only for the headers of an answer asks the same
        String method = HttpMethod.HEAD.matches(request.getMethod()) ? HttpMethod.GET.name() : request.getMethod();
        return Action.ofRoute(
                method, String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Scope.class;
    }

    @Override
    public Scope resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        return Scope.of(IdentityParameter.of(request), action(request).orElseThrow());
    }
}
