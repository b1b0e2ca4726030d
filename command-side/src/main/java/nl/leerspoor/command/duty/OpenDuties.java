package nl.leerspoor.command.duty;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.platform.eventstore.AppendOrder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which duties stand open, by what they are about, and which event discharged the others. Written in the transaction of
 * the duty's events, when it is that transaction's turn to append: people and the administration itself may discharge a
 * duty at once, and the latter does so when it has appended for another.
 */
@Component
class OpenDuties {

    private final ClaimedKeys claims;
    private final JdbcClient jdbc;

    OpenDuties(ClaimedKeys claims, @Qualifier("commandJdbc") JdbcClient jdbc) {
        this.claims = claims;
        this.jdbc = jdbc;
    }

    /** The duties of a kind that stand open for a subject, in a fixed order. */
    List<UUID> of(DutyKind kind, UUID subject) {
        return sorted(open(kind, subject));
    }

    /** The duties that an event discharged, in a fixed order. */
    List<UUID> dischargedBy(UUID eventId) {
        return sorted(discharged(eventId));
    }

    void open(DutyRaised duty) {
        AppendOrder.await(jdbc);
        DutyKind kind = DutyKind.of(duty);
        kind.subjectsOf(duty)
                .forEach(subject ->
                        claims.take(open(kind, subject), duty.dutyId().toString(), duty.dutyId()));
    }

    /** Open again after all. */
    void reopen(DutyRaised duty, UUID retracted) {
        AppendOrder.await(jdbc);
        claims.release(discharged(retracted), duty.dutyId().toString());
        open(duty);
    }

    void close(DutyRaised duty) {
        AppendOrder.await(jdbc);
        DutyKind kind = DutyKind.of(duty);
        kind.subjectsOf(duty)
                .forEach(subject ->
                        claims.release(open(kind, subject), duty.dutyId().toString()));
    }

    void close(DutyRaised duty, UUID by) {
        close(duty);
        claims.take(discharged(by), duty.dutyId().toString(), duty.dutyId());
    }

    private List<UUID> sorted(String scope) {
        return claims.holders(scope).stream().sorted().toList();
    }

    private static String open(DutyKind kind, UUID subject) {
        return "open-duty/" + kind + "/" + subject;
    }

    private static String discharged(UUID eventId) {
        return "discharged-by/" + eventId;
    }
}
