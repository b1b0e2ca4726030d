package nl.leerspoor.events.reportsnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says has one form in bytes, which anybody can make and hash. */
class ReportTest {

    private static Report report(ReportedFigure... figures) {
        return new Report(
                "AM05",
                LocalDate.parse("2020-11-01"),
                LocalDate.parse("2020-11-02"),
                Instant.parse("2020-11-02T22:59:59.999999Z"),
                1,
                List.of(figures));
    }

    private static ReportedFigure figure(String name, String value) {
        return new ReportedFigure(name, value == null ? null : new BigDecimal(value));
    }

    /** The hash is that of {@code printf '%s' '…' | sha256sum}. */
    @Test
    void isCanonicalJson() {
        Report report = report(
                figure("leadTimes.startedToCompleted.medianDays", "129.50"),
                figure("inProgress.total", "54"),
                figure("leadTimes.completedToApproved.medianDays", null));

        assertThat(report.canonical())
                .isEqualTo("{\"definitionVersion\":1,\"figures\":{\"inProgress.total\":54,"
                        + "\"leadTimes.completedToApproved.medianDays\":null,\"leadTimes.startedToCompleted.medianDays\":129.5},"
                        + "\"knownAt\":\"2020-11-02T22:59:59.999999Z\",\"knownOn\":\"2020-11-02\",\"region\":\"AM05\","
                        + "\"validOn\":\"2020-11-01\"}");
        assertThat(report.hash()).isEqualTo("04c3f8f8dcccbb4123edfc7df77ac623530123d1226f6fd498536189ee9e9984");
    }

    @Test
    void hasAnotherHashWithAnotherNumber() {
        assertThat(report(figure("onHold.total", "25")).hash())
                .isNotEqualTo(report(figure("onHold.total", "24")).hash())
                .isEqualTo(report(figure("onHold.total", "25.00")).hash());
    }

    @Test
    void writesTextsAsRfc8785Does() {
        assertThat(report(figure("a\"b\\c\té\u0001/", "1")).canonical()).contains("{\"a\\\"b\\\\c\\té\\u0001/\":1}");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "1E+2, 100", "0.00, 0", "-3.10, -3.1", "0.05, 0.05", "999999999999999, 999999999999999"})
    void writesNumbersWithoutExponents(String value, String written) {
        assertThat(report(figure("n", value)).canonical()).contains("\"figures\":{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-7", "1234567890123456", "1E+15", "1E+21"})
    void hasNoNumbersThatOthersWouldWriteDifferently(String value) {
        assertThatThrownBy(() -> figure("n", value)).isInstanceOf(IllegalArgumentException.class);
    }
}
