package nl.leerspoor.command.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.imports.LineReceipts.Receipt;
import nl.leerspoor.command.reception.Answer;
import nl.leerspoor.command.reception.Decider;
import nl.leerspoor.command.reception.Failures;
import nl.leerspoor.command.reception.Fingerprints;
import nl.leerspoor.command.reception.Submission;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.Appends;
import nl.leerspoor.platform.eventstore.EventStorage;
import nl.leerspoor.platform.eventstore.StreamLocks;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Problems;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides lines in their order, many in one transaction, each behind a savepoint and with its receipt. Their events are
 * written at the end, so that other appends wait no longer than for that. A transaction that fails is decided again; fails
 * it twice, its lines are decided one by one, each in a transaction of its own.
 */
@Component
class Deciding {

    /** Lines of one transaction. */
    static final int MOST_LINES = 100;

    /** After this, lines wait for the next transaction: who wants the same streams or keys as these waits, or loses. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(250);

    private static final int ATTEMPTS_TOGETHER = 2;
    private static final int ATTEMPTS_ALONE = 5;

    private static final Problem AWAY = HttpProblem.UNAVAILABLE.saying(
            "De administratie is even niet bereikbaar. Wat beantwoord is, staat vast. Stuur het bestand nog eens met"
                    + " dezelfde sleutel.",
            "The administration is out of reach for a moment. What was answered is recorded. Send the file again with"
                    + " the same key.");

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final Decider decider;
    private final LineReceipts receipts;
    private final TransactionTemplate transaction;
    private final EventStorage events;
    private final Fingerprints fingerprints;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Problems problems;
    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;

    Deciding(
            Decider decider,
            LineReceipts receipts,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            EventStorage events,
            Fingerprints fingerprints,
            @Qualifier("commandJdbc") JdbcClient jdbc,
            Clock clock,
            Problems problems,
            JsonMapper json,
            ApplicationEventPublisher publisher) {
        this.decider = decider;
        this.receipts = receipts;
        this.transaction = new TransactionTemplate(transactionManager);
        this.events = events;
        this.fingerprints = fingerprints;
        this.jdbc = jdbc;
        this.clock = clock;
        this.problems = problems;
        this.json = json;
        this.publisher = publisher;
    }

    /** A line that was gone through. */
    private sealed interface Passed {

        /** Nothing of it is to be recorded. */
        record Answered(LineAnswer answer) implements Passed {}

        /**
         * Decided; it can be answered when the events are written.
         *
         * @param appended how many events this line and those before it appended
         */
        record Decided(Reading.Asked asked, Submission<?> submission, Outcome outcome, int appended)
                implements Passed {}
    }

    /**
     * Decides the first of some lines, one at least and {@link #MOST_LINES} at most, and answers them; what is answered
     * is stored.
     *
     * @throws ProblemException when the database is away or too busy: nothing of this was recorded
     */
    List<LineAnswer> decide(ImportKey key, List<Reading> lines) {
        for (int attempt = 1; attempt <= ATTEMPTS_TOGETHER && lines.size() > 1; attempt++) {
            try {
                return inOneTransaction(key, lines);
            } catch (RuntimeException failure) {
                LOG.debug("{} lines are decided again: {}", lines.size(), failure.toString());
                pause();
            }
        }
        return oneByOne(key, lines);
    }

    private List<LineAnswer> oneByOne(ImportKey key, List<Reading> lines) {
        List<LineAnswer> answers = new ArrayList<>();
        for (Reading line : lines) {
            try {
                answers.add(alone(key, line));
            } catch (ProblemException outage) {
                if (answers.isEmpty()) {
                    throw outage;
                }
                break;
            }
        }
        return answers;
    }

