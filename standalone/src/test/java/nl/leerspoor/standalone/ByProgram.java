package nl.leerspoor.standalone;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Has test classes that ask the same running program come one after the other. */
public final class ByProgram implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(ByProgram::program));
    }

    private static String program(ClassDescriptor test) {
        Class<?> type = test.getTestClass();
        return TwentePilot.class.isAssignableFrom(type)
                ? "Twente"
                : RunningApplication.class.isAssignableFrom(type) ? "Running" : "";
    }
}
