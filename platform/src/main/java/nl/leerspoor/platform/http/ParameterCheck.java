package nl.leerspoor.platform.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.platform.access.Identity;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at the query parameters before a resource method does: a misspelt one would silently give the wrong figures, a
 * citizen service number would end up in the logs of every machine on the way.
 */
final class ParameterCheck implements HandlerInterceptor {

    private final Map<HandlerMethod, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            List<InputError> errors = errors(request.getParameterMap(), names(method));
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
        }
        return true;
    }

    static List<InputError> errors(Map<String, String[]> parameters, Optional<Set<String>> names) {
        List<InputError> errors = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (names.isPresent() && !names.get().contains(name)) {
                errors.add(InputFault.UNKNOWN_PARAMETER.in(ParameterNames.repeatable(name)));
            }
            if (Arrays.stream(values).anyMatch(CitizenServiceNumber::isIn)) {
                errors.add(InputFault.BSN_NOT_ALLOWED.in(ParameterNames.repeatable(name)));
            }
            if (!Arrays.stream(values).allMatch(PlainText::is)) {
                errors.add(InputFault.NOT_PLAIN_TEXT.in(ParameterNames.repeatable(name)));
            }
        });
        return errors;
    }

    /** The parameters that a method reads; empty when that can't be told. */
    private Optional<Set<String>> names(HandlerMethod method) {
        return known.computeIfAbsent(method, ParameterCheck::read);
    }

    private static Optional<Set<String>> read(HandlerMethod method) {
        List<MethodParameter> parameters = List.of(method.getMethodParameters());
        return parameters.stream().anyMatch(ParameterCheck::isOpen)
                ? Optional.empty()
                : Optional.of(
                        parameters.stream().flatMap(ParameterCheck::namesOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the method gets hold of all parameters, and so has to refuse unknown ones itself. */
    private static boolean isOpen(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return Map.class.isAssignableFrom(type) || ServletRequest.class.isAssignableFrom(type);
    }

    private static Stream<String> namesOf(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            return Stream.of(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
        }
        Class<?> type = parameter.getParameterType();
        // who asks is no parameter
        return type.isRecord() && type != Identity.class
                ? Arrays.stream(type.getRecordComponents()).map(component -> component.getName())
                : Stream.of();
    }
}
