package nl.leerspoor.command.access;

import java.util.Map;
import java.util.Optional;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Reach;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Job;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.access.Target;
import nl.leerspoor.platform.access.Verdict;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Stands before every command handler. What nobody in a role of theirs may do with anything is refused before anything is
 * loaded; what they may do with other things is answered as if this one didn't exist. The role that permits it becomes
 * the role in the metadata. Streams that are loaded for the question are those that the handler gets.
 */
@Component
public final class Permission implements MessageHandlerInterceptor<CommandMessage<?>>, SmartInitializingSingleton {

    private static final String SENDER = "sender";
    private static final String NAME = "recordedBy";
    private static final String ROLE = "role";

    private final CommandBus commands;
    private final Targets targets;

    Permission(CommandBus commands, Targets targets) {
        this.commands = commands;
        this.targets = targets;
    }

    /** The command as somebody asks it. */
    public static <C> CommandMessage<C> askedBy(Identity sender, CommandMessage<C> command) {
        return command.andMetaData(Map.of(SENDER, sender));
    }

    /** Refuses what nobody in any role of theirs may do with anything. */
    public static void require(Identity sender, Action action) {
        if (AccessPolicy.decide(sender, action, Target.NOWHERE) == Verdict.REFUSED) {
            throw new ProblemException(HttpProblem.FORBIDDEN.problem());
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        commands.registerHandlerInterceptor(this);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain handler) throws Exception {
        CommandMessage<?> message = work.getMessage();
        Command command = (Command) message.getPayload();
        Action action = action(command.getClass());
        if (!(message.getMetaData().get(SENDER) instanceof Identity sender)) {
            requireJob(message.getMetaData().get(NAME), action);
            return handler.proceed();
        }
        require(sender, action);
        Optional<Role> role = AccessPolicy.permitting(sender, action, targets.of(command));
        if (role.isEmpty()) {
            return answerAsAbsent(sender, command, work, handler);
        }
        Reach.in(sender.regions()).limit(work);
        work.transformMessage(
                allowed -> allowed.andMetaData(Map.of(ROLE, role.get().name())));
        return handler.proceed();
    }

    /** The action that a command is. */
    static Action action(Class<?> command) {
        return Action.ofCommand(command.getSimpleName())
                .orElseThrow(() -> new IllegalStateException(
                        "The table of who may what has no row for " + command.getSimpleName()));
    }

    private static void requireJob(Object name, Action action) {
        if (!Job.named(String.valueOf(name)).filter(job -> job.may(action)).isPresent()) {
            throw new ProblemException(HttpProblem.FORBIDDEN.problem());
        }
    }

    /** Who makes a new thing of something that is out of reach hears from its handler that there is no such thing. */
    private Object answerAsAbsent(
            Identity sender, Command command, UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain handler)
            throws Exception {
        if (!(command instanceof Command.Creation creation)) {
            throw new AggregateNotFoundException(command.target().toString(), "Out of reach");
        }
        if (!sender.regions().contains(creation.region())) {
            throw new ProblemException(
                    HttpProblem.FORBIDDEN.saying("Dit mag niet in deze regio.", "You may not do this in this region."));
        }
        Reach.in(sender.regions())
                .without(Targets.madeOf(creation)
                        .orElseThrow(() -> new ProblemException(HttpProblem.FORBIDDEN.problem())))
                .limit(work);
        Object outcome = handler.proceed();
        if (!(outcome instanceof Outcome.Refused)) {
            throw new IllegalStateException("A new thing was made of one that is out of reach");
        }
        return outcome;
    }
}
