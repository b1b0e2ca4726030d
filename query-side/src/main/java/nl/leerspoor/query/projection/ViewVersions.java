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

/**
 * Which versions of the views there are, and which of them serves. People and programs read a view under the name of its
 * table without a number: that is an SQL view on the version that serves.
 */
@Component
class ViewVersions {

    private static final int SHAPE_LENGTH = 16;
    /** Raised when what is kept beside the rows changes. */
    private static final int BOOKKEEPING = 1;

    private static final long CHANGING = 7_041_156_233L;
    private static final String SELECT =
            "select view, number, shape, state, built_at is not null as built, built_to from query.view_version ";

    /** Keeps the rows of regions apart, of every version alike. */
    private static final String REGIONS_APART = read("db/policy/regions.sql");

    private final List<Projection<?, ?>> projections;
    private final StreamReader reader;
    private final StreamReader opening;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ViewVersions(
            List<Projection<?, ?>> projections,
            StreamReader reader,
            @Qualifier("openingStreamReader") StreamReader opening,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorJdbcTemplate") JdbcTemplate template) {
        this.projections = projections;
        this.reader = reader;
        this.opening = opening;
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Projection<?, ?>> projections() {
        return projections;
    }

    Projection<?, ?> projection(String view) {
        return find(view).orElseThrow();
    }

    Optional<Projection<?, ?>> find(String view) {
        return projections.stream()
                .filter(projection -> projection.view().equals(view))
                .findFirst();
    }

    /** All versions that are kept, oldest first. */
    List<ViewVersion> all() {
        return versions(jdbc.sql(SELECT + "where state <> 'DROPPED' order by view, number"));
    }

    /** The versions that this release can fill: another release has another idea of what stands in them. */
    List<ViewVersion> ours() {
        return all().stream().filter(this::isOurs).toList();
    }

    boolean isOurs(ViewVersion version) {
        return find(version.view())
                .filter(projection -> shape(projection).equals(version.shape()))
                .isPresent();
    }

    List<ViewVersion> of(String view) {
        return all().stream().filter(version -> version.view().equals(view)).toList();
    }

    Optional<ViewVersion> find(String view, int number) {
        return of(view).stream().filter(version -> version.number() == number).findFirst();
    }

    Optional<ViewVersion> serving(String view) {
        return of(view).stream()
                .filter(version -> version.state() == State.SERVING)
                .findFirst();
    }

    /** The rows of a version. */
    View<?, ?> open(ViewVersion version) {
        return open(projection(version.view()), version);
    }

    private <E extends Event, S> View<E, S> open(Projection<E, S> projection, ViewVersion version) {
        return new View<>(projection, version, projection.personal() ? opening : reader, template);
    }

    /** The position up to which a version has everything, as it is written down. */
    long position(ViewVersion version) {
        return jdbc.sql("""
                        select coalesce(min(greatest(a.position,
                                   (convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, :builtTo)), :builtTo)
                          from query.token_entry t
                          left join query.applied a on a.view = t.processor_name and a.segment = t.segment
                         where t.processor_name = :name""")
                .param("name", version.name())
                .param("builtTo", version.builtTo())
                .query(Long.class)
                .single();
    }

    /** Lets nobody else change which versions there are, until the transaction ends. */
    void change() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", CHANGING)
                .query((row, n) -> n)
                .list();
    }

