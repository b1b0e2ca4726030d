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
import org.awaitility.Awaitility;

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

    private static final Duration DATABASE_PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final LocalDatabase database;
    private final Map<Node, ChildProgram> programs = new LinkedHashMap<>();

    private NodesUnderLoad(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.database = LocalDatabase.start(folder);
    }

    /** Starts all four on an empty database in this folder. */
    static NodesUnderLoad start(Path folder) {
        var nodes = new NodesUnderLoad(folder);
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

    /** How people reach the query nodes. */
    List<Client> queryNodes() {
        return Stream.of(Node.QUERY_A, Node.QUERY_B)
                .map(node -> program(node).client().within(CLIENT_PATIENCE.multipliedBy(2)))
                .toList();
    }

    /** Ends PostgreSQL as a power cut does, and starts it again with the same command, on the same data and port. */
    void killDatabase() {
        Path cluster = folder.resolve("postgres");
        shell("kill -9 $(head -1 postmaster.pid)", cluster);
        // its children hold on to what they shared for a moment, and a server that finds that doesn't start
        String start = "r=; [ \"$(id -u)\" != 0 ] || r='unshare -U'; until ! pgrep -f \"postgres.*$PWD\" >/dev/null;"
                + " do sleep 0.1; done; rm postmaster.pid; eval \"setsid $r $(cat postmaster.opts)\" >>killed.log 2>&1 </dev/null &";
        shell(start, cluster);
        Awaitility.await("PostgreSQL to recover")
                .atMost(DATABASE_PATIENCE)
                .ignoreExceptions()
                .until(() -> sql().head() >= 0);
    }

    private static void shell(String command, Path folder) {
        try {
            int status = new ProcessBuilder("bash", "-c", command)
                    .directory(folder.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        String keyFile = folder.resolve("key-encryption.key").toString();
        ChildProgram before = programs.get(node);
        programs.put(
                node,
                before == null
                        ? ChildProgram.start(
                                node.program,
                                Map.of(
                                        "LEERSPOOR_DB_URL", url,
                                        "LEERSPOOR_STOP_NOTICE", "5s",
                                        "LEERSPOOR_KEK_FILE", keyFile,
                                        "LEERSPOOR_PERSONALDATA_MAKEMISSINGKEYS", "true",
                                        "LEERSPOOR_WEBHOOKS_ALLOWLOOPBACK", "true"))
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
