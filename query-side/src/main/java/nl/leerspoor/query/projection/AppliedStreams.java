package nl.leerspoor.query.projection;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which version of each stream one view has applied. */
final class AppliedStreams {

    private final JdbcClient jdbc;
    private final String view;

    AppliedStreams(JdbcClient jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    /**
     * Notes that the view applies this version of a stream.
     *
     * @return false when it has applied it before
     * @throws IllegalStateException when the version before it was never applied
     */
    boolean advance(UUID stream, long version, long position) {
        int advanced = version == 0 ? begin(stream, position) : follow(stream, version, position);
        if (advanced == 1) {
            return true;
        }
        Optional<Long> known = known(stream);
        if (known.isEmpty() || known.get() < version) {
            throw new IllegalStateException("The view %s misses events of %s: it has version %s and is offered %d"
                    .formatted(view, stream, known.map(String::valueOf).orElse("none"), version));
        }
        return false;
    }

    private int begin(UUID stream, long position) {
        return jdbc.sql("""
                        insert into query.applied_stream (view, stream_id, version, applied_position)
                        values (:view, :stream, 0, :position) on conflict do nothing""")
                .param("view", view)
                .param("stream", stream)
                .param("position", position)
                .update();
    }

    private int follow(UUID stream, long version, long position) {
        return jdbc.sql("""
                        update query.applied_stream set version = :version, applied_position = :position
                         where view = :view and stream_id = :stream and version = :version - 1""")
                .param("view", view)
                .param("stream", stream)
                .param("version", version)
                .param("position", position)
                .update();
    }

    private Optional<Long> known(UUID stream) {
        return jdbc.sql("select version from query.applied_stream where view = :view and stream_id = :stream")
                .param("view", view)
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }
}
