package nl.leerspoor.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event of an older revision takes every step to the present one, and each is a rule of its own. */
class StepsTest {

    private static final String ATTENDANCE = "trajectory.AttendanceRegistered";

    @Nested
    class OfAnEvent {

        @Test
        void areTakenFromTheRevisionThatWasStored() {
            assertThat(Steps.ofTheCatalogue().from(ATTENDANCE, "1"))
                    .extracting(Step::from)
                    .containsExactly(1);
        }

        @ParameterizedTest
        @CsvSource({
            "trajectory.AttendanceRegistered, 2",
            "trajectory.AttendanceRegistered, 3",
            "trajectory.AttendanceRegistered, 0",
            "trajectory.AttendanceRegistered,",
            "trajectory.CandidateOnHold, 1",
            "trajectory.CandidateVanished, 1"
        })
        void areNoneFromAPresentOrUnknownRevision(String name, String revision) {
            assertThat(Steps.ofTheCatalogue().from(name, revision)).isEmpty();
        }

        @Test
        void mayNotBeForgotten() {
            assertThatThrownBy(() -> new Steps(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(ATTENDANCE);
        }

        @Test
        void areTakenOnce() {
            assertThatThrownBy(() -> new Steps(List.of(step(ATTENDANCE, 1), step(ATTENDANCE, 1))))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void endAtThePresentRevision() {
            assertThatThrownBy(() -> new Steps(List.of(step(ATTENDANCE, 1), step(ATTENDANCE, 2))))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void areOfEventsThatExist() {
            assertThatThrownBy(() -> new Steps(List.of(step(ATTENDANCE, 1), step("trajectory.CandidateVanished", 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("trajectory.CandidateVanished");
        }

        private static Step step(String event, int from) {
            return new Step(event, from, UnaryOperator.identity());
        }
    }

    @Nested
    class AnAttendance {

        @ParameterizedTest
        @CsvSource({"2020-W10, 2020, 10", "2020-W01, 2020, 1", "2020-W53, 2020, 53"})
        void hasTheYearOfItsWeekApart(String isoWeek, int year, int week) {
            assertThat(next(Map.of("isoWeek", isoWeek, "region", "AM05")))
                    .isEqualTo(Map.of("weekYear", year, "week", week, "region", "AM05"));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "2020-10", "2020-W10-1"})
        void withoutAWeekIsAnError(String isoWeek) {
            Map<String, Object> event = new HashMap<>();
            event.put("isoWeek", isoWeek);
            assertThatThrownBy(() -> next(event)).isInstanceOf(IllegalArgumentException.class);
        }

        private static Map<String, Object> next(Map<String, Object> event) {
            return Steps.ofTheCatalogue()
                    .from(ATTENDANCE, "1")
                    .getFirst()
                    .change()
                    .apply(event);
        }
    }
}
