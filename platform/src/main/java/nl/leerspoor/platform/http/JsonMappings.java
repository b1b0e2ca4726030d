package nl.leerspoor.platform.http;

import java.lang.reflect.Method;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives every resource method below {@code /v1} that does not say otherwise JSON to read and JSON to write, so that
 * another form is refused before anything is done.
 */
final class JsonMappings extends RequestMappingHandlerMapping {

    private static final Set<RequestMethod> WITH_BODY =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH);

    @Override
    protected RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
        RequestMappingInfo mapping = super.getMappingForMethod(method, handler);
        if (mapping == null || mapping.getPatternValues().stream().noneMatch(path -> path.startsWith("/v1/"))) {
            return mapping;
        }
        RequestMappingInfo.Builder json = mapping.mutate();
        if (mapping.getProducesCondition().isEmpty()) {
            json.produces(MediaType.APPLICATION_JSON_VALUE);
        }
        if (mapping.getConsumesCondition().isEmpty()
                && mapping.getMethodsCondition().getMethods().stream().anyMatch(WITH_BODY::contains)) {
            json.consumes(MediaType.APPLICATION_JSON_VALUE);
        }
        return json.build();
    }
}
