package nl.leerspoor.events.published;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What integrators read of a published type before they subscribe to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Told {

    /** A few Dutch words. */
    String title();

    /** The same in English. */
    String english();

    /** What happened, in a Dutch sentence or two. */
    String description();

    /** What a receiver has to do that keeps a copy. */
    Duty duty() default Duty.APPLY;

    /** Where to read what is new, if not where the thing itself is: an address with {@code {subject}} in it. */
    String readAt() default "";

    /** The day from which it is advised against, as {@code 2027-01-01}; empty as long as it isn't. */
    String deprecated() default "";

    /** The last day on which it is sent, as {@code 2027-06-30}; empty as long as there is none. */
    String sunset() default "";
}
