package nl.leerspoor.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Makes answers of problems, and knows every sort that this process can answer with. */
@Component
public class Problems {

    private static final String SECONDS_TO_WAIT = "1";

    private final String address;
    private final List<ProblemKinds> sources;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(
            @Value("${leerspoor.public-url}") String publicUrl,
            List<ProblemKinds> sources,
            LocaleResolver locales,
            JsonMapper json) {
        this.address = publicUrl + ProblemPages.PATH;
        this.sources = sources;
        this.locales = locales;
        this.json = json;
    }

    /** The members of the answer, in a language. */
    public Map<String, Object> json(Problem problem, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type(problem.kind()));
        members.put("title", problem.kind().title().in(locale));
        members.put("status", problem.kind().status().value());
        members.put("detail", problem.detail().in(locale));
        members.put("code", problem.kind().code());
        if (!problem.errors().isEmpty()) {
            members.put(
                    "errors",
                    problem.errors().stream().map(error -> error.json(locale)).toList());
        }
        problem.details().forEach(members::putIfAbsent);
        return members;
    }

    ResponseEntity<Map<String, Object>> answer(Problem problem, HttpHeaders extra, Locale locale) {
        return ResponseEntity.status(problem.kind().status())
                .headers(headers -> {
                    headers.putAll(extra);
                    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                    headers.setContentLanguage(locale);
                    if (problem.kind().status() == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
                    }
                })
                .body(json(problem, locale));
    }

    /** Answers outside of any controller. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        response.setStatus(problem.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        if (problem.kind().status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        response.getOutputStream().write(json.writeValueAsBytes(json(problem, locale)));
    }

    /** The address that explains a sort of problem. */
    String type(ProblemKind kind) {
        return address + "/" + kind.slug();
    }

    /** Every sort, once, by code. */
    Collection<ProblemKind> kinds() {
        Map<String, ProblemKind> byCode = new TreeMap<>();
        Stream.concat(HttpProblem.kinds().stream(), sources.stream().flatMap(source -> source.kinds().stream()))
                .forEach(kind -> byCode.putIfAbsent(kind.code(), kind));
        return byCode.values();
    }

    Optional<ProblemKind> find(String slug) {
        return kinds().stream().filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
