package nl.leerspoor.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ByTest {

    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2020-03-25T23:30:00Z");

    private static final By BY = new By(
            "test-werkcoach-1", "WERKCOACH", "SWB", "correlation", "causation", "command", "API", LATE_IN_THE_EVENING);

    @Nested
    class TheMetadataOfAnEvent {

        @Test
        void isWhatTheContractOfTheEventsNamesAndNoMore() {
            assertThat(BY.metadata(LATE_IN_THE_EVENING))
                    .containsOnlyKeys(
                            "recordedAt",
                            "recordedBy",
                            "role",
                            "organisation",
                            "correlationId",
                            "causationId",
                            "commandId",
                            "source");
        }

        @Test
        void carriesEverythingOfItsSender() {
            assertThat(By.of(BY.metadata(LATE_IN_THE_EVENING))).isEqualTo(BY);
        }

        @Test
        void isNeverIncomplete() {
            Map<String, String> incomplete = new LinkedHashMap<>(BY.metadata(LATE_IN_THE_EVENING));
            incomplete.remove("recordedBy");

            assertThatThrownBy(() -> By.of(incomplete)).hasMessageContaining("recordedBy");
        }
    }

    @Nested
    class TheDayOfRecording {

        @Test
        void isTheDayInTheNetherlands() {
            assertThat(BY.today()).isEqualTo(LocalDate.of(2020, 3, 26));
        }

        @Test
        void allowsFactsUpToTheDayAfterIt() {
            assertThat(BY.isFactual(LocalDate.of(2019, 9, 1))).isTrue();
            assertThat(BY.isFactual(LocalDate.of(2020, 3, 27))).isTrue();
            assertThat(BY.isFactual(LocalDate.of(2020, 3, 28))).isFalse();
        }
    }
}
