package nl.leerspoor.command;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.events.reference.CodeList;

/** Every {@link Code} of a command exists in the reference data of the command's effective date (rule B37). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = KnownCodes.Lookup.class)
public @interface KnownCodes {

    String message() default "unknown code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks each code up, and reports each unknown one at its own place. */
    class Lookup implements ConstraintValidator<KnownCodes, Command> {

        @Override
        public boolean isValid(Command command, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            boolean valid = true;
            for (RecordComponent component : command.getClass().getRecordComponents()) {
                Code code = component.getAnnotation(Code.class);
                if (code != null) {
                    valid &= check(code.value(), component, command, context);
                }
            }
            return valid;
        }

        private static boolean check(
                CodeList list, RecordComponent component, Command command, ConstraintValidatorContext context) {
            LocalDate day = command.effectiveOn();
            return switch (valueOf(component, command)) {
                case null -> true;
                case List<?> codes -> {
                    boolean valid = true;
                    for (int i = 0; i < codes.size(); i++) {
                        if (codes.get(i) != null && !known(list, codes.get(i).toString(), day)) {
                            valid = false;
                            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                                    .addPropertyNode(component.getName())
                                    .addContainerElementNode("<list element>", List.class, 0)
                                    .inIterable()
                                    .atIndex(i)
                                    .addConstraintViolation();
                        }
                    }
                    yield valid;
                }
                case Object code when known(list, code.toString(), day) -> true;
                default -> {
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode(component.getName())
                            .addConstraintViolation();
                    yield false;
                }
            };
        }

        /** A correction has no date of its own; its codes need only exist. */
        private static boolean known(CodeList list, String code, LocalDate day) {
            return day == null
                    ? list.entries().stream().anyMatch(entry -> entry.code().equals(code))
                    : list.find(code, day).isPresent();
        }

        private static Object valueOf(RecordComponent component, Command command) {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(command);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record component can be read", e);
            }
        }
    }
}
