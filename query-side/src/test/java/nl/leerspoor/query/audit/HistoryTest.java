package nl.leerspoor.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.projection.EventLog.Entry;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HistoryTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Entry opened = entry(0, "TrajectoryOpened", "2020-01-06", "2020-01-06T08:00:00Z", "");
    private final Entry started = entry(1, "TrajectoryStarted", "2020-02-03", "2020-02-03T08:00:00Z", "");
    private final Entry late = entry(2, "CandidateOnHold", "2020-01-20", "2020-02-10T08:00:00Z", "");
    private final Entry retraction = entry(
            3,
            "CandidateHoldRetracted",
            "2020-01-20",
            "2020-02-11T08:00:00Z",
            ",\"retractsEventId\":\"%s\",\"alsoRetracts\":[]".formatted(late.id()));
    private final Entry correction = entry(
            4,
            "TrajectoryStartCorrected",
            "2020-02-03",
            "2020-02-12T08:00:00Z",
            ",\"correctsEventId\":\"%s\",\"newStart\":\"2020-01-13\"".formatted(started.id()));

    private final List<Entry> entries = List.of(opened, started, late, retraction, correction);

    @Test
    void inTheOrderOfRecordingNothingMoves() {
        assertThat(told(History.Order.RECORDED))
                .extracting(HistoryEntry::version)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void inEffectiveOrderLateAndRedatedFactsStandOnTheirDay() {
        assertThat(told(History.Order.EFFECTIVE))
                .extracting(HistoryEntry::version)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(told(History.Order.EFFECTIVE).get(1).holdsOn()).isEqualTo(LocalDate.of(2020, 1, 13));
        assertThat(told(History.Order.EFFECTIVE).get(1).effectiveOn()).isEqualTo(LocalDate.of(2020, 2, 3));
    }

    @Test
    void aRetractedFactNamesItsRetractionAndTheOtherWayRound() {
        assertThat(told(History.Order.RECORDED).get(2).retractedBy()).isEqualTo(retraction.id());
        assertThat(told(History.Order.RECORDED).get(3).retracts()).containsExactly(late.id());
    }

    @Test
    void aCorrectedFactNamesItsCorrectionAndTheOtherWayRound() {
        assertThat(told(History.Order.RECORDED).get(1).correctedBy()).containsExactly(correction.id());
        assertThat(told(History.Order.RECORDED).get(4).corrects()).isEqualTo(started.id());
    }

    @Test
    void whatWasEnteredAfterTheKnowledgeDateIsNotToldNorWhatItDid() {
        List<HistoryEntry> told = History.of(
                entries,
                Optional.of(new Known("2020-02-10", Instant.parse("2020-02-10T22:59:59.999999Z"))),
                History.Order.RECORDED,
                Map.of());

        assertThat(told).hasSize(3);
        assertThat(told.get(2).retractedBy()).isNull();
    }

    private List<HistoryEntry> told(History.Order order) {
        return History.of(entries, Optional.empty(), order, Map.of());
    }

    private static Entry entry(int version, String name, String effectiveOn, String recordedAt, String more) {
        return new Entry(
                100 + version,
                new UUID(1, version),
                "trajectory." + name,
                1,
                version,
                JSON.readTree("{\"effectiveOn\":\"%s\"%s}".formatted(effectiveOn, more)),
                JSON.readTree("{\"recordedAt\":\"%s\",\"recordedBy\":\"testwerkcoach\"}".formatted(recordedAt)));
    }
}
