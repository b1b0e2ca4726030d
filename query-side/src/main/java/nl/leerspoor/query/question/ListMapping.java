package nl.leerspoor.query.question;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Maps GET requests for a list, as JSON in pages or as a whole in a file. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.GET,
        produces = {"application/json", "text/csv", "application/x-ndjson"})
public @interface ListMapping {

    /** The whole address: {@code /v1/} and the name of the list. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String value();
}
