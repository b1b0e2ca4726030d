package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.query.QueryApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides as processes of their own on one PostgreSQL. */
class SplitTest {

    @TempDir
    Path folder;

    @Test
    void aCommandToOneProcessIsAnsweredByTheOther() {
        try (LocalDatabase database = LocalDatabase.start(folder)) {
            Map<String, String> environment = Map.of("LEERSPOOR_DB_URL", database.url());
            try (ChildProgram queries = ChildProgram.start(QueryApplication.class, environment);
                    ChildProgram commands = ChildProgram.start(CommandApplication.class, environment)) {
                var registered = commands.client()
                        .as("testwerkcoach; role=WERKCOACH")
                        .post(
                                "/v1/candidates",
                                Map.of(
                                        "region", "AM05",
                                        "effectiveOn", "2020-01-06",
                                        "targetGroup", "STATUSHOUDER",
                                        "labourStatus", "WERKZOEKEND",
                                        "hasStartkwalificatie", false,
                                        "incomeKind", "UITKERING",
                                        "referrer", "GEMEENTE"));
                assertThat(registered.status()).as(registered.body()).isEqualTo(201);
                long position = registered.json().path("position").asLong();

                var figures = queries.client().get("/v1/figures?region=AM05&minPosition=" + position);

                assertThat(figures.status()).as(figures.body()).isEqualTo(200);
                assertThat(figures.json().path("position").asLong()).isGreaterThanOrEqualTo(position);
                assertThat(commands.client().get("/v1/figures").status()).isEqualTo(404);
                assertThat(queries.client().post("/v1/pilots", "{}").status()).isEqualTo(405);
                assertThat(UUID.fromString(registered.json().path("id").asString()))
                        .isNotNull();
            }
        }
    }
}
