package nl.leerspoor.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id of the person whom the {@link PersonalData} of an event is about: a random {@code UUID} that says nothing by
 * itself. It is never null, and an event with personal data has exactly one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DataSubject {}
