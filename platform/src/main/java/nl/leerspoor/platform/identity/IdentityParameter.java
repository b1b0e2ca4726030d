package nl.leerspoor.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
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
        if (request.getUserPrincipal() instanceof KnownCaller caller) {
            return caller.getPrincipal();
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
