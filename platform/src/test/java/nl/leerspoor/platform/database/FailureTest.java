package nl.leerspoor.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is tried again, and what parks an event. */
class FailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08003", "08006", "25P03", "40001", "40P01", "42501", "42703", "42P01", "53100", "53300", "55P03",
                "57014", "57P01", "58030"
            })
    void whatThePassingOfTimeOrAnOperatorMendsIsTriedAgain(String state) {
        assertThat(Failure.isPassing(wrapped(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"22003", "22021", "22P02", "42804", "42P18", "55000", "23502", "23505", "23514", "23P01", "P0001"
            })
    void whatIsTheFaultOfTheEventParksIt(String state) {
        assertThat(Failure.isPassing(wrapped(new SQLException("", state)))).isFalse();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTriedAgain() {
        assertThat(Failure.isPassing(new CannotGetJdbcConnectionException("no connection")))
                .isTrue();
        assertThat(Failure.isPassing(new CannotCreateTransactionException("no transaction")))
                .isTrue();
        assertThat(Failure.isPassing(new DataAccessResourceFailureException("no resource")))
                .isTrue();
        assertThat(Failure.isPassing(wrapped(new SQLException("without a state"))))
                .isTrue();
    }

    @Test
    void anExceptionOfTheCodeParksItWithItsInnermostClassAndNoMessage() {
        var failure = new IllegalStateException("outer", new NullPointerException("zacharias-verzonnen"));

        assertThat(Failure.isPassing(failure)).isFalse();
        assertThat(Failure.of(failure)).isEqualTo(new Failure("java.lang.NullPointerException", null));
        assertThat(Failure.of(wrapped(new SQLException("zacharias-verzonnen", "23514"))))
                .isEqualTo(new Failure("java.sql.SQLException", "23514"));
    }

    private static RuntimeException wrapped(SQLException failure) {
        return new UncategorizedSQLException("a batch", "insert", failure);
    }
}
