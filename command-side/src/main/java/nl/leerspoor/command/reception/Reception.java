package nl.leerspoor.command.reception;

import io.micrometer.observation.ObservationRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.Appends;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where commands come in. Receipt, append and answer are one transaction: a command is decided once under its key, and
 * what was acknowledged is stored. A race that another node won is decided again, from the start.
 */
@Component
public class Reception {

    private static final int ATTEMPTS = 5;

    private final Receipts receipts;
    private final Decider decider;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final ObservationRegistry observations;

    Reception(
            Receipts receipts,
            Decider decider,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher,
            ObservationRegistry observations) {
        this.receipts = receipts;
        this.decider = decider;
        this.transaction = new TransactionTemplate(transactionManager);
        this.publisher = publisher;
        this.observations = observations;
    }

    /** Decides a command, or gives the answer that was given before under the same key. */
    public Answer receive(Submission<?> submission) {
        return receive(submission, null);
    }

    /**
     * The same for a command that came in at an address; a new thing can be read below it.
     *
     * @throws ProblemException when there is nothing to store and answer again: nothing was recorded
     */
    Answer receive(Submission<?> submission, String path) {
        try (var observation = CommandObservation.begin(observations, submission.command())) {
            return receive(submission, path, observation);
        }
    }

    private Answer receive(Submission<?> submission, String path, CommandObservation observation) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = transaction.execute(status -> once(submission, path, observation));
                if (!answer.replayed() && answer.isSuccess()) {
                    publisher.publishEvent(new Appended());
                }
                return answer;
            } catch (RuntimeException failure) {
                observation.undone();
                Problem problem = Failures.problem(failure);
                if (!Failures.isRace(failure) || attempt == ATTEMPTS) {
                    observation.failed(problem);
                    throw new ProblemException(problem);
                }
            }
            observation.lostRace();
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 200)));
        }
    }

    private Answer once(Submission<?> submission, String path, CommandObservation observation) {
        Optional<Receipts.Receipt> earlier =
                receipts.open(submission.client(), submission.key(), submission.fingerprint());
        if (earlier.isPresent()) {
            observation.replayed();
            return repeat(earlier.get(), submission);
        }
        Appends appends = Appends.writtenAtOnce();
        Outcome outcome = decider.decide(submission, appends);
        switch (outcome) {
            case Outcome.Recorded recorded -> observation.recorded();
            case Outcome.Refused refused -> observation.refused(refused.refusal());
        }
        Answer answer = decider.answer(outcome, appends.positionOf(appends.count()), submission, path);
        receipts.close(submission.client(), submission.key(), answer);
        return answer;
    }

    private static Answer repeat(Receipts.Receipt receipt, Submission<?> submission) {
        if (!Arrays.equals(receipt.fingerprint(), submission.fingerprint())) {
            throw new ProblemException(HttpProblem.IDEMPOTENCY_KEY_REUSED.problem());
        }
        return receipt.answer();
    }
}
