package nl.leerspoor.command.reception;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.platform.http.Problem;

/**
 * How one command fared, as a timer {@code leerspoor.command} and as a span: which command, how it ended, with which
 * code; every lost race is counted as {@code leerspoor.command.retry}. Never what was in it.
 */
final class CommandObservation implements AutoCloseable {

    /** How a command may end. */
    private enum Ending {
        RECORDED,
        /** A rule said no. */
        REFUSED,
        /** It had been answered before under its key. */
        REPLAYED,
        /** Nothing was decided. */
        FAILED
    }

    private static final String NO_CODE = "none";
    private static final Observation.Event RETRY = Observation.Event.of("retry");

    private final Observation observation;
    private final Observation.Scope scope;
    private Ending ending = Ending.FAILED;
    private String code = NO_CODE;

    private CommandObservation(Observation observation) {
        this.observation = observation;
        this.scope = observation.openScope();
    }

    static CommandObservation begin(ObservationRegistry registry, Command command) {
        String name = command.getClass().getSimpleName();
        return new CommandObservation(Observation.createNotStarted("leerspoor.command", registry)
                .contextualName("decide " + name)
                .lowCardinalityKeyValue("command", name)
                .start());
    }

    void recorded() {
        ending = Ending.RECORDED;
    }

    void refused(Refusal refusal) {
        ending = Ending.REFUSED;
        code = refusal.name();
    }

    void replayed() {
        ending = Ending.REPLAYED;
    }

    /** Whatever was decided is undone. */
    void undone() {
        ending = Ending.FAILED;
        code = NO_CODE;
    }

    /** What a rule says before there is anything to keep, such as that an id is taken, is a refusal, too. */
    void failed(Problem problem) {
        code = problem.kind().code();
        ending = code.equals(CommonRefusal.ID_IN_USE.name()) ? Ending.REFUSED : Ending.FAILED;
    }

    /** Somebody else was first, and it is decided again. */
    void lostRace() {
        observation.event(RETRY);
    }

    @Override
    public void close() {
        observation.lowCardinalityKeyValue("outcome", ending.name()).lowCardinalityKeyValue("code", code);
        scope.close();
        observation.stop();
    }
}
