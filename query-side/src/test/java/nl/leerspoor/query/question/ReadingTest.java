package nl.leerspoor.query.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.ProblemException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final Clock LATE_IN_THE_EVENING = Clock.fixed(Instant.parse("2020-06-30T22:30:00Z"), ZoneOffset.UTC);

    private final Reading reading = new Reading();

    @Nested
    class TheTwoClocks {

        @Test
        void areTodayInTheNetherlandsAndEverythingByDefault() {
            TwoClocks clocks = reading.twoClocks(null, null, LATE_IN_THE_EVENING);

            assertThat(clocks.validOn()).isEqualTo(LocalDate.of(2020, 7, 1));
            assertThat(clocks.known()).isEmpty();
        }

        @Test
        void takeAKnowledgeDateToItsEndInTheNetherlands() {
            assertThat(reading.known("2020-11-01").orElseThrow().at())
                    .isEqualTo(Instant.parse("2020-11-01T22:59:59.999999Z"));
            assertThat(reading.known("2020-06-30").orElseThrow().at())
                    .isEqualTo(Instant.parse("2020-06-30T21:59:59.999999Z"));
        }

        @Test
        void takeAMomentAsItIs() {
            assertThat(reading.known("2020-11-01T12:00:00+01:00").orElseThrow().at())
                    .isEqualTo(Instant.parse("2020-11-01T11:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2020-02-30", "01-11-2020", "2020-11-01T25:00:00Z", "0001-01-01", "99999-01-01"})
        void refuseWhatIsNoDate(String text) {
            reading.twoClocks(text, text, LATE_IN_THE_EVENING);

            assertThat(faults()).extracting(InputError::parameter).containsExactly("validOn", "knownOn");
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        reading.code("region", "AM99", CodeList.REGIONS);
        reading.someOf("by", "sector,shoeSize", List.of("sector"));
        reading.minPosition("-1");
        reading.paging("nonsense", "201");

        assertThat(faults())
                .extracting(InputError::parameter)
                .containsExactly("region", "by", "minPosition", "cursor", "limit");
    }

    @Test
    void whatIsLeftOutIsNoFault() {
        assertThat(reading.code("region", null, CodeList.REGIONS)).isEmpty();
        assertThat(reading.minPosition(null)).isZero();
        assertThat(reading.paging(null, null).cursor()).isEmpty();
        reading.check();
    }

    private List<InputError> faults() {
        var faults = new ArrayList<InputError>();
        assertThatThrownBy(reading::check)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> faults.addAll(e.problem().errors()));
        return faults;
    }
}
