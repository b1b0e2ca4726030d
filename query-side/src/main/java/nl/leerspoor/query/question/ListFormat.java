package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** In what form a list is answered: JSON in pages, or all of it in a file. */
enum ListFormat {
    JSON(MediaType.APPLICATION_JSON, "json"),
    CSV(MediaType.parseMediaType("text/csv"), "csv"),
    NDJSON(MediaType.parseMediaType("application/x-ndjson"), "ndjson");

    private final MediaType type;
    private final String extension;

    ListFormat(MediaType type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    MediaType type() {
        return type;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return this == CSV ? type + ";header=present;charset=UTF-8" : type.toString();
    }

    boolean isFile() {
        return this != JSON;
    }

    /** The form that a request likes best; that it likes one of them was checked before. */
    static ListFormat of(HttpServletRequest request) {
        List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> Stream.of(values()).filter(format -> type.isCompatibleWith(format.type)))
                .findFirst()
                .orElse(JSON);
    }
}
