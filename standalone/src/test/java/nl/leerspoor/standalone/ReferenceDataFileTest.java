package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The code lists, as files. */
class ReferenceDataFileTest extends RunningApplication {

    private static final String CREBOS = "/v1/reference-data?lists=crebos&validOn=2020-11-01";

    @Test
    void haveOneCodePerRowForSpreadsheets() {
        Reply file = client.with("Accept", "text/csv").get(CREBOS);
        List<String> rows = List.of(file.body().split("\r\n"));

        assertThat(rows.getFirst()).isEqualTo("\uFEFFlist;code;dutch;english;validFrom;validTo;attributes");
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("crebos;25254;"));
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"reference-data-2020-11-01.csv\"");
    }

    @Test
    void haveOneCodePerLineForPrograms() {
        Reply file = client.with("Accept", "application/x-ndjson").get(CREBOS);

        assertThat(file.body().lines().map(JsonMapper.shared()::readTree))
                .hasSize(client.get(CREBOS).json().at("/items/0/codes").size())
                .allSatisfy(line -> assertThat(line.path("list").asString()).isEqualTo("crebos"));
    }
}
