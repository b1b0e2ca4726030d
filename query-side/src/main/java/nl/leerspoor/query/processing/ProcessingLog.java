package nl.leerspoor.query.processing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.personaldata.AppliedRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down who reads whose data, in the shape of the Logboek Dataverwerkingen: one line for each person, on disk before
 * the answer leaves. No line, no answer.
 */
@Component
public class ProcessingLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessingLog.class);

    private static final String INSERT = """
            insert into query.processing_log (trace_id, operation_id, name, status_code, start_time, end_time, resource,
                   processing_activity_id, data_subject_id, region, read_by, roles, organisation)
            select :trace, :operation, :name, 'OK', :start, :end, :resource, :activity, subject.person, subject.region,
                   :by, cast(:roles as text[]), :organisation
              from unnest(cast(:persons as uuid[]), cast(:regions as text[])) as subject (person, region)""";

    private final JdbcClient jdbc;
    private final AppliedRegister register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProcessingLog(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = new AppliedRegister(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Somebody whom an answer tells of. */
    public record Subject(UUID person, String region) {}

    /**
     * Reads, and gives what was read once it is written down.
     *
     * @param resource what was asked for, without anything that tells who somebody is
     * @param about    whom the answer tells of
     * @throws ProblemException 503 when it can't be written down, and as long as the shred register was not applied to the
     *                          database as it is
     */
    public <T> T reading(
            Identity who,
            Activity activity,
            String resource,
            Supplier<T> read,
            Function<T, ? extends Collection<Subject>> about) {
        Instant start = clock.instant();
        T answer = read.get();
        List<Subject> subjects = about.apply(answer).stream().distinct().toList();
        if (!subjects.isEmpty()) {
            write(who, activity, resource, subjects, start);
        }
        return answer;
    }

    private void write(Identity who, Activity activity, String resource, List<Subject> subjects, Instant start) {
        boolean nobodyIsBack;
        try {
            nobodyIsBack = transaction.execute(status -> {
                if (!register.isApplied()) {
                    return false;
                }
                // views need not wait for the disk; this has to
                jdbc.sql("set local synchronous_commit = on").update();
                insert(who, activity, resource, subjects, start);
                return true;
            });
        } catch (DataAccessException | TransactionException notWritten) {
            LOG.error("The processing log can't be written, so nobody gets an answer: {}", Failure.of(notWritten));
            throw new ProblemException(HttpProblem.UNAVAILABLE.saying(
                    "Wat er gelezen wordt, kan nu niet worden bijgehouden. Daarom wordt er niets getoond.",
                    "What is read can't be written down now. So nothing is shown."));
        }
        if (!nobodyIsBack) {
            LOG.error("The shred register was not applied since the database started, so nobody gets an answer:"
                    + " a command node does that");
            throw new ProblemException(HttpProblem.UNAVAILABLE.saying(
                    "Er is nog niet nagegaan wie gewist is sinds de database gestart is. Daarom wordt er niets getoond.",
                    "Who was erased has not been seen to since the database started. So nothing is shown."));
        }
    }

    private void insert(Identity who, Activity activity, String resource, List<Subject> subjects, Instant start) {
        jdbc.sql(INSERT)
                .param("trace", Objects.requireNonNullElse(MDC.get("traceId"), ""))
                .param("operation", Objects.requireNonNullElse(MDC.get("spanId"), ""))
                .param("name", activity.name())
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", clock.instant().atOffset(ZoneOffset.UTC))
                .param("resource", resource)
                .param("activity", activity.id())
                .param("by", who.subject())
                .param("roles", who.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("organisation", who.organisation())
                .param(
                        "persons",
                        subjects.stream()
                                .map(subject -> subject.person().toString())
                                .toArray(String[]::new))
                .param("regions", subjects.stream().map(Subject::region).toArray(String[]::new))
                .update();
    }
}
