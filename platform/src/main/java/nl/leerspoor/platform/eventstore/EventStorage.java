package nl.leerspoor.platform.eventstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.eventstore.Appends.Append;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's event storage, one statement a stream to read and one to append, however many events. It appends in the
 * transaction at hand. Readers of all events follow the {@link EventTail}; there are no snapshots.
 */
public final class EventStorage extends AbstractEventStorageEngine {

    private static final String COLUMNS = """
            insert into eventstore.domain_event_entry
                   (type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                    payload_revision, payload, meta_data)
            values\s""";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final TransactionManager transactions;

    EventStorage(
            JdbcClient jdbc, Serializer serializer, EventUpcasterChain upcasters, TransactionManager transactions) {
        super(new Parts(serializer, upcasters));
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private static final class Parts extends Builder {

        private Parts(Serializer serializer, EventUpcasterChain upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcasters);
            persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
        }
    }

    /** Writes what was held back, in its order. From here to the commit all other appends wait. */
    public void write(Appends appends) {
        List<Append> held = List.copyOf(appends.held());
        appends.written(held.isEmpty() ? List.of() : insert(held));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<Append> appended =
                events.stream().map(event -> append(event, serializer)).toList();
        Optional<Appends> work = Appends.current();
        if (work.isPresent() && work.get().areHeldBack()) {
            work.get().hold(appended);
        } else {
            List<Long> positions = insert(appended);
            work.ifPresent(appends -> appends.written(positions));
        }
    }

    private List<Long> insert(List<Append> appends) {
        String sql = COLUMNS + String.join(", ", Collections.nCopies(appends.size(), ROW)) + " returning global_index";
        List<Object> values = new ArrayList<>();
        appends.forEach(append -> values.addAll(values(append.row())));
        try {
            return transactions.fetchInTransaction(
                    () -> jdbc.sql(sql).params(values).query(Long.class).list());
        } catch (DataAccessException failure) {
            handlePersistenceException(failure, appends.getFirst().message());
            throw failure;
        }
    }

    private static List<Object> values(DomainEventData<byte[]> row) {
        SerializedObject<byte[]> payload = row.getPayload();
        return List.of(
                row.getType(),
                row.getAggregateIdentifier(),
                row.getSequenceNumber(),
                row.getEventIdentifier(),
                DateTimeUtils.formatInstant(row.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                row.getMetaData().getData());
    }

    private static Append append(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("An event of no stream: " + message.getIdentifier());
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new Append(
                event,
                new GenericDomainEventEntry<>(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getIdentifier(),
                        event.getTimestamp(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        payload.getData(),
                        event.serializeMetaData(serializer, byte[].class).getData()));
    }

    /** What is stored of a stream and what is held back of it; a stream that is held back from its beginning is not stored. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long from) {
        List<DomainEventData<byte[]>> held =
                Appends.current().map(work -> work.held(stream, from)).orElse(List.of());
        boolean whole = !held.isEmpty() && held.getFirst().getSequenceNumber() == from;
        return Stream.concat(whole ? Stream.of() : stored(stream, from).stream(), held.stream());
    }

    private List<? extends DomainEventData<?>> stored(String stream, long from) {
        return jdbc.sql(StoredEvents.SELECT
                        + "where aggregate_identifier = ? and sequence_number >= ? order by sequence_number")
                .params(stream, from)
                .query(StoredEvents::row)
                .list();
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(TrackingToken after, boolean mayBlock) {
        throw new UnsupportedOperationException("All events are read along the tail");
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("There are no snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }
}
