package nl.leerspoor.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Makes a problem of everything that goes wrong in a request. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** When part of the answer is on its way already, the connection is broken off: no one may take it for whole. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> handle(Exception exception, Locale locale, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw exception;
        }
        HttpHeaders headers = exception instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return problems.answer(problem(exception), headers, locale);
    }

    static Problem problem(Exception exception) {
        return switch (exception) {
            case ProblemException e -> e.problem();
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e.getSupportedHttpMethods());
            case HttpMediaTypeNotSupportedException e -> unsupported(e.getSupportedMediaTypes());
            case HttpMediaTypeNotAcceptableException e -> notAcceptable(e.getSupportedMediaTypes());
            case MethodArgumentTypeMismatchException e -> invalid(e);
            case MissingServletRequestParameterException e ->
                Problem.invalid(List.of(InputFault.REQUIRED.in(e.getParameterName())));
            case MissingRequestValueException e -> HttpProblem.INVALID_INPUT.problem();
            case HandlerMethodValidationException e -> invalid(e);
            case BindException e -> invalid(e);
            case ConstraintViolationException e -> HttpProblem.INVALID_INPUT.problem();
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            case InvalidParameterException e -> HttpProblem.MALFORMED_REQUEST.problem();
            case RequestRejectedException e -> HttpProblem.MALFORMED_REQUEST.problem();
            case BadRequestException e -> HttpProblem.MALFORMED_REQUEST.problem();
            case Exception e when Outage.isBehind(e) || Outage.isLostRace(e) -> HttpProblem.UNAVAILABLE.problem();
            default -> unexpected(exception);
        };
    }

    /** The problem for a status that the container or the framework chose. */
    static Problem ofStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case NOT_FOUND ->
                HttpProblem.NOT_FOUND.saying(
                        "Onder dit adres is niets te vinden.", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> HttpProblem.METHOD_NOT_ALLOWED.problem();
            case NOT_ACCEPTABLE -> HttpProblem.NOT_ACCEPTABLE.problem();
            case CONTENT_TOO_LARGE -> HttpProblem.BODY_TOO_LARGE.problem();
            case UNSUPPORTED_MEDIA_TYPE -> HttpProblem.UNSUPPORTED_MEDIA_TYPE.problem();
            case HTTP_VERSION_NOT_SUPPORTED -> HttpProblem.MALFORMED_REQUEST.problem();
            case REQUEST_TIMEOUT -> HttpProblem.BODY_TOO_SLOW.problem();
            case SERVICE_UNAVAILABLE -> HttpProblem.UNAVAILABLE.problem();
            case null -> HttpProblem.INTERNAL_ERROR.problem();
            default ->
                known.is4xxClientError()
                        ? HttpProblem.MALFORMED_REQUEST.problem()
                        : HttpProblem.INTERNAL_ERROR.problem();
        };
    }

    private static Problem methodNotAllowed(Collection<?> allowed) {
        return HttpProblem.METHOD_NOT_ALLOWED.saying(
                "Dit adres kent alleen " + join(allowed) + ".", "This address knows only " + join(allowed) + ".");
    }

    private static Problem unsupported(List<MediaType> supported) {
        return HttpProblem.UNSUPPORTED_MEDIA_TYPE.saying(
                "Stuur Content-Type: " + join(supported) + ".", "Send Content-Type: " + join(supported) + ".");
    }

    private static Problem notAcceptable(List<MediaType> supported) {
        return HttpProblem.NOT_ACCEPTABLE.saying(
                "Het antwoord bestaat alleen als " + join(supported) + ".",
                "The answer exists only as " + join(supported) + ".");
    }

    private static Problem invalid(MethodArgumentTypeMismatchException e) {
        return Problem.invalid(List.of(faultOf(e.getRequiredType()).in(e.getName())));
    }

    private static InputFault faultOf(Class<?> required) {
        return switch (required == null ? "" : required.getSimpleName()) {
            case "UUID" -> InputFault.INVALID_ID;
            case "LocalDate" -> InputFault.INVALID_DATE;
            default -> InputFault.INVALID_VALUE;
        };
    }

    private static Problem invalid(HandlerMethodValidationException e) {
        return Problem.invalid(e.getParameterValidationResults().stream()
                .map(result ->
                        InputFault.INVALID_VALUE.in(result.getMethodParameter().getParameterName()))
                .toList());
    }

    private static Problem invalid(BindException e) {
        List<InputError> errors = new ArrayList<>();
        e.getFieldErrors()
                .forEach(error ->
                        errors.add((error.isBindingFailure() ? InputFault.WRONG_TYPE : InputFault.INVALID_VALUE)
                                .in(error.getField())));
        return errors.isEmpty() ? HttpProblem.INVALID_INPUT.problem() : Problem.invalid(errors);
    }

    private static Problem unexpected(Exception exception) {
        LOG.error("A request ended unexpectedly: {}", exception.getClass().getName(), exception);
        return HttpProblem.INTERNAL_ERROR.problem();
    }

    private static String join(Collection<?> values) {
        return values == null
                ? ""
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
