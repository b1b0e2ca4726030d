package nl.leerspoor.command.imports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.reception.Posted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The commands that a line can ask for: exactly those that can be posted one by one. A command goes by the name of its
 * record, which is also the name of its schema in the API description.
 */
@Component
public class ImportedCommands {

    private final Supplier<Map<String, Class<? extends Command>>> byName;

    ImportedCommands(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.byName = SingletonSupplier.of(() -> find(mappings.getObject()));
    }

    /** Every name, in alphabetical order. */
    public Set<String> names() {
        return byName.get().keySet();
    }

    Optional<Class<? extends Command>> named(String name) {
        return Optional.ofNullable(byName.get().get(name));
    }

    private static Map<String, Class<? extends Command>> find(RequestMappingHandlerMapping mappings) {
        Map<String, Class<? extends Command>> found = new TreeMap<>();
        mappings.getHandlerMethods().values().stream()
                .flatMap(method -> Stream.of(method.getMethodParameters()))
                .filter(parameter -> parameter.getParameterType() == Posted.class)
                .map(ImportedCommands::command)
                .forEach(command -> found.put(command.getSimpleName(), command));
        return found;
    }

    private static Class<? extends Command> command(MethodParameter parameter) {
        return ResolvableType.forMethodParameter(parameter)
                .getGeneric(0)
                .resolve()
                .asSubclass(Command.class);
    }
}
