package nl.leerspoor.events.published;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a family of published records is about. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface About {

    /** The stream of the internal events behind it, as {@code trajectory}. */
    String stream();

    /** The plural under which the API knows the things, as {@code trajectories}; a part of the type. */
    String collection();

    /** Where a thing is read, if not in the list of its collection by id: an address with {@code {subject}} in it. */
    String readAt() default "";
}
