package nl.leerspoor.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The problems that any request can meet, whatever it is about. */
public enum HttpProblem {
    INVALID_INPUT(HttpStatus.BAD_REQUEST, "Het verzoek klopt niet.", "The request is not valid."),
    BSN_NOT_ALLOWED(
            HttpStatus.BAD_REQUEST,
            "Een burgerservicenummer mag hier niet staan.",
            "A citizen service number may not stand here."),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST, "Dit is geen geldig HTTP-verzoek.", "This is not a well-formed HTTP request."),
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED, "Hierbij hoort een geldig toegangsbewijs.", "This needs a valid access token."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Dit mag niet in uw rol.", "Your role may not do this."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Dit bestaat niet.", "There is no such thing."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Deze methode kan hier niet.", "This method can't be used here."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE, "Het antwoord bestaat niet in deze vorm.", "The answer has no such form."),
    BODY_TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT, "Het verzoek kwam te langzaam binnen.", "The request came in too slowly."),
    REQUEST_IN_FLIGHT(
            HttpStatus.CONFLICT,
            "Een verzoek met deze Idempotency-Key is nog bezig.",
            "A request with this Idempotency-Key is still being handled."),
    CONCURRENT_CHANGE(
            HttpStatus.CONFLICT,
            "Iemand anders wijzigde dit tegelijk. Probeer het opnieuw.",
            "Somebody else changed this at the same time. Try again."),
    PERSON_ERASED(
            HttpStatus.GONE,
            "De gegevens van deze persoon zijn gewist. Over deze persoon wordt niets meer vastgelegd.",
            "The data of this person were erased. Nothing more is recorded of this person."),
    STALE_VERSION(
            HttpStatus.PRECONDITION_FAILED,
            "Dit is intussen gewijzigd. Lees het opnieuw.",
            "This has changed in the meantime. Read it again."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Het verzoek is te groot.", "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Deze vorm van een verzoek wordt niet gelezen.",
            "This form of a request is not read."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Deze Idempotency-Key is al gebruikt voor een ander verzoek.",
            "This Idempotency-Key was used for another request."),
    PRECONDITION_REQUIRED(
            HttpStatus.PRECONDITION_REQUIRED,
            "Hierbij hoort If-Match, met de versie die u las.",
            "This needs If-Match, with the version that you read."),
    QUOTA_EXCEEDED(
            HttpStatus.TOO_MANY_REQUESTS,
            "U stuurt meer verzoeken dan deze dienst voor één gebruiker aankan. Probeer het zo weer.",
            "You send more requests than this service can take from one caller. Try again shortly."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Er ging hier iets mis.", "Something went wrong here."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "De administratie is even niet bereikbaar. Er is niets vastgelegd of gewijzigd.",
            "The administration is out of reach for a moment. Nothing was recorded or changed."),
    VIEW_BEHIND(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Dit overzicht is nog niet bijgewerkt tot die positie. Probeer het zo weer.",
            "This view has not reached that position yet. Try again shortly.");

    private final ProblemKind kind;

    HttpProblem(HttpStatus status, String dutch, String english) {
        this.kind = new ProblemKind(status, name(), new Text(dutch, english));
    }

    public ProblemKind kind() {
        return kind;
    }

    /** The problem without anything more to say. */
    public Problem problem() {
        return Problem.of(kind);
    }

    /** The problem, saying what is the matter this time. */
    public Problem saying(String dutch, String english) {
        return new Problem(kind, new Text(dutch, english), List.of(), Map.of());
    }

    /** All of them. */
    public static List<ProblemKind> kinds() {
        return Arrays.stream(values()).map(HttpProblem::kind).toList();
    }
}
