package nl.leerspoor.query.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** All figures for a region and a pair of dates, from one and the same state of the views. */
@Component
class Figures {

    private static final List<Counting> COUNTINGS = List.of(
            Definitions.CANDIDATES,
            Definitions.TRAJECTORIES,
            Definitions.VERKLARINGEN,
            Definitions.SUPERVISORS,
            Definitions.TRAININGS,
            Definitions.LEERBEDRIJVEN,
            Definitions.PRAKTIJKOVEREENKOMSTEN);

    /** Everything by which some figure can be split. */
    static final Set<String> SPLITS = new TreeSet<>(Stream.concat(
                    COUNTINGS.stream().flatMap(Counting::splits), Stream.of("outcome", "moment", "cause", "reason"))
            .toList());

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    Figures(
            @Qualifier("queryJdbc") JdbcClient jdbc,
            @Qualifier("queryTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The figures by their names.
     *
     * @param region empty for everything, in which each person counts once
     * @param splits the splits to give; empty for all
     */
    Map<String, Map<String, Object>> answer(Optional<String> region, TwoClocks clocks, Optional<Set<String>> splits) {
        return snapshot.execute(status -> {
            Question question = new Question(jdbc, region, clocks);
            Sheet sheet = new Sheet(splits);
            count(sheet, question);
            Durations.fill(sheet, question);
            Measures.fill(sheet, question);
            return sheet.figures();
        });
    }

    private static void count(Sheet sheet, Question question) {
        Definitions.CANDIDATES.fill(sheet, question, question.candidates(), "count(distinct person_id)");
        Definitions.TRAJECTORIES.fill(sheet, question, question.trajectories(), question.people());
        Definitions.VERKLARINGEN.fill(sheet, question, question.ofTrajectories("verklaring_period"), "count(*)");
        Definitions.SUPERVISORS.fill(sheet, question, question.supervisors(), "count(*)");
        Definitions.TRAININGS.fill(sheet, question, question.trainings(), "count(*)");
        Definitions.LEERBEDRIJVEN.fill(sheet, question, question.leerbedrijven(), "count(*)");
        Definitions.PRAKTIJKOVEREENKOMSTEN.fill(
                sheet, question, question.ofTrajectories("praktijkovereenkomst_period"), "count(*)");
    }
}
