package nl.leerspoor.command.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.privacy.PrivacyCommand.EraseAgain;
import nl.leerspoor.platform.access.Job;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.personaldata.AppliedRegister;
import nl.leerspoor.platform.personaldata.PersonKeys;
import nl.leerspoor.platform.personaldata.PersonalDataProperties;
import nl.leerspoor.platform.personaldata.ShredRegister;
import nl.leerspoor.platform.personaldata.ShredRegister.Erasure;
import nl.leerspoor.platform.personaldata.ShredRegisterRefused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the register of erasures before the port opens: whoever stands in it and has a key, since a backup from before
 * was restored or a commit failed after the line was written, is erased again. Key and events are one transaction, so
 * whose key is destroyed of them the history tells. The database may not know erasures that the register lacks: then it
 * is another register, and nobody could tell who else is missing in it.
 */
@Component
class ShredRegisterHandler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShredRegisterHandler.class);

    /** Another node may apply it at the same time. */
    private static final int ATTEMPTS = 5;

    private static final long PAUSE_MILLIS = 500;

    private final ShredRegister register;
    private final PersonalDataProperties settings;
    private final PersonKeys keys;
    private final ObjectProvider<CommandGateway> commands;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AppliedRegister known;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private volatile boolean applied;

    ShredRegisterHandler(
            ShredRegister register,
            PersonalDataProperties settings,
            @Qualifier("commandPersonKeys") PersonKeys keys,
            ObjectProvider<CommandGateway> commands,
            @Qualifier("commandJdbc") JdbcClient jdbc,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.register = register;
        this.settings = settings;
        this.keys = keys;
        this.commands = commands;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactionManager);
        this.known = new AppliedRegister(jdbc);
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws ShredRegisterRefused when the program may not open */
    @Override
    public void start() {
        apply();
        applied = true;
    }

    /**
     * Erases again whoever stands in the register and has a key, and says that this was done for the database as it is.
     *
     * @throws ShredRegisterRefused when it is not the register of this database, or can't be read or applied
     */
    void apply() {
        // before anything is looked at: what is restored meanwhile is another
        String incarnation = known.incarnation();
        // in this order: who is being erased by another node stands in the register first
        Set<UUID> erased = keys.destroyed();
        if (register.isKept() && !register.exists()) {
            found(erased);
        }
        List<Erasure> registered = register.read();
        requireAll(erased, registered);
        List<Erasure> brought = registered.stream()
                .filter(erasure -> !erased.contains(erasure.person()))
                .toList();
        brought.forEach(this::eraseAgain);
        if (!brought.isEmpty()) {
            LOG.warn("{} people were erased again, since the shred register has them", brought.size());
            publisher.publishEvent(new Appended());
        }
        known.isApplied(incarnation);
    }

    /** Whether it was applied since the database was started or restored. */
    boolean isApplied() {
        return known.isApplied();
    }

    @Override
    public void stop() {
        applied = false;
    }

    @Override
    public boolean isRunning() {
        return applied;
    }

    /** After commands can be handled, and before the port opens. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    private void found(Set<UUID> erased) {
        if (!settings.foundShredRegister() && !(settings.makeMissingKeys() && erased.isEmpty())) {
            throw new ShredRegisterRefused("There is no shred register in the folder that leerspoor.personal-data."
                    + "shred-register (LEERSPOOR_SHRED_REGISTER) names, and the database knows " + erased.size()
                    + " erasures: put the register back, or, where there never was one, begin it by starting once with"
                    + " LEERSPOOR_FOUND_SHRED_REGISTER=true.");
        }
        register.found(erased.isEmpty() ? List.of() : told());
    }

    /** The erasures that the history tells of, in its order, each person once. */
    private List<Erasure> told() {
        Set<UUID> people = new HashSet<>();
        List<Erasure> told = new ArrayList<>();
        jdbc
                .sql("""
                        select payload ->> 'personId' as person, payload ->> 'privacyCaseId' as case_id,
                               payload ->> 'effectiveOn' as effective_on, payload ->> 'legalBasis' as legal_basis
                          from (select global_index, convert_from(payload, 'UTF8')::jsonb as payload
                                  from eventstore.domain_event_entry
                                 where payload_type in ('candidate.PersonalDataErased', 'supervisor.PersonalDataErased',
                                                        'leerbedrijf.PersonalDataErased')) as erased
                         order by global_index""")
                .query((row, n) -> new Erasure(
                        UUID.fromString(row.getString("person")),
                        UUID.fromString(row.getString("case_id")),
                        LocalDate.parse(row.getString("effective_on")),
                        row.getString("legal_basis")))
                .list()
                .stream()
                .filter(erasure -> people.add(erasure.person()))
                .forEach(told::add);
        return told;
    }

    private void requireAll(Set<UUID> erased, List<Erasure> registered) {
        Set<UUID> known = registered.stream().map(Erasure::person).collect(Collectors.toSet());
        List<UUID> missing = erased.stream()
                .filter(person -> !known.contains(person))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        throw new ShredRegisterRefused(
                "The database knows " + missing.size() + " erasures that "
                        + (register.isKept() ? "the shred register lacks" : "no shred register has")
                        + ", the first of person " + missing.getFirst()
                        + ": set leerspoor.personal-data.shred-register (LEERSPOOR_SHRED_REGISTER) to the folder of the right one.");
    }

    private void eraseAgain(Erasure erasure) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> send(erasure));
                return;
            } catch (RuntimeException failure) {
                if (keys.destroyed().contains(erasure.person())) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    throw new ShredRegisterRefused(
                            "The shred register can't be applied: person " + erasure.person()
                                    + " can't be erased again ("
                                    + failure.getClass().getSimpleName() + ").",
                            failure);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private void send(Erasure erasure) {
        String decision = erasure.caseId().toString();
        By by = new By(Job.SHRED_REGISTER.subject(), "", "", decision, decision, decision, "SYSTEM", clock.instant());
        Object outcome = commands.getObject()
                .sendAndWait(new GenericCommandMessage<>(
                        new EraseAgain(erasure.caseId(), erasure.on(), erasure.person(), erasure.ground()),
                        by.metadata(by.at())));
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("Refused: " + refused.refusal().name());
        }
    }
}
