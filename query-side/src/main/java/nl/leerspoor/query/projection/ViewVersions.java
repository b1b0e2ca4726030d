package nl.leerspoor.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which versions of the views there are, and which of them serves. People and programs read a view under the name of its
 * table without a number: that is an SQL view on the version that serves.
 */
@Component("viewVersions")
class ViewVersions {

    private static final int SHAPE_LENGTH = 16;
    private static final long CHANGING = 7_041_156_233L;

    private final List<Projection<?, ?>> projections;
    private final StreamReader reader;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    ViewVersions(
            List<Projection<?, ?>> projections,
            StreamReader reader,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorJdbcTemplate") JdbcTemplate template,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.projections = projections;
        this.reader = reader;
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        projections.forEach(this::openFirst);
    }

    List<Projection<?, ?>> projections() {
        return projections;
    }

    Projection<?, ?> projection(String view) {
        return projections.stream()
                .filter(projection -> projection.view().equals(view))
                .findFirst()
                .orElseThrow();
    }

    /** All versions that are kept, oldest first. */
    List<ViewVersion> all() {
        return jdbc.sql("select view, number, shape, state from query.view_version order by view, number")
                .query((row, n) -> new ViewVersion(
                        row.getString("view"),
                        row.getInt("number"),
                        row.getString("shape"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    Optional<ViewVersion> serving(String view) {
        return all().stream()
                .filter(version -> version.view().equals(view) && version.state() == State.SERVING)
                .findFirst();
    }

    /** The rows of a version. */
    View<?, ?> open(ViewVersion version) {
        return open(projection(version.view()), version);
    }

    private <E extends Event, S> View<E, S> open(Projection<E, S> projection, ViewVersion version) {
        return new View<>(projection, version, reader, template);
    }

    /** The fingerprint of how a projection makes its view. */
    static String shape(Projection<?, ?> projection) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(template(projection).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) projection.meaning());
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHAPE_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes an empty table for a version, readable for questions. */
    void makeTable(ViewVersion version) {
        Projection<?, ?> projection = projection(version.view());
        String table = "query." + version.table(projection);
        jdbc.sql(template(projection).replace("${table}", table)).update();
        jdbc.sql("grant select on " + table + " to leerspoor_query").update();
    }

    /** Has questions answered from this version's table from the commit on. */
    void serve(ViewVersion version) {
        Projection<?, ?> projection = projection(version.view());
        String name = "query." + projection.table();
        jdbc.sql("drop view if exists " + name).update();
        jdbc.sql("create view %s with (security_invoker = true) as select * from query.%s"
                        .formatted(name, version.table(projection)))
                .update();
        jdbc.sql("grant select on " + name + " to leerspoor_query").update();
    }

    /** The first version of a view serves while it is filled: there is nothing that could serve in its stead. */
    private void openFirst(Projection<?, ?> projection) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", CHANGING)
                    .query((row, n) -> n)
                    .list();
            if (serving(projection.view()).isEmpty()) {
                var first = new ViewVersion(projection.view(), 1, shape(projection), State.SERVING);
                makeTable(first);
                serve(first);
                jdbc.sql("""
                                insert into query.view_version (view, number, shape, state)
                                values (:view, :number, :shape, :state)""")
                        .param("view", first.view())
                        .param("number", first.number())
                        .param("shape", first.shape())
                        .param("state", first.state().name())
                        .update();
            }
        });
    }

    private static String template(Projection<?, ?> projection) {
        try {
            return new ClassPathResource("db/view/" + projection.table() + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + projection.view() + " has no table", e);
        }
    }
}
