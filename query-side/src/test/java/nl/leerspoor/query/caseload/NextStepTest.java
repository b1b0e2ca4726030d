package nl.leerspoor.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.leerspoor.query.caseload.NextStep.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trajectory waits for. */
class NextStepTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # status,    planned, agreement, missing,        agreed, mastered,confirmed,verklaring,next
            REGISTERED,  false,            , '',             '',     '',     '',                  , ASSESS_SUITABILITY
            NOT_SUITABLE,false,            , '',             '',     '',     '',                  , REFER
            SUITABLE,    true,             , '',             '',     '',     '',                  , FIND_PLACE
            MATCHED,     true,             , '',             'A B',  '',     '',                  , DRAW_UP_PRAKTIJKOVEREENKOMST
            MATCHED,     true,    DRAFTED,   'SCHOOL',       'A B',  '',     '',                  , COLLECT_SIGNATURES
            CONTRACTED,  false,   ACTIVE,    '',             'A B',  '',     '',                  , PLAN_START
            CONTRACTED,  true,    ACTIVE,    '',             'A B',  '',     '',                  , START
            IN_PROGRESS, true,    ACTIVE,    '',             'A B',  '',     '',                  , JUDGE_WERKPROCES
            IN_PROGRESS, true,    ACTIVE,    '',             'A B',  'A',    '',                  , CONFIRM_WERKPROCES
            IN_PROGRESS, true,    ACTIVE,    '',             'A B',  'A B',  'A B',               , COMPLETE
            COMPLETED,   true,    ENDED,     '',             'A B',  'A B',  'A B',               , DRAW_UP_VERKLARING
            COMPLETED,   true,    ENDED,     '',             'A B',  'A B',  'A B',     SIGNED    , APPROVE_VERKLARING
            COMPLETED,   true,    ENDED,     '',             'A B',  'A B',  'A B',     APPROVED  , HAND_OVER_VERKLARING
            COMPLETED,   true,    ENDED,     '',             'A B',  'A B',  'A B',     ISSUED    , NONE
            STOPPED,     true,    DISSOLVED, '',             'A B',  '',     '',                  , NONE
            STOPPED,     true,    DISSOLVED, '',             'A B',  'A',    'A',                 , DRAW_UP_VERKLARING
            REFERRED,    false,            , '',             '',     '',     '',                  , NONE
            """)
    void followsFromHowItStands(
            String status,
            boolean planned,
            String agreement,
            String missing,
            String agreed,
            String mastered,
            String confirmed,
            String verklaring,
            NextStep next) {
        assertThat(NextStep.of(new Situation(
                        status,
                        false,
                        planned,
                        agreement,
                        codes(missing),
                        codes(agreed),
                        codes(mastered),
                        codes(confirmed),
                        verklaring)))
                .isEqualTo(next);
    }

    @Test
    void aHoldComesFirst() {
        assertThat(NextStep.of(
                        new Situation("SUITABLE", true, true, null, List.of(), List.of(), List.of(), List.of(), null)))
                .isEqualTo(NextStep.RESUME);
    }

    private static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
