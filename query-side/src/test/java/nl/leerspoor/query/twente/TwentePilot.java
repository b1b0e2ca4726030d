package nl.leerspoor.query.twente;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.query.projection.Period;
import nl.leerspoor.query.question.TwoClocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the Twente pilot as events in their streams, folded in memory for any pair of dates. */
public final class TwentePilot {

    private static final Path SCENARIO = Path.of("../standalone/src/main/resources/twente/twente-scenario.ndjson");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TwentePilot PILOT = new TwentePilot();

    private final Map<UUID, List<Fact<Event>>> streams = new LinkedHashMap<>();

    private TwentePilot() {
        var events = new TwenteEvents();
        try (Stream<String> lines = Files.lines(SCENARIO, StandardCharsets.UTF_8)) {
            lines.map(JSON::readTree).forEach(line -> add(line, events));
        } catch (IOException e) {
            throw new UncheckedIOException("The scenario can't be read", e);
        }
    }

    /** The states of all subjects of one kind on a day, as they were known at the end of that same day. */
    public static <E extends Event, S> List<S> on(String day, Class<E> family, Period.Evolution<E, S> evolution) {
        return on(day, day, family, evolution);
    }

    /** The states of all subjects of one kind on {@code validOn}, as they were known at the end of {@code knownOn}. */
    public static <E extends Event, S> List<S> on(
            String validOn, String knownOn, Class<E> family, Period.Evolution<E, S> evolution) {
        LocalDate day = LocalDate.parse(validOn);
        return known(LocalDate.parse(knownOn), family).stream()
                .flatMap(facts -> Period.of(facts, evolution).stream())
                .filter(period -> period.contains(day))
                .map(Period::state)
                .toList();
    }

    /** The id of something that the scenario names, such as the trajectory of {@code K009}. */
    public static UUID id(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static <E extends Event> List<List<Fact<E>>> known(LocalDate knownOn, Class<E> family) {
        Instant end = knownOn.plusDays(1).atStartOfDay(TwoClocks.ZONE).toInstant();
        return PILOT.streams.values().stream()
                .filter(facts -> family.isInstance(facts.getFirst().event()))
                .map(facts -> facts.stream()
                        .filter(fact -> fact.recordedAt().isBefore(end))
                        .map(fact -> new Fact<>(
                                fact.id(),
                                fact.version(),
                                fact.recordedAt(),
                                fact.recordedBy(),
                                family.cast(fact.event())))
                        .toList())
                .toList();
    }

    private void add(JsonNode line, TwenteEvents events) {
        UUID eventId = id("event", line.path("seq").asString());
        events.of(line, eventId).ifPresent(located -> {
            List<Fact<Event>> stream = streams.computeIfAbsent(located.stream(), id -> new ArrayList<>());
            stream.add(new Fact<>(
                    eventId,
                    stream.size(),
                    recordedAt(line),
                    line.path("recordedBy").asString(),
                    located.event()));
        });
    }

    private static Instant recordedAt(JsonNode line) {
        return LocalDate.parse(line.path("recordedOn").asString())
                .atTime(9, 0)
                .atZone(TwoClocks.ZONE)
                .toInstant()
                .plusSeconds(line.path("seq").asInt());
    }
}
