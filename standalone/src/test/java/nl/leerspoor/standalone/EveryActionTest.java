package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing can be asked of the program that the table of who may what doesn't know. */
class EveryActionTest extends RunningApplication {

    /** How a question or a request of operators comes in, and what it is. */
    private record Route(String method, String pattern, HandlerMethod handler) {

        Optional<String> command() {
            return Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == Posted.class)
                    .map(parameter -> ResolvableType.forMethodParameter(parameter)
                            .getGeneric(0)
                            .resolve()
                            .getSimpleName())
                    .findFirst();
        }

        Optional<Action> action() {
            return command().map(Action::ofCommand).orElseGet(() -> Action.ofRoute(method, pattern));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** All but the description of the API, which anybody may read. */
    private Stream<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/v1/") && !pattern.startsWith("/v1/openapi"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern, entry.getValue()))));
    }

    private static Set<String> commands() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Command.class));
        return scan.findCandidateComponents("nl.leerspoor.command").stream()
                .map(found -> found.getBeanClassName().replaceFirst(".*[.$]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Action> actions(Predicate<Action> which) {
        return Arrays.stream(Action.values()).filter(which).collect(Collectors.toSet());
    }

    @Test
    void everyRouteIsAnAction() {
        assertThat(routes().filter(route -> route.action().isEmpty())).isEmpty();
        assertThat(routes()).hasSizeGreaterThan(100);
    }

    @Test
    void everyRouteOfAnActionIsServed() {
        Set<String> served = routes().map(Route::toString).collect(Collectors.toSet());

        assertThat(Arrays.stream(Action.values()).flatMap(action -> action.routes().stream()))
                .isSubsetOf(served);
    }

    @Test
    void everyCommandIsAnActionAndNoOtherIs() {
        assertThat(commands().stream().filter(name -> Action.ofCommand(name).isEmpty()))
                .isEmpty();
        assertThat(commands().stream().flatMap(name -> Action.ofCommand(name).stream()))
                .containsExactlyInAnyOrderElementsOf(actions(Action::isCommand));
    }

    @Test
    void everyCommandButThoseOfJobsComesInOverHttp() {
        assertThat(routes().flatMap(route -> route.command().stream())
                        .map(name -> Action.ofCommand(name).orElseThrow())
                        .collect(Collectors.toSet()))
                .isEqualTo(actions(action ->
                        action.isCommand() && Arrays.stream(Job.values()).noneMatch(job -> job.may(action))));
    }
}
