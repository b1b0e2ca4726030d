package nl.leerspoor.query.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.question.KeptUntil;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.stereotype.Component;

/** By when the last of everything of a person is due. */
@Component
class KeptByRules implements KeptUntil {

    /** As far as it is known today, nothing changes after this day. */
    private static final TwoClocks AS_THINGS_STAND = new TwoClocks(LocalDate.of(2999, 12, 31), Optional.empty());

    private final ScopedViews views;

    KeptByRules(ScopedViews views) {
        this.views = views;
    }

    @Override
    public Optional<Until> of(Scope scope, UUID person) {
        String sql = ListQuestion.on(
                AS_THINGS_STAND,
                "select rule, due_on from (" + Overdue.KEPT + ") o where o.person_id = :person and o.is_over");
        return views.read(
                scope.beyondRegions(),
                jdbc -> AS_THINGS_STAND
                        .bind(jdbc.sql(sql))
                        .param("person", person)
                        .query((row, n) -> new Until(row.getString("rule"), row.getObject("due_on", LocalDate.class)))
                        .optional());
    }
}
