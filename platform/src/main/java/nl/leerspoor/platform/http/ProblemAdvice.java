package nl.leerspoor.platform.http;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes a problem of everything that goes wrong in a request. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> handle(ProblemException exception, Locale locale) {
        return answer(exception.problem(), locale);
    }

    static ResponseEntity<Map<String, Object>> answer(Problem problem, Locale locale) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set("Retry-After", "1");
                    }
                })
                .body(problem.json(locale));
    }
}
