package nl.leerspoor.standalone.twente;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.following.Following;
import nl.leerspoor.command.reception.Answer;
import nl.leerspoor.command.reception.Fingerprints;
import nl.leerspoor.command.reception.Reception;
import nl.leerspoor.command.reception.Submission;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.figures.snapshot.Drafts;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty store with the Twente pilot. It does what its people did: it sends their commands through the command
 * side, each at the moment at which it was entered then. Every command has a key of its own, so that a loading which
 * was cut off goes on where it was, and one that is done changes nothing.
 */
@Component
@Order(1)
@ConditionalOnBooleanProperty("leerspoor.twente.load")
public class TwenteLoading implements ApplicationRunner {

    private static final String CLIENT = "twente-loader";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** As long as {@code Retry-After} says. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    static final int ATTEMPTS = 10;

    private final Reception reception;
    private final Following duties;
    private final Fingerprints fingerprints;
    private final Drafts drafts;
    private final JdbcClient jdbc;

    TwenteLoading(
            Reception reception,
            Following duties,
            Fingerprints fingerprints,
            Drafts drafts,
            @Qualifier("commandJdbc") JdbcClient jdbc) {
        this.reception = reception;
        this.duties = duties;
        this.fingerprints = fingerprints;
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!isLoaded()) {
            load();
        }
    }

    /**
     * Sends every command of the scenario, in order, and waits for the duties that they raise: all of them missed, and
     * none carried out.
     *
     * @throws ScenarioRefused when one is refused
     */
    public void load() {
        Scenario scenario = Scenario.read();
        ScenarioCommands commands = new ScenarioCommands(scenario, this::told);
        ProgressBar progress = new ProgressBar(
                System.out, "Loading the Twente pilot", scenario.facts().size());
        int done = 0;
        for (ScenarioFact fact : scenario.facts()) {
            commands.commandFor(fact).ifPresent(command -> send(fact, command));
            progress.at(++done);
        }
        if (!duties.awaitFollowed(newest(), PATIENCE)) {
            throw new IllegalStateException("The duties don't keep up with the events: see the log");
        }
    }

    /** The figures as known just before they were published. */
    private Report told(ScenarioFact fact) {
        return patiently(
                () -> drafts.tell(ScenarioFact.REGION, fact.date("peildatum"), knownBefore(fact))
                        .report(),
                BREATH);
    }

    private static Known knownBefore(ScenarioFact fact) {
        Instant moment = fact.recordedAt().minus(1, ChronoUnit.MICROS);
        return new Known(moment.toString(), moment);
    }

    private long newest() {
        return jdbc.sql("select max(global_index) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** The pilot's completion is the last fact; once it is stored, all others are. */
    private boolean isLoaded() {
        return jdbc.sql("""
                        select exists(select from eventstore.domain_event_entry
                                       where aggregate_identifier = :pilot
                                         and payload_type = 'pilot.RegionPilotCompleted')""")
                .param("pilot", PilotSteps.TWENTE.toString())
                .query(Boolean.class)
                .single();
    }

    private void send(ScenarioFact fact, Command command) {
        var submission = new Submission<>(
                command,
                CLIENT,
                fact.key(),
                fingerprints.of(command.getClass(), hash(command)),
                null,
                ScenarioActors.named(fact.recordedBy()),
                fact.recordedAt(),
                "IMPORT",
                null,
                Locale.ENGLISH);
        try {
            Answer answer = patiently(() -> reception.receive(submission), BREATH);
            if (!answer.isSuccess()) {
                throw new ScenarioRefused(fact, command, answer.body());
            }
        } catch (ProblemException e) {
            throw new ScenarioRefused(fact, command, e.problem().toString());
        }
    }

    /** Tries again what may succeed later: the database of a busy machine may step in now and then. */
    static <T> T patiently(Supplier<T> sending, Duration breath) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sending.get();
            } catch (ProblemException e) {
                if (e.problem().kind().status() != HttpStatus.SERVICE_UNAVAILABLE || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            LockSupport.parkNanos(breath.toNanos());
        }
    }

    private static byte[] hash(Command command) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(command.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