    /** Makes an empty version of a view, to be built. */
    ViewVersion make(Projection<?, ?> projection, State state) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from query.view_version where view = :view")
                .param("view", projection.view())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into query.view_version (view, number, shape, state, served_at, built_to)
                        values (:view, :number, :shape, :state, case when :state = 'SERVING' then now() end,
                                (select coalesce(max(global_index), 0) from eventstore.domain_event_entry))""")
                .param("view", projection.view())
                .param("number", number)
                .param("shape", shape(projection))
                .param("state", state.name())
                .update();
        ViewVersion version = find(projection.view(), number).orElseThrow();
        String table = "query." + version.table(projection);
        jdbc.sql(template(projection).replace("${table}", table)).update();
        jdbc.sql(REGIONS_APART.replace("${table}", table)).update();
        jdbc.sql("grant select on " + table + " to leerspoor_query").update();
        return version;
    }

    /** Says that a version is built only to be compared. */
    void replays(ViewVersion version) {
        jdbc.sql("update query.view_version set replay = true where view = :view and number = :number")
                .param("view", version.view())
                .param("number", version.number())
                .update();
    }

    boolean isReplay(ViewVersion version) {
        return jdbc.sql("select replay from query.view_version where view = :view and number = :number")
                .param("view", version.view())
                .param("number", version.number())
                .query(Boolean.class)
                .single();
    }

    /** Keeps the rows of regions apart in versions that a release made which did not; they serve until ours is built. */
    void guard(Projection<?, ?> projection) {
        for (ViewVersion version : of(projection.view())) {
            String table = "query." + version.table(projection);
            boolean open =
                    jdbc.sql("""
                            select exists (select 1 from pg_class
                             where oid = to_regclass(:table) and not (relrowsecurity and relforcerowsecurity))""").param("table", table).query(Boolean.class).single();
            if (open) {
                jdbc.sql("drop policy if exists reading on " + table).update();
                jdbc.sql("drop policy if exists projecting on " + table).update();
                jdbc.sql(REGIONS_APART.replace("${table}", table)).update();
                jdbc.sql("alter view if exists query.%s set (security_invoker = true)".formatted(projection.table()))
                        .update();
            }
        }
    }

    /** Has questions answered from this version's table from the commit on, and from no other. */
    void serve(ViewVersion version) {
        jdbc.sql("""
                        update query.view_version set state = 'RETIRED', retired_at = now()
                         where view = :view and state = 'SERVING' and number <> :number""")
                .param("view", version.view())
                .param("number", version.number())
                .update();
        jdbc.sql("""
                        update query.view_version set state = 'SERVING', served_at = now(), retired_at = null
                         where view = :view and number = :number""")
                .param("view", version.view())
                .param("number", version.number())
                .update();
        Projection<?, ?> projection = projection(version.view());
        String table = "query." + version.table(projection);
        String name = "query." + projection.table();
        answerFrom(name, table);
        beside(table).forEach(beside -> answerFrom(name + beside.substring(table.length()), beside));
    }

    private void answerFrom(String name, String table) {
        jdbc.sql("drop view if exists " + name).update();
        jdbc.sql("create view %s with (security_invoker = true) as select * from %s".formatted(name, table))
                .update();
        jdbc.sql("grant select on " + name + " to leerspoor_query").update();
    }

    /** The tables beside the rows of a version, as its template makes them: they go with it. */
    List<String> beside(String table) {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_constraint k
                          join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                         where k.contype = 'f' and k.confrelid = to_regclass(:table)""").param("table", table).query(String.class).list();
    }

    /** Gives a version up; its processors stop within a second, and then its table can go. */
    void drop(ViewVersion version) {
        jdbc.sql("""
                        update query.view_version set state = 'DROPPED', dropped_at = now()
                         where view = :view and number = :number""")
                .param("view", version.view())
                .param("number", version.number())
                .update();
    }

    private static List<ViewVersion> versions(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new ViewVersion(
                        row.getString("view"),
                        row.getInt("number"),
                        row.getString("shape"),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("built"),
                        row.getLong("built_to")))
                .list();
    }

    /** The fingerprint of how a projection makes its view. */
    static String shape(Projection<?, ?> projection) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(template(projection).getBytes(StandardCharsets.UTF_8));
            digest.update(REGIONS_APART.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) projection.meaning());
            digest.update((byte) BOOKKEEPING);
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHAPE_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String template(Projection<?, ?> projection) {
        return read("db/view/" + projection.table() + ".sql");
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be read", e);
        }
    }
}
