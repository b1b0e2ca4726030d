package nl.leerspoor.benchmark;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** How many commands a second one import takes in, beside bare transactions of a hundred rows. */
final class ImportsMeasured implements Measurement {

    private static final int CANDIDATES = 3_000;
    private static final int COMMANDS_EACH = 3;
    private static final int ROWS = 100;

    @Override
    public void measure(Site site, Report report) throws Exception {
        send(site, CANDIDATES / 10).orFail(200);
        Http.Reply reply = send(site, CANDIDATES).orFail(200);
        int commands = CANDIDATES * COMMANDS_EACH;
        long answered = reply.body()
                .lines()
                .filter(line -> line.contains("\"status\":201"))
                .count();
        report.line(
                "commands in an import of " + commands + " lines, " + answered + " recorded",
                "1,000/s",
                ProjectionsMeasured.rate(commands, reply.nanos()),
                "bare rows, 100 a commit " + ProjectionsMeasured.rate(commands, bare(site, commands)));
    }

    private static Http.Reply send(Site site, int candidates) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < candidates; n++) {
            person(lines);
        }
        return site.http().post("/v1/imports", "application/x-ndjson", BodyPublishers.ofString(lines.toString()));
    }

    private static void person(StringBuilder lines) {
        String candidate = UUID.randomUUID().toString();
        String trajectory = UUID.randomUUID().toString();
        line(
                lines,
                Map.of(
                        "command",
                        "RegisterCandidate",
                        "body",
                        Map.of(
                                "id", candidate,
                                "region", "AM30",
                                "effectiveOn", "2024-03-04",
                                "targetGroup", "STATUSHOUDER",
                                "labourStatus", "WERKZOEKEND",
                                "hasStartkwalificatie", false,
                                "incomeKind", "UITKERING",
                                "referrer", "GEMEENTE")));
        line(
                lines,
                Map.of(
                        "command",
                        "OpenTrajectory",
                        "body",
                        Map.of(
                                "id", trajectory,
                                "region", "AM30",
                                "effectiveOn", "2024-03-04",
                                "candidateId", candidate,
                                "goal", "PRAKTIJKVERKLARING",
                                "sector", "DZ",
                                "level", 1,
                                "werkcoachId", "testwerkcoach")));
        line(
                lines,
                Map.of(
                        "command",
                        "AssessSuitability",
                        "target",
                        trajectory,
                        "body",
                        Map.of(
                                "effectiveOn", "2024-03-18",
                                "leerbaar", true,
                                "schoolbaar", false,
                                "evidenceKind", "INTAKE_REPORT",
                                "evidenceRef", "verslag-1",
                                "instrument", "TESTINSTRUMENT",
                                "instrumentVersion", "1",
                                "assessorRole", "WERKCOACH")));
    }

    private static void line(StringBuilder lines, Map<String, ?> line) {
        lines.append(JsonMapper.shared().writeValueAsString(line)).append('\n');
    }

    private static long bare(Site site, int rows) throws SQLException {
        try (Connection connection = site.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists public.benchmark_row(id bigint, payload text)");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into public.benchmark_row values (?, repeat('x', 500))")) {
                for (int n = 0; n < rows; n += ROWS) {
                    for (int row = 0; row < ROWS; row++) {
                        insert.setLong(1, n + row);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            long taken = System.nanoTime() - start;
            statement.execute("drop table public.benchmark_row");
            connection.commit();
            return taken;
        }
    }
}