    private LineAnswer alone(ImportKey key, Reading line) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inOneTransaction(key, List.of(line)).getFirst();
            } catch (RuntimeException failure) {
                boolean race = Failures.isRace(failure) || failure instanceof DuplicateKeyException;
                if (!race || attempt == ATTEMPTS_ALONE) {
                    return answer(key, line.line(), problem(failure));
                }
            }
            pause();
        }
    }

    private static Problem problem(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            throw new ProblemException(AWAY);
        }
        try {
            return Failures.problem(failure);
        } catch (RuntimeException unexpected) {
            LOG.error("A line ended unexpectedly: {}", unexpected.getClass().getName(), unexpected);
            return HttpProblem.INTERNAL_ERROR.problem();
        }
    }

    private List<LineAnswer> inOneTransaction(ImportKey key, List<Reading> lines) {
        List<LineAnswer> answers = StreamLocks.without(() -> transaction.execute(status -> together(key, lines)));
        if (answers.stream().anyMatch(answer -> answer.isSuccess() && !answer.replayed())) {
            publisher.publishEvent(new Appended());
        }
        return answers;
    }

    private List<LineAnswer> together(ImportKey key, List<Reading> lines) {
        long began = System.nanoTime();
        Map<Integer, Receipt> earlier =
                receipts.find(key, lines.getFirst().line(), lines.getLast().line());
        Appends appends = Appends.heldBack();
        List<Passed> decided = new ArrayList<>();
        jdbc.sql("savepoint line").update();
        for (Reading line : lines) {
            decided.add(
                    switch (line) {
                        case Reading.Faulty faulty -> new Passed.Answered(answer(key, faulty.line(), faulty.problem()));
                        case Reading.Asked asked ->
                            earlier.containsKey(asked.line())
                                    ? new Passed.Answered(repeat(key, asked, earlier.get(asked.line())))
                                    : first(key, asked, appends);
                    });
            if (System.nanoTime() - began > LONG_ENOUGH.toNanos()) {
                break;
            }
        }
        events.write(appends);
        return keep(key, decided, appends);
    }

    /** Answers lines, now that it is known where their events came, and keeps the new answers. */
    private List<LineAnswer> keep(ImportKey key, List<Passed> decided, Appends appends) {
        List<Receipt> fresh = new ArrayList<>();
        List<LineAnswer> answers = new ArrayList<>();
        for (Passed line : decided) {
            answers.add(
                    switch (line) {
                        case Passed.Answered answered -> answered.answer();
                        case Passed.Decided first -> {
                            Answer answer = decider.answer(
                                    first.outcome(), appends.positionOf(first.appended()), first.submission(), null);
                            var told = new LineAnswer(first.asked().line(), answer.status(), answer.body(), false);
                            fresh.add(new Receipt(first.submission().fingerprint(), told));
                            yield told;
                        }
                    });
        }
        receipts.keep(key, fresh);
        return answers;
    }

    private LineAnswer repeat(ImportKey key, Reading.Asked line, Receipt receipt) {
        return Arrays.equals(receipt.fingerprint(), fingerprint(line))
                ? receipt.answer()
                : answer(key, line.line(), HttpProblem.IDEMPOTENCY_KEY_REUSED.problem());
    }

    /** Decides a line for the first time. Any failure that is not of this line alone ends the transaction. */
    private Passed first(ImportKey key, Reading.Asked line, Appends appends) {
        int before = appends.count();
        jdbc.sql("release savepoint line; savepoint line").update();
        try {
            Submission<?> submission = submission(key, line);
            Outcome outcome = decider.decide(submission, appends);
            return new Passed.Decided(line, submission, outcome, appends.count());
        } catch (AggregateNotFoundException | ProblemException failure) {
            jdbc.sql("rollback to savepoint line").update();
            appends.backTo(before);
            return new Passed.Answered(answer(key, line.line(), Failures.problem(failure)));
        }
    }

    private Submission<?> submission(ImportKey key, Reading.Asked line) {
        return new Submission<>(
                line.command(),
                key.client(),
                key.commandId(line.line()).toString(),
                fingerprint(line),
                null,
                key.sender(),
                clock.instant(),
                "IMPORT",
                key.key(),
                key.locale());
    }

    private byte[] fingerprint(Reading.Asked line) {
        return fingerprints.of(line.command().getClass(), line.fingerprint());
    }

    private LineAnswer answer(ImportKey key, int line, Problem problem) {
        return new LineAnswer(
                line,
                problem.kind().status().value(),
                json.writeValueAsString(problems.json(problem, key.locale())),
                false);
    }

    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 200)));
    }
}
