package nl.leerspoor.command.reception;

import io.micrometer.observation.ObservationRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Problems;
import nl.leerspoor.platform.http.Text;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final Problems problems;
    private final ApplicationEventPublisher publisher;
    private final ObservationRegistry observations;

    Reception(
            Receipts receipts,
            CommandGateway commands,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            @Qualifier("commandJdbc") JdbcClient jdbc,
            JsonMapper json,
            Problems problems,
            ApplicationEventPublisher publisher,
            ObservationRegistry observations) {
        this.receipts = receipts;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.json = json;
        this.problems = problems;
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
                Problem problem = problem(failure);
                if (!isRace(failure) || attempt == ATTEMPTS) {
                    observation.failed(problem);
                    throw new ProblemException(problem);
                }
            }
            observation.lostRace();
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 200)));
        }
    }

    /** Whether somebody else was first, so that the command is to be decided again on what they left. */
    private static boolean isRace(RuntimeException failure) {
        return !(failure instanceof ProblemException)
                && !Outage.isBehind(failure)
                && (Outage.isLostRace(failure)
                        || failure instanceof ConcurrencyException
                        || failure instanceof AggregateStreamCreationException
                        || failure instanceof LockAcquisitionFailedException);
    }

    private static Problem problem(RuntimeException failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case RuntimeException e when Outage.isBehind(e) -> HttpProblem.UNAVAILABLE.problem();
            case AggregateNotFoundException e ->
                HttpProblem.NOT_FOUND.saying(
                        "Er bestaat niets met het id in dit adres.", "There is nothing with the id in this address.");
            case AggregateStreamCreationException e -> conflict(CommonRefusal.ID_IN_USE, Map.of());
            case RuntimeException e when isRace(e) -> HttpProblem.CONCURRENT_CHANGE.problem();
            default -> throw failure;
        };
    }

    private Answer once(Submission<?> submission, String path, CommandObservation observation) {
        Optional<Receipts.Receipt> earlier =
                receipts.open(submission.client(), submission.key(), submission.fingerprint());
        if (earlier.isPresent()) {
            observation.replayed();
            return repeat(earlier.get(), submission);
        }
        Outcome outcome = commands.sendAndWait(
                new GenericCommandMessage<>(submission.command(), by(submission).metadata(submission.at())));
        checkVersion(outcome, submission);
        switch (outcome) {
            case Outcome.Recorded recorded -> observation.recorded();
            case Outcome.Refused refused -> observation.refused(refused.refusal());
        }
        Answer answer = answer(outcome, submission, path);
        receipts.close(submission.client(), submission.key(), answer);
        return answer;
    }

    private static Answer repeat(Receipts.Receipt receipt, Submission<?> submission) {
        if (!Arrays.equals(receipt.fingerprint(), submission.fingerprint())) {
            throw new ProblemException(HttpProblem.IDEMPOTENCY_KEY_REUSED.problem());
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
        long version = outcome.versionBefore();
        if (submission.ifMatch() != null && !submission.ifMatch().matches(version)) {
            throw new ProblemException(
                    version < 0
                            ? HttpProblem.STALE_VERSION.saying("Dit bestond nog niet.", "This did not exist yet.")
                            : HttpProblem.STALE_VERSION.saying(
                                    "De versie is nu \"" + version + "\".", "The version is \"" + version + "\" now."));
        }
    }

    private Answer answer(Outcome outcome, Submission<?> submission, String path) {
        return switch (outcome) {
            case Outcome.Refused refused ->
                new Answer(
                        HttpStatus.CONFLICT.value(),
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        json.writeValueAsString(
                                problems.json(conflict(refused.refusal(), refused.details()), submission.locale())),
                        etag(refused.versionBefore()),
                        null,
                        submission.locale().toLanguageTag(),
                        false);
            case Outcome.Recorded recorded -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", recorded.id());
                body.put("version", recorded.version());
                body.put("position", position());
                body.putAll(recorded.result());
                boolean creation = submission.command() instanceof Command.Creation;
                yield new Answer(
                        HttpStatus.CREATED.value(),
                        MediaType.APPLICATION_JSON_VALUE,
                        json.writeValueAsString(body),
                        etag(recorded.version()),
                        creation && path != null ? path + "/" + recorded.id() : null,
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

    private static Problem conflict(Refusal refusal, Map<String, ?> details) {
        return new Problem(RefusalKinds.of(refusal), specifics(refusal, details), List.of(), details);
    }

    /** The title, with what the rule told about this case. */
    private static Text specifics(Refusal refusal, Map<String, ?> details) {
        String told = details.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .sorted()
                .collect(Collectors.joining(", ", " (", ")"));
        return details.isEmpty()
                ? new Text(refusal.dutch(), refusal.english())
                : new Text(refusal.dutch() + told, refusal.english() + told);
    }
}
