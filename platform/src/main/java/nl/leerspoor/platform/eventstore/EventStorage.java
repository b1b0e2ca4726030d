package nl.leerspoor.platform.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.leerspoor.platform.eventstore.Appends.Append;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.EventRow;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's event storage, one statement a stream to read and one to append, however many events. It appends in the
 * transaction at hand. Readers of all events follow the {@link EventTail}; there are no snapshots.
 */
public final class EventStorage extends AbstractEventStorageEngine {

    /** Events and their authentication codes in one, so that codes cost no round trip while others wait. */
    private static final String APPEND = """
            with codes as (
                insert into eventstore.event_mac (event_id, mac)
                select * from unnest(cast(? as uuid[]), cast(? as bytea[])))
            insert into eventstore.domain_event_entry
                   (type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                    payload_revision, payload, meta_data)
            select type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                   payload_revision, payload, meta_data
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                          cast(? as text[]), cast(? as text[]), cast(? as bytea[]), cast(? as bytea[]))
                   with ordinality
                   as event (type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                             payload_revision, payload, meta_data, place)
             order by place
            returning global_index""";

    private final JdbcClient jdbc;
    private final TransactionManager transactions;
    private final Optional<AuthenticationKeys> keys;

    EventStorage(
            JdbcClient jdbc,
            Serializer serializer,
            EventUpcasterChain upcasters,
            TransactionManager transactions,
            Optional<AuthenticationKeys> keys) {
        super(new Parts(serializer, upcasters));
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
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
        List<DomainEventData<byte[]>> rows = appends.stream().map(Append::row).toList();
        List<EventRow> evidence = keys.isEmpty()
                ? List.of()
                : rows.stream().map(EventStorage::evidence).toList();
        try {
            return transactions.fetchInTransaction(() -> jdbc
                    .sql(APPEND)
                    .param(texts(evidence, EventRow::eventId))
                    .param(bytes(evidence, row -> keys.orElseThrow().code(row)))
                    .param(texts(rows, DomainEventData::getType))
                    .param(texts(rows, DomainEventData::getAggregateIdentifier))
                    .param(rows.stream().map(DomainEventData::getSequenceNumber).toArray(Long[]::new))
                    .param(texts(rows, DomainEventData::getEventIdentifier))
                    .param(texts(rows, row -> DateTimeUtils.formatInstant(row.getTimestamp())))
                    .param(texts(rows, row -> row.getPayload().getType().getName()))
                    .param(texts(rows, row -> row.getPayload().getType().getRevision()))
                    .param(bytes(rows, row -> row.getPayload().getData()))
                    .param(bytes(rows, row -> row.getMetaData().getData()))
                    .query(Long.class)
                    .stream()
                    .sorted()
                    .toList());
        } catch (DataAccessException failure) {
            handlePersistenceException(failure, refused(failure, appends).message());
            throw failure;
        }
    }

    /** The event whose place in its stream is taken; of a failure that names none, the first. */
    private static Append refused(DataAccessException failure, List<Append> appends) {
        String detail =
                failure.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                        ? cause.getServerErrorMessage().getDetail()
                        : null;
        return appends.stream()
                .filter(append -> detail != null
                        && detail.contains("(%s, %d)"
                                .formatted(
                                        append.row().getAggregateIdentifier(),
                                        append.row().getSequenceNumber())))
                .findFirst()
                .orElse(appends.getFirst());
    }

    private static <R> String[] texts(List<R> rows, Function<R, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <R> byte[][] bytes(List<R> rows, Function<R, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    /** The row as its code is over it; its position is not drawn yet. */
    private static EventRow evidence(DomainEventData<byte[]> row) {
        SerializedObject<byte[]> payload = row.getPayload();
        return new EventRow(
                0,
                row.getEventIdentifier(),
                row.getAggregateIdentifier(),
                row.getSequenceNumber(),
                row.getType(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                row.getMetaData().getData(),
                DateTimeUtils.formatInstant(row.getTimestamp()));
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
        List<? extends DomainEventData<?>> stored = whole ? List.of() : stored(stream, from);
        if (!held.isEmpty()
                && !stored.isEmpty()
                && stored.getLast().getSequenceNumber() >= held.getFirst().getSequenceNumber()) {
            throw new ConcurrencyException("Somebody else appended to " + stream + " since it was read");
        }
        return Stream.concat(stored.stream(), held.stream());
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
