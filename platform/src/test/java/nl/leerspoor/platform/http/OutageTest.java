package nl.leerspoor.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL state tells what happened, whatever was wrapped around it. */
class OutageTest {

    private static Throwable wrapped(String state) {
        return new IllegalStateException("an identifier is in use", new RuntimeException(new SQLException("", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53300", "55P03", "57014", "57P01", "25P03"})
    void aDatabaseThatIsAwayOrTookTooLongIsAnOutage(String state) {
        assertThat(Outage.isBehind(wrapped(state))).isTrue();
        assertThat(Outage.isLostRace(wrapped(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aTransactionThatLostIsARace(String state) {
        assertThat(Outage.isLostRace(wrapped(state))).isTrue();
        assertThat(Outage.isBehind(wrapped(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "25P02"})
    void aMistakeOfOursIsNeither(String state) {
        assertThat(Outage.isBehind(wrapped(state))).isFalse();
        assertThat(Outage.isLostRace(wrapped(state))).isFalse();
    }

    @Test
    void aPoolWithoutAConnectionIsAnOutage() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLTransientConnectionException("time-out", "28000"))))
                .isTrue();
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("closed"))))
                .isTrue();
    }

    @Test
    void whatHasNothingToDoWithTheDatabaseIsNoOutage() {
        assertThat(Outage.isBehind(new IllegalStateException())).isFalse();
    }
}
