package nl.leerspoor.query.question;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters of a question that is asked on two clocks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "validOn",
        in = ParameterIn.QUERY,
        description = "Peildatum: wat die dag waar was. Vandaag als zij ontbreekt.",
        schema = @Schema(type = "string", format = "date"),
        example = "2020-11-01")
@Parameter(
        name = "knownOn",
        in = ParameterIn.QUERY,
        description =
                "Kennisdatum: wat toen was ingevoerd, tot het einde van die dag in Nederland, of tot een tijdstip."
                        + " Alles als zij ontbreekt.",
        schema = @Schema(type = "string", maxLength = 40),
        example = "2020-11-01")
@Parameter(
        name = "minPosition",
        in = ParameterIn.QUERY,
        description = "Positie die het antwoord gezien moet hebben; er wordt hoogstens twee seconden op gewacht.",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"),
        example = "0")
public @interface AskedOnTwoClocks {}
