package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Why figures of Twente are others when more is known. */
class FiguresDifferenceOverHttpTest extends TwentePilot {

    private static final String PATH = "/v1/figures/difference?";

    private JsonNode number(String question, String name) {
        return answer(PATH + question)
                .path("numbers")
                .valueStream()
                .filter(number -> number.path("number").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class AddsUp {

        @ParameterizedTest
        @CsvSource(textBlock = """
                # day,      known,      known other
                2020-03-25, 2020-03-25, 2020-03-27
                2020-03-10, 2020-03-10, 2020-03-20
                2020-01-16, 2020-01-16, 2020-01-21
                2020-04-01, 2020-03-01,
                2020-04-01, 2019-09-30, 2020-04-01
                2020-07-31, 2019-12-31, 2020-07-31
                2020-11-01, 2020-06-01,
                2020-12-31, 2020-11-01,""")
        void toTheFiguresOfBothMomentsInTheRegion(String day, String known, String other) {
            adds("region=AM05&", day, known, other);
        }

        @ParameterizedTest
        @CsvSource({"2020-04-01, 2020-03-01,", "2020-11-01, 2020-06-01, 2020-10-15"})
        void toTheFiguresOfBothMomentsInTheCountry(String day, String known, String other) {
            adds("", day, known, other);
        }

        private void adds(String region, String day, String known, String other) {
            String by =
                    "&by=sector,targetGroup,cause,leerbedrijf,state,reason,status,level,crebo,school,region,werkproces,outcome"
                            + ",moment";
            String later = other == null ? "" : "&knownOn" + "=" + other;
            JsonNode before = answer("/v1/figures?" + region + "validOn=" + day + "&knownOn=" + known + by);
            JsonNode after = answer("/v1/figures?" + region + "validOn=" + day + later + by);
            JsonNode numbers = answer(PATH + region + "validOn=" + day + "&knownOn=" + known
                            + (other == null ? "" : "&knownOnOther=" + other) + by)
                    .path("numbers");

            assertThat(numbers.size()).isGreaterThan(40);
            numbers.forEach(number -> {
                String name = number.path("figure").asString() + "/"
                        + number.path("number").asString();
                String path = "/figures/" + name.replace('.', '/');
                JsonNode changes = number.path("changes");
                assertThat(number.path("before").asInt())
                        .as(name)
                        .isEqualTo(before.at(path).asInt(0));
                assertThat(number.path("after").asInt())
                        .as(name)
                        .isEqualTo(after.at(path).asInt(0));
                assertThat(changes.valueStream()
                                .mapToInt(change -> change.path("after").asInt()
                                        - change.path("before").asInt())
                                .sum())
                        .as(name)
                        .isEqualTo(number.path("difference").asInt())
                        .isEqualTo(number.path("after").asInt()
                                - number.path("before").asInt());
                changes.forEach(change -> assertThat(change.path("causes"))
                        .as(name + " " + change)
                        .isNotEmpty()
                        .allSatisfy(cause -> assertThat(
                                        Instant.parse(cause.path("recordedAt").asString()))
                                .isAfterOrEqualTo(end(known))
                                .isBefore(other == null ? Instant.MAX : end(other))));
            });
        }

        private static Instant end(String day) {
            return LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
                    .toInstant();
        }
    }

    @Nested
    class Names {

        @Test
        void theEventsThatPutTwentyFiveOnHold() {
            JsonNode onHold = number(
                    "region=AM05&figure=onHold&validOn=2020-03-25&knownOn=2020-03-25&knownOnOther=2020-03-27", "total");

            assertThat(onHold.path("before").asInt()).isZero();
            assertThat(onHold.path("after").asInt()).isEqualTo(25);
            assertThat(onHold.path("changes")).hasSize(25).allSatisfy(change -> {
                assertThat(change.path("sort").asString()).isEqualTo("TRAJECTORY");
                JsonNode cause = change.path("causes").get(0);
                assertThat(cause.path("name").asString()).isEqualTo("trajectory.CandidateOnHold");
                assertThat(cause.path("streamId")).isEqualTo(change.path("id"));
                assertThat(cause.path("effectiveOn").asString()).isEqualTo("2020-03-23");
                assertThat(cause.path("recordedAt").asString()).startsWith("2020-03-26");
                assertThat(cause.path("author").asString()).isEqualTo("testprojectleider");
                assertThat(cause.path("position").asLong()).isPositive();
            });
            assertThat(onHold.path("changes").findValuesAsString("reference"))
                    .startsWith("K025", "K026")
                    .endsWith("K049");
        }

        @Test
        void theStopThatWasEnteredLate() {
            JsonNode inProgress = number(
                    "region=AM05&figure=inProgress&validOn=2020-03-10&knownOn=2020-03-10&knownOnOther=2020-03-20",
                    "total");

            assertThat(inProgress.path("difference").asInt()).isEqualTo(-1);
            assertThat(inProgress.path("changes").get(0).path("reference").asString())
                    .isEqualTo("K070");
            assertThat(inProgress.at("/changes/0/causes/0/name").asString()).isEqualTo("trajectory.TrajectoryStopped");
        }

        @Test
        void theCorrectionThatMovedSomebodyToAnotherSector() {
            JsonNode to = number(
                    "region=AM05&figure=F02b,F01&by=sector&validOn=2020-01-16&knownOn=2020-01-16&knownOnOther=2020-01-21",
                    "bySector.DZ");

            assertThat(to.path("changes").get(0).path("reference").asString()).isEqualTo("K009");
            assertThat(to.at("/changes/0/causes/0/name").asString()).contains("Correct");
        }

        @Test
        void nothingWhenNothingChanged() {
            assertThat(answer(PATH + "region=AM05&validOn=2020-11-01&knownOn=2021-06-01")
                            .path("numbers")
                            .valueStream()
                            .map(number -> number.path("difference").asInt()))
                    .containsOnly(0);
        }
    }

    @Test
    void aSpreadsheetHasEveryChangeOnALine() {
        var file = client.with("Accept", "text/csv")
                .get(PATH + "region=AM05&figure=onHold&validOn=2020-03-25&knownOn=2020-03-25&knownOnOther=2020-03-27");

        assertThat(List.of(file.body().split("\r\n"))).hasSize(26);
        assertThat(file.body()).startsWith("\uFEFFfigure;number;sort;id;reference;before;after;causes\r\n");
    }

    @Test
    void whoHasTheAnswerGetsItNotAgain() {
        String question = PATH + "region=AM05&figure=onHold&validOn=2020-03-25&knownOn=2020-03-25";
        String tag = client.get(question).header("ETag");

        assertThat(client.with("If-None-Match", tag).get(question).status()).isEqualTo(304);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var refused = client.get(PATH + "region=AM99&figure=leadTimes&validOn=soon&knownOnOther=then&by=shoes");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .collect(Collectors.toMap(
                                error -> error.path("parameter").asString(),
                                error -> error.path("code").asString())))
                .isEqualTo(Map.of(
                        "region", "UNKNOWN_CODE",
                        "figure", "INVALID_VALUE",
                        "validOn", "INVALID_DATE",
                        "knownOn", "REQUIRED",
                        "knownOnOther", "INVALID_DATE",
                        "by", "INVALID_VALUE"));
    }

    @Test
    void theSecondMomentIsNotBeforeTheFirst() {
        var refused = client.get(PATH + "region=AM05&knownOn=2020-11-02&knownOnOther=2020-11-01");

        assertThat(refused.json().at("/errors/0/parameter").asString()).isEqualTo("knownOnOther");
    }
}
