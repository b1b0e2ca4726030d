package nl.leerspoor.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.Redating;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * The part of an aggregate that Axon sees: it keeps the timeline of its stream and publishes what a decision accepts.
 * A subclass adds one command handler per command and one event sourcing handler.
 *
 * @param <E> the events of the stream
 * @param <S> the state that they make
 */
public abstract class Stream<E extends Event, S> {

    @AggregateIdentifier
    private UUID id;

    private Timeline<E, S> timeline;
    private Instant lastRecordedAt = Instant.MIN;

    protected Stream(S beginning, Timeline.Evolution<E, S> evolution) {
        this.timeline = Timeline.empty(beginning, evolution);
    }

    /** The facts so far. */
    public Timeline<E, S> timeline() {
        return timeline;
    }

    /** The state on the effective date of a command, which is what it is decided on. */
    public S on(LocalDate day) {
        return timeline.on(day);
    }

    /** Where it lies, which no stream ever leaves. */
    public String region() {
        return timeline.recorded().getFirst().event().region();
    }

    /** The version of the stream: the place of its last event, or -1 when it has none. */
    public long version() {
        return timeline.recorded().size() - 1L;
    }

    /** Decides on the state of the command's effective date, and publishes what is accepted. */
    protected Outcome decide(Command command, By by, Function<S, Decision<E>> decision) {
        return publish(decision.apply(on(command.effectiveOn())), by);
    }

    /** Publishes what a decision accepts, unless a fact that was recorded earlier can't live with it. */
    public Outcome publish(Decision<E> decision, By by) {
        long before = version();
        return switch (check(decision, by)) {
            case Decision.Rejected<E> rejected -> new Outcome.Refused(before, rejected.refusal(), rejected.details());
            case Decision.Accepted<E> accepted -> {
                accepted.events().forEach(event -> apply(event, MetaData.from(by.metadata(nextRecording(by)))));
                yield new Outcome.Recorded(id, before, version(), Map.of());
            }
        };
    }

    /**
     * The decision, or a refusal when it dates a fact in the future or when a fact that was recorded earlier can't live
     * with it. Publishes nothing: a handler checks all its decisions before it publishes the first.
     */
    public Decision<E> check(Decision<E> decision, By by) {
        return decision.then(events -> {
            if (!events.stream().flatMap(Stream::dates).allMatch(by::isFactual)) {
                return Decision.rejected(CommonRefusal.EFFECTIVE_DATE_IN_FUTURE);
            }
            return conflict(events).map(Stream::conflictWith).orElse(decision);
        });
    }

    private static java.util.stream.Stream<LocalDate> dates(Event event) {
        return event instanceof Redating redating
                ? java.util.stream.Stream.of(event.effectiveOn(), redating.correctedDate())
                : java.util.stream.Stream.of(event.effectiveOn());
    }

    /** The refusal of what a fact that was recorded earlier can't live with. */
    protected static <E extends Event> Decision<E> conflictWith(Fact<E> fact) {
        return Decision.rejected(CommonRefusal.CONFLICTS_WITH_LATER_FACT, describe(fact));
    }

    private Optional<Fact<E>> conflict(List<E> events) {
        Optional<Fact<E>> conflict = timeline.conflictWith(events);
        conflict.filter(fact -> fact.version() > version()).ifPresent(fact -> {
            throw new IllegalStateException("A decision accepted what its own state machine calls impossible: "
                    + Catalogue.nameOf(fact.event().getClass()));
        });
        return conflict;
    }

    private static Map<String, ?> describe(Fact<?> fact) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("eventId", fact.id());
        details.put("event", Catalogue.nameOf(fact.event().getClass()));
        details.put("effectiveOn", fact.effectiveOn());
        return details;
    }

    /** Recorded times never decrease within a stream, whatever the clock of a node says. */
    private Instant nextRecording(By by) {
        Instant next = lastRecordedAt.equals(Instant.MIN) ? Instant.MIN : lastRecordedAt.plus(1, ChronoUnit.MICROS);
        Instant now = by.at().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(next) ? now : next;
    }

    /** Takes one event into the timeline; to be called by the event sourcing handler of the subclass. */
    protected void append(UUID stream, E event, EventMessage<?> message) {
        id = stream;
        lastRecordedAt = Instant.parse(message.getMetaData().get("recordedAt").toString());
        timeline = timeline.plus(new Fact<>(
                UUID.fromString(message.getIdentifier()),
                timeline.recorded().size(),
                lastRecordedAt,
                message.getMetaData().get("recordedBy").toString(),
                event));
    }
}
