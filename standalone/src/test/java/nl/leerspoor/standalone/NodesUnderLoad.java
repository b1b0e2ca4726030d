package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.query.QueryApplication;

/** Two command nodes and two query nodes, each a process, on one PostgreSQL that outlives them. */
final class NodesUnderLoad implements AutoCloseable {

    /** A node by its place; after a kill another process takes the place. */
    enum Node {
        COMMAND_A(CommandApplication.class),
        COMMAND_B(CommandApplication.class),
        QUERY_A(QueryApplication.class),
        QUERY_B(QueryApplication.class);

        private final Class<?> program;

        Node(Class<?> program) {
            this.program = program;
        }

        /** What PostgreSQL knows its connections by. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return label().replace('_', ' ');
        }
    }

    private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(5);

    private final LocalDatabase database;
    private final Map<Node, ChildProgram> programs = new LinkedHashMap<>();

    private NodesUnderLoad(LocalDatabase database) {
        this.database = database;
    }

    /** Starts all four on an empty database in this folder. */
    static NodesUnderLoad start(Path folder) {
        var nodes = new NodesUnderLoad(LocalDatabase.start(folder));
        try {
            Stream.of(Node.values()).forEach(nodes::start);
            return nodes;
        } catch (RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    /** Puts a new process in the place of a node and waits until it is ready. */
    void start(Node node) {
        launch(node);
        program(node).client();
    }

    ChildProgram program(Node node) {
        return programs.get(node);
    }

    Sql sql() {
        return new Sql(database.url());
    }

    /** How people reach the command nodes, whatever process is in their place. */
    List<Client> commandNodes() {
        return Stream.of(Node.COMMAND_A, Node.COMMAND_B)
                .map(node -> program(node).client().within(CLIENT_PATIENCE))
                .toList();
    }

    /** Stops a process in the middle of what it does, without its knowing. */
    void freeze(Node node) {
        signal("-STOP", node);
    }

    void thaw(Node node) {
        signal("-CONT", node);
    }

    /** How many segments each query node has, by the name that it drew. */
    Map<String, Long> segments() {
        record Owned(String owner, long segments) {}
        return sql().as(Sql.SUPERUSER).sql("""
                        select coalesce(owner, 'nobody') as owner, count(*) as segments from query.token_entry
                         where processor_name <> '__config' group by owner order by owner""").query(Owned.class).list().stream()
                .collect(Collectors.toMap(Owned::owner, Owned::segments));
    }

    /** Whether a node is in a transaction that waits for it, and of the lock that appends take, if that is asked. */
    boolean isInTransaction(Node node, boolean withAppendLock) {
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select exists(select from pg_stat_activity a
                                       where a.application_name = :label and a.state = 'idle in transaction'
                                         and a.backend_xid is not null
                                         and (not :locked or exists(select from pg_locks l
                                               where l.pid = a.pid and l.locktype = 'advisory' and l.granted
                                                 and l.classid::bigint << 32 | l.objid::bigint = 4763902581)))""")
                .param("label", node.label())
                .param("locked", withAppendLock)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        programs.keySet().forEach(this::thaw);
        programs.values().forEach(ChildProgram::kill);
        database.close();
    }

    private void launch(Node node) {
        String url = database.url() + "?ApplicationName=" + node.label();
        ChildProgram before = programs.get(node);
        programs.put(
                node,
                before == null
                        ? ChildProgram.start(
                                node.program, Map.of("LEERSPOOR_DB_URL", url, "LEERSPOOR_STOP_NOTICE", "5s"))
                        : before.again());
    }

    private void signal(String signal, Node node) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(program(node).pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
