package nl.leerspoor.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import nl.leerspoor.platform.access.Identity;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a method of a resource the {@link Identity} of who sends the request, as a parameter of that type. */
public final class IdentityParameter implements HandlerMethodArgumentResolver {

    IdentityParameter() {}

    /** Who sends a request for something that isn't open to everybody. */
    public static Identity of(HttpServletRequest request) {
        return caller(request).getPrincipal();
    }

    /** Until when the token of such a request holds, for an answer that goes on for long. */
    public static Instant expiry(HttpServletRequest request) {
        return caller(request).expires();
    }

    private static KnownCaller caller(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof KnownCaller caller) {
            return caller;
        }
        throw new IllegalStateException("What is open to everybody must not ask who sends it");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Identity.class;
    }

    @Override
    public Identity resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class));
    }
}
