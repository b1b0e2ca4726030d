package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.Reading;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private final Reading reading = new Reading();

    @ParameterizedTest
    @ValueSource(strings = {"onHold", "F06", "F10", "F07,employers"})
    void whatCameAboutOnADayIsSplitByItsWeek(String figure) {
        assertThat(Parameters.wanted(reading, figure, "week").wants(Split.WEEK)).isTrue();
        assertThatCode(reading::check).doesNotThrowAnyException();
    }

    @Test
    void whatDidNotIsNamed() {
        Parameters.wanted(reading, "F12,onHold,leadTimes", "week,sector");

        assertThatThrownBy(reading::check)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(exception -> exception.problem().errors())
                .asInstanceOf(InstanceOfAssertFactories.list(InputError.class))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.parameter()).isEqualTo("by");
                    assertThat(error.detail().in(Locale.ENGLISH)).endsWith("no such day of F12, leadTimes.");
                });
    }

    @Test
    void ofAllFiguresThoseAreSplitByWeekThatCanBe() {
        assertThat(Parameters.wanted(reading, null, "week").figures()).containsExactlyInAnyOrder(Figure.values());
        assertThatCode(reading::check).doesNotThrowAnyException();
    }

    @Test
    void aSeriesAndADifferenceAreSplitOnlyWhenThatIsAsked() {
        assertThat(Parameters.wantedInSeries(reading, null, null).wants("sector"))
                .isFalse();
        assertThat(Parameters.wantedOfSums(reading, null, "sector").wants("sector"))
                .isTrue();
    }

    @Test
    void onlySumsHaveADifference() {
        assertThat(Parameters.wantedOfSums(reading, null, null).figures())
                .contains(Figure.SHORTAGE, Figure.WERKPROCESSEN, Figure.OUTCOMES)
                .doesNotContain(Figure.LEAD_TIMES);
    }
}
