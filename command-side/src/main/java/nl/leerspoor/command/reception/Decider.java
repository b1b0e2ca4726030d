package nl.leerspoor.command.reception;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.access.Permission;
import nl.leerspoor.platform.eventstore.Appends;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Problems;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has a command decided in the transaction at hand, and words the answer. */
@Component
public class Decider {

    private final CommandGateway commands;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Problems problems;

    Decider(CommandGateway commands, @Qualifier("commandJdbc") JdbcClient jdbc, JsonMapper json, Problems problems) {
        this.commands = commands;
        this.jdbc = jdbc;
        this.json = json;
        this.problems = problems;
    }

    /**
     * Decides a command and appends what follows.
     *
     * @param appends what the work at hand has appended so far
     * @throws ProblemException when the sender wants another version, or an id for a new thing that is taken: then
     *                          everything is to be rolled back
     */
    public Outcome decide(Submission<?> submission, Appends appends) {
        var message =
                new GenericCommandMessage<>(submission.command(), by(submission).metadata(submission.at()));
        Outcome outcome = appends.during(() -> commands.sendAndWait(Permission.askedBy(submission.sender(), message)));
        requireFreeId(outcome);
        checkVersion(outcome, submission);
        return outcome;
    }

    /** The answer has nothing of what the id was given to, such as its version: it may be anything, and anybody's. */
    private static void requireFreeId(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.refusal() == CommonRefusal.ID_IN_USE) {
            throw new ProblemException(Failures.conflict(refused.refusal(), Map.of()));
        }
    }

    private static By by(Submission<?> submission) {
        return new By(
                submission.sender().subject(),
                // in which of their roles they act is seen when it is decided that they may
                "",
                submission.sender().organisation(),
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

    /**
     * The answer to a command that came in at an address, if it did; a new thing can be read below it.
     *
     * @param newest the position of the newest event of this transaction, or empty when it has appended none
     */
    public Answer answer(Outcome outcome, OptionalLong newest, Submission<?> submission, String path) {
        return switch (outcome) {
            case Outcome.Refused refused ->
                new Answer(
                        RefusalKinds.of(refused.refusal()).status().value(),
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        json.writeValueAsString(problems.json(
                                Failures.conflict(refused.refusal(), refused.details()), submission.locale())),
                        etag(refused.versionBefore()),
                        null,
                        submission.locale().toLanguageTag(),
                        false);
            case Outcome.Recorded recorded -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", recorded.id());
                body.put("version", recorded.version());
                body.put("position", newest.orElseGet(this::head));
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

    /** The position of the newest event of the store. */
    private long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static String etag(long version) {
        return version < 0 ? null : "\"" + version + "\"";
    }
}
