package nl.leerspoor.command.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.platform.access.Job;
import nl.leerspoor.platform.eventstore.Appended;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends commands on duties because a day came, in the name of {@link Job#DUTIES}. */
@Component
class DutyJobHandler {

    private final ObjectProvider<CommandGateway> commands;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    DutyJobHandler(
            ObjectProvider<CommandGateway> commands,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactionManager);
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Sends what is to be told today, in a transaction of its own. */
    void send(UUID occasion, Function<LocalDate, DutyCommand> today) {
        String id = occasion.toString();
        By by = new By(Job.DUTIES.subject(), "", "", id, id, id, "SYSTEM", clock.instant());
        transaction.executeWithoutResult(status -> commands.getObject()
                .sendAndWait(new GenericCommandMessage<>(today.apply(by.today()), by.metadata(by.at()))));
        publisher.publishEvent(new Appended());
    }
}
