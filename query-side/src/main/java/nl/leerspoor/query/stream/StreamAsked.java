package nl.leerspoor.query.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** What is asked of the published events, in the words that every channel has for it. */
public final class StreamAsked {

    public static final String TYPES = "Typen, met komma's ertussen; alle als zij ontbreken. Zie `/event-types`.";
    public static final String A_TYPE = "nl.leerspoor.trajectories.candidate-on-hold.v1";
    public static final String REGION = "Arbeidsmarktregio; alle waarvoor het toegangsbewijs geldt als zij ontbreekt.";
    public static final String SUBJECT = "Alleen wat over dit ding gaat, zoals één traject";

    /** In what form a page is answered, the usual one first. */
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(FeedApi.BATCH), MediaType.APPLICATION_NDJSON);

    public static final Text AHEAD = new Text(
            "Deze positie heeft de administratie niet. Is zij teruggezet uit een back-up, begin dan opnieuw.",
            "The administration doesn't have this position. If it was restored from a backup, begin anew.");

    private StreamAsked() {}

    /** What of all messages somebody is told: what they ask for, as far as it is within their reach. */
    static Selection selection(Reading reading, Scope scope, String types, String region, String subject) {
        Set<String> reach = scope.whole() ? Set.copyOf(scope.regions()) : Set.of();
        return new Selection(
                reading.someOf("types", types, PublishedCatalogue.types()).orElse(PublishedCatalogue.types()),
                reading.code("region", region, CodeList.REGIONS)
                        .map(one -> reach.contains(one) ? Set.of(one) : Set.<String>of())
                        .orElse(reach),
                reading.id("subject", subject));
    }

    /** Refuses a position that the store doesn't have: whoever was told of it may have more than there is. */
    public static void refuseAhead(Reading reading, String name, Feed feed, long position) {
        if (!feed.reaches(position)) {
            reading.refuse(InputFault.OUT_OF_RANGE.in(name, AHEAD));
        }
    }

    /** The form that a request likes best; that it likes one of them was checked before. */
    static MediaType form(HttpServletRequest request) {
        List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> FORMS.stream().filter(type::includes))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }
}
