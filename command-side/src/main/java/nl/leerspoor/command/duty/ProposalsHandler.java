package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.RETENTION_PROPOSALS;

import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.duty.DutyCommand.TellOfProposals;
import nl.leerspoor.command.retention.RetentionStream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.retention.RetentionEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Has the privacy officer of a region know that there are people to erase since their retention periods are over, and know
 * it once: one duty stands open until nobody is proposed any more. Who they are is asked of the reading side.
 */
@Component
class ProposalsHandler {

    private static final int MONTHS_TO_DECIDE = 1;

    private final DutyHandler duties;
    private final Repository<RetentionStream> rules;
    private final ClaimedKeys claims;

    ProposalsHandler(DutyHandler duties, Repository<RetentionStream> rules, ClaimedKeys claims) {
        this.duties = duties;
        this.rules = rules;
        this.claims = claims;
    }

    @CommandHandler
    void handle(TellOfProposals command, By by) {
        UUID region = Subject.proposals(command.region());
        if (command.proposals() == 0) {
            duties.end(RETENTION_PROPOSALS, region, command.effectiveOn(), by);
        } else if (!duties.isOpen(RETENTION_PROPOSALS, region)) {
            claims.holders(RetentionStream.inForce(command.region())).stream()
                    .sorted()
                    .findFirst()
                    .map(rule -> Streams.load(rules, rule)
                            .invoke(stream -> stream.timeline().recorded().getFirst()))
                    .ifPresent(rule -> duties.raise(raised(command, rule), by));
        }
    }

    private static DutyRaised raised(TellOfProposals command, Fact<RetentionEvent> rule) {
        return new DutyRaised(
                command.dutyId(),
                command.region(),
                command.effectiveOn(),
                RETENTION_PROPOSALS.name(),
                RETENTION_PROPOSALS.forRole(),
                command.effectiveOn().plusMonths(MONTHS_TO_DECIDE),
                false,
                rule.id(),
                Catalogue.nameOf(rule.event().getClass()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
