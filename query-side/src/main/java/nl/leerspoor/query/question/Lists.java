package nl.leerspoor.query.question;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** The lists of this side, and what they need to answer. */
@Component
public class Lists {

    /** Files that are written at once; a reader may be slow, and connections are few. */
    private static final int FILES_AT_ONCE = 3;

    private static final int ROWS_AT_ONCE = 500;

    private final Map<String, ListQuestion<?>> declared = new ConcurrentHashMap<>();
    private final Semaphore files = new Semaphore(FILES_AT_ONCE);
    private final ScopedViews views;
    private final CaughtUp caughtUp;
    private final Clock clock;
    private final JsonMapper json;

    Lists(ScopedViews views, CaughtUp caughtUp, Clock clock, JsonMapper json) {
        this.views = views;
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.json = json;
    }

    /** Makes a list answer, and has the API's description tell of it. */
    public <T> Listing<T> declare(ListQuestion<T> list) {
        declared.put(list.path(), list);
        return new Listing<>(list, this);
    }

    /** The list at an address, if it is one. */
    Optional<ListQuestion<?>> at(String path) {
        return Optional.ofNullable(declared.get(path));
    }

    /** Whether a request likes a file best. */
    public boolean isFile(ServletWebRequest request) {
        return ListFormat.of(request.getRequest()).isFile();
    }

    /** Sends a short list that does not come from the database as a file. */
    public <T> void send(ServletWebRequest request, String name, LocalDate day, Class<T> item, Stream<T> items) {
        new Download(request.getRequest(), request.getResponse()).send(name, day, item, json, opened -> {
            ListFile<T> file = opened.get();
            items.forEach(file::write);
            file.finish();
        });
    }

    <R> List<R> read(Scope scope, ListStatement statement, Function<ResultSet, R> row) {
        return views.read(
                scope,
                jdbc -> statement.on(jdbc).query((found, n) -> row.apply(found)).list());
    }

    /**
     * Writes all rows in one snapshot, read through a cursor in the database as fast as the reader takes them.
     *
     * @throws ProblemException before anything is written, when too many files are being written already
     */
    <T> void export(Scope scope, ListStatement statement, Supplier<ListFile<T>> file, Function<ResultSet, T> row) {
        if (!files.tryAcquire()) {
            throw new ProblemException(HttpProblem.UNAVAILABLE.saying(
                    "Er worden al genoeg bestanden tegelijk gemaakt.", "Enough files are being made at once already."));
        }
        try {
            views.readAtOnce(scope, jdbc -> {
                takeYourTime(jdbc);
                ListFile<T> open = file.get();
                statement.on(jdbc).withFetchSize(ROWS_AT_ONCE).query((ResultSet found) -> open.write(row.apply(found)));
                open.finish();
                return open;
            });
        } finally {
            files.release();
        }
    }

    /** A file takes as long as its reader does, if the reader goes on reading. */
    private static void takeYourTime(JdbcClient jdbc) {
        jdbc.sql("set local statement_timeout = 0").update();
        jdbc.sql("set local idle_in_transaction_session_timeout = '60s'").update();
    }

    CaughtUp caughtUp() {
        return caughtUp;
    }

    Clock clock() {
        return clock;
    }

    JsonMapper json() {
        return json;
    }
}
