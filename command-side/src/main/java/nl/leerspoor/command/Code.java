package nl.leerspoor.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.leerspoor.events.reference.CodeList;

/** The text is a code of this list, valid on the command's effective date. Also for the elements of a list. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Code {

    CodeList value();
}
