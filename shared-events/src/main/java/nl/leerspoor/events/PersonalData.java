package nl.leerspoor.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What tells who a person is or how they are (AVG art. 4(1)). It is stored under that person's key only, and can't be
 * read by anybody once the person is erased; so no decision may depend on it. A component of any type but a primitive
 * one; null is stored as null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalData {

    /** What a text reads as once the person is erased; everything else reads as null. */
    String ERASED = "[gewist]";

    /**
     * What a text reads as for those who read events without opening what is sealed, since nothing that they do may
     * depend on it; everything else reads as null.
     */
    String SEALED = "[verzegeld]";

    /**
     * The names that this component had in earlier revisions. A sealed value opens only under the name that it was
     * sealed under, and a step between revisions moves it without opening it.
     */
    String[] formerly() default {};
}
