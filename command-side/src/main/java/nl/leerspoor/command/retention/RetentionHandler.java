package nl.leerspoor.command.retention;

import static nl.leerspoor.command.retention.RetentionRefusal.RETENTION_RULE_IN_FORCE_ALREADY;

import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.retention.RetentionCommand.ConfirmRetentionRule;
import nl.leerspoor.command.retention.RetentionCommand.EndRetentionRule;
import nl.leerspoor.command.retention.RetentionRule.InForce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Has each rule be in force in a region once at most. */
@Component
class RetentionHandler {

    private final Repository<RetentionStream> rules;
    private final ClaimedKeys claims;

    RetentionHandler(Repository<RetentionStream> rules, ClaimedKeys claims) {
        this.rules = rules;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(ConfirmRetentionRule command, By by) {
        Aggregate<RetentionStream> rule = Streams.create(rules, command.target(), RetentionStream::new);
        RetentionRule state = rule.invoke(stream -> stream.timeline().latest());
        return Joint.by(by)
                .with(rule, Keeping.confirm(state, command))
                .claiming(
                        claims,
                        RetentionStream.inForce(command.region()),
                        command.rule(),
                        command.target(),
                        RETENTION_RULE_IN_FORCE_ALREADY)
                .record();
    }

    @CommandHandler
    Outcome handle(EndRetentionRule command, By by) {
        Aggregate<RetentionStream> rule = Streams.load(rules, command.target());
        RetentionRule state = rule.invoke(stream -> stream.on(command.effectiveOn()));
        return Joint.by(by)
                .with(rule, Keeping.end(state, command))
                .releasing(() -> release(state))
                .record();
    }

    private void release(RetentionRule state) {
        if (state instanceof InForce rule) {
            claims.release(RetentionStream.inForce(rule.region()), rule.rule());
        }
    }
}
