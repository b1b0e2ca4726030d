package nl.leerspoor.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reading side told as the draft of a report. It hands it in under its hash, and nobody on this side can: so a
 * report is what was told, whoever publishes it.
 */
@Component
public class ToldFigures {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcClient jdbc;

    ToldFigures(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was told under a hash. */
    public Optional<Report> under(String hash) {
        return jdbc.sql("select report from command.told_figures where hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(text -> report(JSON.readTree(text)));
    }

    private static Report report(JsonNode told) {
        List<ReportedFigure> figures = told.required("figures")
                .propertyStream()
                .map(figure -> new ReportedFigure(
                        figure.getKey(),
                        figure.getValue().isNull() ? null : figure.getValue().decimalValue()))
                .toList();
        return new Report(
                told.required("region").asString(),
                LocalDate.parse(told.required("validOn").asString()),
                LocalDate.parse(told.required("knownOn").asString()),
                Instant.parse(told.required("knownAt").asString()),
                told.required("definitionVersion").asInt(),
                figures);
    }
}
