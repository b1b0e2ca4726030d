package nl.leerspoor.command.reception;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.command.By;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where commands come in. Receipt, append and answer are one transaction: a command is decided once under its key, and
 * what was acknowledged is stored. A race that another node won is decided again, from the start.
 */
@Component
public class Reception {

    private static final int ATTEMPTS = 5;

    private final Receipts receipts;
    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;

    Reception(
            Receipts receipts,
            CommandGateway commands,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            @Qualifier("commandJdbc") JdbcClient jdbc,
            JsonMapper json,
            ApplicationEventPublisher publisher) {
        this.receipts = receipts;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.json = json;
        this.publisher = publisher;
    }

    /** Decides a command, or gives the answer that was given before under the same key. */
    public Answer receive(Submission<?> submission) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = transaction.execute(status -> once(submission));
                if (!answer.replayed() && answer.isSuccess()) {
                    publisher.publishEvent(new Appended());
                }
                return answer;
            } catch (AggregateStreamCreationException taken) {
                if (attempt == ATTEMPTS) {
                    throw new ProblemException(conflict(CommonRefusal.ID_IN_USE));
                }
            } catch (ConcurrencyException | DeadlockException | TransientDataAccessException race) {
                if (attempt == ATTEMPTS) {
                    throw new ProblemException(Problem.of(
                            HttpStatus.CONFLICT,
                            "CONCURRENT_CHANGE",
                            "Iemand anders wijzigde dit tegelijk. Probeer het opnieuw.",
                            "Somebody else changed this at the same time. Try again."));
                }
            } catch (AggregateNotFoundException absent) {
                throw new ProblemException(
                        Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "Dit bestaat niet.", "There is no such thing."));
            }
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 200)));
        }
    }

    private Answer once(Submission<?> submission) {
        Optional<Receipts.Receipt> earlier =
                receipts.open(submission.client(), submission.key(), submission.fingerprint());
        if (earlier.isPresent()) {
            return repeat(earlier.get(), submission);
        }
        Outcome outcome = commands.sendAndWait(
                new GenericCommandMessage<>(submission.command(), by(submission).metadata(submission.at())));
        checkVersion(outcome, submission);
        Answer answer = answer(outcome, submission);
        receipts.close(submission.client(), submission.key(), answer);
        return answer;
    }

    private static Answer repeat(Receipts.Receipt receipt, Submission<?> submission) {
        if (!Arrays.equals(receipt.fingerprint(), submission.fingerprint())) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    "Deze Idempotency-Key is al gebruikt voor een ander verzoek.",
                    "This Idempotency-Key was used for another request."));
        }
        return receipt.answer();
    }

    private static By by(Submission<?> submission) {
        return new By(
                submission.actor().name(),
                submission.actor().role(),
                submission.actor().organisation(),
                submission.correlationId() == null ? submission.key() : submission.correlationId(),
                submission.key(),
                submission.key(),
                submission.source(),
                submission.at());
    }

    private static void checkVersion(Outcome outcome, Submission<?> submission) {
        if (submission.ifMatch() != null && submission.ifMatch() != outcome.versionBefore()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "STALE_VERSION",
                    "Dit is intussen gewijzigd. Lees het opnieuw.",
                    "This has changed in the meantime. Read it again."));
        }
    }

    private Answer answer(Outcome outcome, Submission<?> submission) {
        return switch (outcome) {
            case Outcome.Refused refused ->
                new Answer(
                        HttpStatus.CONFLICT.value(),
                        "application/problem+json",
                        json.writeValueAsString(
                                conflict(refused.refusal(), refused.details()).json(submission.locale())),
                        etag(refused.versionBefore()),
                        null,
                        false);
            case Outcome.Recorded recorded -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", recorded.id());
                body.put("version", recorded.version());
                body.put("position", position());
                body.putAll(recorded.result());
                yield new Answer(
                        HttpStatus.CREATED.value(),
                        "application/json",
                        json.writeValueAsString(body),
                        etag(recorded.version()),
                        null,
                        false);
            }
        };
    }

    /** The position of the newest event of this transaction, or of the store when it appended none. */
    private long position() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static String etag(long version) {
        return version < 0 ? null : "\"" + version + "\"";
    }

    private static Problem conflict(Refusal refusal) {
        return conflict(refusal, Map.of());
    }

    private static Problem conflict(Refusal refusal, Map<String, ?> details) {
        return new Problem(HttpStatus.CONFLICT, refusal.name(), refusal.dutch(), refusal.english(), List.of(), details);
    }
}
