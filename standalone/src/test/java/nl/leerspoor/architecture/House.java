package nl.leerspoor.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Command;
import org.axonframework.modelling.command.Repository;

/** The house's own words for its classes. */
final class House {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.leerspoor");

    private static final String COMMAND = "nl.leerspoor.command";

    private static final Pattern BUSINESS = Pattern.compile("nl\\.leerspoor\\.(command|query)\\.([a-z]+)(\\..+)?");

    /**
     * What the sides have beside their business: how commands come in, events are followed and published, views kept,
     * questions asked.
     */
    private static final Set<String> MACHINERY = Set.of(
            "access", "reception", "imports", "following", "openapi", "processing", "projection", "question", "stream");

    private static final Set<String> PURE_PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.security",
            "java.text",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "jakarta.validation",
            "jakarta.validation.constraints",
            "io.swagger.v3.oas.annotations.media");

    private static final Set<Class<?>> IMPURE_CLASSES = Set.of(
            Clock.class,
            Date.class,
            Process.class,
            ProcessBuilder.class,
            Random.class,
            Runtime.class,
            SecureRandom.class,
            Thread.class);

    private House() {}

    /** The business package of a class, as {@code command.trajectory} for the whole of {@code trajectory.hold} too. */
    static Optional<String> businessOf(JavaClass type) {
        Matcher matcher = BUSINESS.matcher(type.getPackageName());
        return matcher.matches() && !MACHINERY.contains(matcher.group(2))
                ? Optional.of(matcher.group(1) + "." + matcher.group(2))
                : Optional.empty();
    }

    static boolean areDifferentBusiness(JavaClass one, JavaClass other) {
        return businessOf(one).isPresent()
                && businessOf(other).isPresent()
                && !businessOf(one).equals(businessOf(other));
    }

    /** Commands, states, refusals and decisions: all of a business package but what framework and database see. */
    static boolean isRule(JavaClass type) {
        return type.getPackageName().startsWith(COMMAND) && businessOf(type).isPresent() && !isShell(type);
    }

    /** Handlers, and what they share, load streams of several aggregates. */
    static boolean isHandler(JavaClass type) {
        JavaClass outermost = outermost(type);
        return outermost.getSimpleName().endsWith("Handler") || keeps(Repository.class, outermost);
    }

    /** Whether the framework of streams may be seen in it. */
    static boolean isAxonShell(JavaClass type) {
        return isHandler(type) || outermost(type).getSimpleName().matches(".+(Stream|Projection)");
    }

    /** What one aggregate may show to the rules of another: its state and its refusals, never its commands. */
    static boolean isValue(JavaClass type) {
        boolean value = type.isRecord()
                || type.isEnum()
                || type.isInterface() && type.reflect().isSealed();
        return value && !type.isAssignableTo(Command.class);
    }

    /** Whether a rule may lean on it: values and calculations, without a clock, chance, framework, file or network. */
    static boolean isPure(JavaClass type) {
        JavaClass target = type.getBaseComponentType();
        if (target.isPrimitive() || target.getPackageName().startsWith("nl.leerspoor.events")) {
            return true;
        }
        if (target.getPackageName().equals(COMMAND)) {
            return target.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .noneMatch(House::isFramework);
        }
        return isRule(target)
                || PURE_PACKAGES.contains(target.getPackageName())
                        && IMPURE_CLASSES.stream().noneMatch(target::isEquivalentTo);
    }

    /** Whether the access asks for the time of day or for chance. */
    static boolean asksTimeOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return owner.getPackageName().startsWith("java.time") && name.equals("now")
                || owner.isEquivalentTo(System.class)
                || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                || owner.isEquivalentTo(Math.class) && name.equals("random");
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }

    private static boolean isShell(JavaClass type) {
        JavaClass outermost = outermost(type);
        return outermost.getSimpleName().matches(".+(Stream|Api|Config)")
                || keeps(ClaimedKeys.class, outermost)
                || isHandler(outermost);
    }

    private static boolean keeps(Class<?> what, JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.getRawType().isEquivalentTo(what));
    }

    private static boolean isFramework(JavaClass type) {
        return type.getPackageName().matches("(org\\.|java\\.sql|javax\\.|jakarta\\.persistence|com\\.|tools\\.).*");
    }
}
