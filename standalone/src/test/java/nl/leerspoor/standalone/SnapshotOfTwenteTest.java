package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the project lead of the Twente pilot published on 2 November 2020. */
class SnapshotOfTwenteTest extends TwentePilot {

    private static final String ID =
            TwenteIds.of("reportsnapshot", "2020-11-01").toString();

    private JsonNode snapshot() {
        return answer("/v1/snapshots/" + ID);
    }

    @Test
    void isTheOnlyOne() {
        assertThat(items("/v1/snapshots?region=AM05")).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.path("id").asString()).isEqualTo(ID);
            assertThat(snapshot.path("validOn").asString()).isEqualTo("2020-11-01");
            assertThat(snapshot.path("knownOn").asString()).isEqualTo("2020-11-02");
            assertThat(snapshot.path("definitionVersion").asInt()).isEqualTo(1);
            assertThat(snapshot.path("publishedBy").asString()).isEqualTo("testprojectleider");
            assertThat(snapshot.path("publishedOn").asString()).isEqualTo("2020-11-02");
        });
    }

    @Test
    void saysWhatTheFiguresOfThatDayWere() {
        JsonNode figures = snapshot().path("figures");

        assertThat(figures.path("inProgress.total").asInt()).isEqualTo(54);
        assertThat(figures.path("inProgress.bySector.LOG").asInt()).isEqualTo(19);
        assertThat(figures.path("verklaringenIssued.total").asInt()).isEqualTo(4);
        assertThat(figures.path("shortage.total").asInt()).isEqualTo(5);
        assertThat(figures.path("leadTimes.completedToIssued.medianDays").decimalValue())
                .isEqualByComparingTo("129.5");
    }

    @Test
    void hashesToItsHash() {
        JsonNode snapshot = snapshot();
        List<ReportedFigure> figures = snapshot.path("figures")
                .propertyStream()
                .map(figure -> new ReportedFigure(
                        figure.getKey(),
                        figure.getValue().isNull()
                                ? null
                                : new BigDecimal(figure.getValue().toString())))
                .toList();
        var report = new Report(
                "AM05",
                LocalDate.parse("2020-11-01"),
                LocalDate.parse("2020-11-02"),
                Instant.parse(snapshot.path("knownAt").asString()),
                1,
                figures);

        assertThat(report.hash()).isEqualTo(snapshot.path("hash").asString());
    }

    @Test
    void isMadeOfTheEventsAgainWithTheSameHash() {
        JsonNode reproduction = answer("/v1/snapshots/" + ID + "/reproduction");

        assertThat(reproduction.path("equal").asBoolean()).isTrue();
        assertThat(reproduction.path("hashOfReproduced")).isEqualTo(reproduction.path("hash"));
        assertThat(reproduction.path("hashOfPublished")).isEqualTo(reproduction.path("hash"));
        assertThat(reproduction.path("figures").size())
                .isEqualTo(snapshot().path("figures").size());
        assertThat(reproduction.path("figures").findValuesAsString("equal")).containsOnly("true");
    }

    @Test
    void hasNotBeenRevisedSinceAndNothingCameLateForIt() {
        assertThat(answer("/v1/snapshots/" + ID + "/differences")
                        .path("differences")
                        .size())
                .isZero();
        assertThat(items("/v1/audit/late-entries?region=AM05&behind=" + ID)).isEmpty();
        assertThat(items("/v1/audit/late-entries?region=AM05&limit=200&afterPublication=false"))
                .hasSize(41)
                .allSatisfy(entry -> assertThat(entry.path("behind").size()).isZero());
    }
}
