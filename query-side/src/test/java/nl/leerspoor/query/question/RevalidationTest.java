package nl.leerspoor.query.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevalidationTest {

    @Test
    void everyNodeGivesTheSameTagForTheSameQuestion() {
        assertThat(Revalidation.weakTag(17, EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), Optional.of("AM05"), null))
                .isEqualTo("W/\"17-%08x\"", "[[MONDAY, SUNDAY], Optional[AM05], null]".hashCode());
    }

    @Test
    void anotherPositionOrQuestionHasAnotherTag() {
        String tag = Revalidation.weakTag(17, DayOfWeek.MONDAY);

        assertThat(Revalidation.weakTag(18, DayOfWeek.MONDAY)).isNotEqualTo(tag);
        assertThat(Revalidation.weakTag(17, DayOfWeek.TUESDAY)).isNotEqualTo(tag);
    }
}
