package nl.leerspoor.query.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.leerspoor.platform.personaldata.Envelope;
import nl.leerspoor.platform.personaldata.Opened;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonOpening.Opener;
import nl.leerspoor.platform.personaldata.Place;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.VersionTables;
import nl.leerspoor.query.projection.VersionTables.Kept;
import nl.leerspoor.query.projection.Views;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks, each time that it is asked, whether anything of a person can still be read or found. */
@Component
class Sweep {

    /** One place where something could be left. */
    @Schema(name = "ErasureCheck", description = "Een plaats waar iets achtergebleven kon zijn")
    record Check(
            @Schema(description = "Waar", example = "EVENTS")
            Where where,

            @Schema(description = "Hoeveel er bekeken is", example = "4")
            long looked,

            @Schema(description = "Hoeveel daarvan nog te lezen of te vinden is", example = "0")
            long left) {

        /** The places, each with what could be left there. */
        @Schema(
                name = "ErasurePlace",
                description = "KEY: de sleutel. EVENTS: wat in gebeurtenissen verzegeld is en nog opengaat."
                        + " SEARCH_WORDS: overzichten waarin nog op de naam gezocht kan worden")
        enum Where {
            KEY,
            EVENTS,
            SEARCH_WORDS
        }
    }

    private static final String WORDS_IN = """
            select count(*) as looked, count(*) filter (where coalesce(to_jsonb(r) -> 'name_words', '[]') <> '[]'
                       or to_jsonb(r) ->> 'duplicate_key' is not null) as left_over
              from %s r where r.person_id = :person""";

    private static final String WORDS_BESIDE = """
            select count(*) as looked, count(w.row_id) as left_over
              from %s r left join %s w on w.row_id = r.row_id where r.person_id = :person""";

    private final PersonOpening opening;
    private final EventLog log;
    private final VersionTables tables;
    private final JdbcClient jdbc;

    Sweep(PersonOpening opening, EventLog log, VersionTables tables, @Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.opening = opening;
        this.log = log;
        this.tables = tables;
        this.jdbc = jdbc;
    }

    private record Count(long looked, long left) {

        private Count plus(Count other) {
            return new Count(looked + other.looked, left + other.left);
        }

        private Check at(Check.Where where) {
            return new Check(where, looked, left);
        }
    }

    /**
     * What is left of a person.
     *
     * @param streams of all candidates that the person is, or turned out to be; else of the supervisor, or of the leerbedrijven
     * @param whole   whether the streams are the person's own, and everything sealed in them is theirs
     */
    List<Check> of(UUID person, Collection<UUID> streams, boolean whole) {
        Map<UUID, Opener> openers = new HashMap<>(Map.of(person, opening.of(person)));
        Count events = streams.stream()
                .flatMap(stream -> log.ofStream(stream).stream())
                .map(entry -> sealed(entry, openers, of -> whole || of.equals(person)))
                .reduce(new Count(0, 0), Count::plus);
        return List.of(
                openers.keySet().stream()
                        .map(one -> count(
                                "select count(*) as looked, count(wrapped_key) as left_over"
                                        + " from keys.person_key where person_id = :person",
                                one))
                        .reduce(new Count(0, 0), Count::plus)
                        .at(Check.Where.KEY),
                events.at(Check.Where.EVENTS),
                tables.look(Views.CANDIDATE_DETAILS, all -> searchedBy(person, all))
                        .at(Check.Where.SEARCH_WORDS));
    }

    /** What is searched by stands in the rows, as another release may have made them, and in tables beside them. */
    private Count searchedBy(UUID person, List<Kept> all) {
        return all.stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(WORDS_IN.formatted(table.rows())),
                        table.beside().stream().map(words -> WORDS_BESIDE.formatted(table.rows(), words))))
                .map(sql -> count(sql, person))
                .reduce(new Count(0, 0), Count::plus);
    }

    /** The envelopes of an event, and those of them that still open or can't be told. */
    private Count sealed(EventLog.Entry entry, Map<UUID, Opener> openers, Predicate<UUID> whose) {
        List<Opened> opened = entry.payload().properties().stream()
                .flatMap(member -> Envelope.of(member.getValue()).stream()
                        .filter(envelope -> whose.test(envelope.person()))
                        .map(envelope -> openers.computeIfAbsent(envelope.person(), opening::of)
                                .open(new Place(envelope.person(), entry.name(), member.getKey()), envelope)))
                .toList();
        return new Count(
                opened.size(),
                opened.stream()
                        .filter(value -> !(value instanceof Opened.Erased))
                        .count());
    }

    private Count count(String sql, UUID person) {
        return jdbc.sql(sql)
                .param("person", person)
                .query((row, n) -> new Count(row.getLong("looked"), row.getLong("left_over")))
                .single();
    }
}
