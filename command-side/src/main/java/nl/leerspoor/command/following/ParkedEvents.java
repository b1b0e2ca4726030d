package nl.leerspoor.command.following;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.platform.database.Failure;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the events were followed, and which of them were parked because nothing could be made to follow from them.
 * Later events of the same stream wait behind the first; everything else goes on.
 */
@Component("eventsParkedByFollower")
class ParkedEvents {

    private final JdbcClient jdbc;
    private final String follower;

    ParkedEvents(@Qualifier("commandJdbc") JdbcClient jdbc, Effects effects) {
        this.jdbc = jdbc;
        this.follower = effects.name();
    }

    /** Up to which position all was followed or parked. Until the transaction ends nobody else follows anything. */
    long lockFollowed() {
        jdbc.sql("insert into command.followed (follower, position) values (:follower, 0) on conflict do nothing")
                .param("follower", follower)
                .update();
        return jdbc.sql("select position from command.followed where follower = :follower for update")
                .param("follower", follower)
                .query(Long.class)
                .single();
    }

    void followed(long position) {
        jdbc.sql("update command.followed set position = :position where follower = :follower")
                .param("position", position)
                .param("follower", follower)
                .update();
    }

    /** The streams with parked events, the longest waiting first. */
    List<UUID> streams() {
        return jdbc.sql("""
                        select stream_id from command.parked_event
                         where follower = :follower group by stream_id order by min(position)""").param("follower", follower).query(UUID.class).list();
    }

    /**
     * The streams whose first parked event is to be tried again: one minute after the first attempt, and twice as long
     * after each, up to about four hours.
     */
    List<UUID> due() {
        return jdbc.sql("""
                        select stream_id
                          from (select distinct on (stream_id) stream_id, position, attempts, tried_at
                                  from command.parked_event where follower = :follower
                                 order by stream_id, position) first
                         where tried_at < now() - interval '1 minute' * (2 ^ least(attempts - 1, 8))
                         order by position""").param("follower", follower).query(UUID.class).list();
    }

    /** The positions of the parked events of a stream, in their order. */
    List<Long> of(UUID stream) {
        return jdbc.sql("""
                        select position from command.parked_event
                         where follower = :follower and stream_id = :stream order by position""")
                .param("follower", follower)
                .param("stream", stream)
                .query(Long.class)
                .list();
    }

    void park(TrackedEventMessage<?> message, Failure failure) {
        jdbc.sql("""
                        insert into command.parked_event
                               (follower, position, stream_id, event_id, event_name, cause, sql_state, attempts)
                        values (:follower, :position, :stream, :event, :name, :cause, :sqlState, :attempts)""")
                .param("follower", follower)
                .param("position", message.trackingToken().position().orElseThrow())
                .param("stream", streamOf(message))
                .param("event", UUID.fromString(message.getIdentifier()))
                .param("name", Catalogue.nameOf(message.getPayloadType()))
                .param("cause", failure.type())
                .param("sqlState", failure.sqlState())
                .param("attempts", failure.type() == null ? 0 : 1)
                .update();
    }

    /** Whether the event at a position waits still; another node may have followed it. */
    boolean isParked(long position) {
        return jdbc.sql("""
                        select exists(select from command.parked_event
                                       where follower = :follower and position = :position)""")
                .param("follower", follower)
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** Notes at a parked event that nothing could be made to follow from it again. */
    void failedAgain(long position, Failure failure) {
        jdbc.sql("""
                        update command.parked_event
                           set attempts = attempts + 1, cause = :cause, sql_state = :sqlState, tried_at = now()
                         where follower = :follower and position = :position""")
                .param("cause", failure.type())
                .param("sqlState", failure.sqlState())
                .param("follower", follower)
                .param("position", position)
                .update();
    }

    /** Lets go of a parked event, which was followed. */
    void release(long position) {
        jdbc.sql("delete from command.parked_event where follower = :follower and position = :position")
                .param("follower", follower)
                .param("position", position)
                .update();
    }

    static UUID streamOf(TrackedEventMessage<?> message) {
        return UUID.fromString(((DomainEventMessage<?>) message).getAggregateIdentifier());
    }
}
