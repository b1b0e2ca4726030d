package nl.leerspoor.query.persons;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.platform.personaldata.BlindIndex;
import nl.leerspoor.platform.personaldata.KeysAway;
import nl.leerspoor.platform.personaldata.OutsideKeys;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.query.persons.CandidateDetails.Who;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.WhoState;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who several candidates are: those of a page, and those who are found by their names. */
@Component
class CandidateNameRows {

    private static final String FOUND = """
            select row_id from query.candidate_details_period_word
             where %s and word = any(cast(:terms as text[])) group by row_id having count(*) = :wanted""";

    private final ScopedViews views;
    private final StreamReader opening;
    private final PersonOpening keys;
    private final Optional<BlindIndex> index;

    CandidateNameRows(
            ScopedViews views,
            @Qualifier("openingStreamReader") StreamReader opening,
            PersonOpening keys,
            OutsideKeys outside) {
        this.views = views;
        this.opening = opening;
        this.keys = keys;
        this.index = outside.index();
    }

    /** Where it stands who a candidate is. */
    private record Line(
            UUID candidateId, String region, String reference, UUID personId, UUID event, LocalDate erasedOn) {

        static Line of(Columns row) {
            return new Line(
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("person_id"),
                    row.id("details_event_id"),
                    row.day("erased_on"));
        }

        Hit hit(Optional<Fact<CandidateEvent>> told) {
            return new Hit(candidateId, region, reference, personId, Who.of(told, erasedOn != null));
        }
    }

    /** A candidate with what is known of who it is. */
    record Hit(UUID candidateId, String region, String reference, UUID personId, Who who) {}

    /**
     * Who some candidates were on a day, as far as somebody may know; their keys are read at once.
     *
     * @throws KeysAway when what is sealed can't be opened now
     */
    Map<UUID, Hit> named(Scope scope, Collection<UUID> candidates, TwoClocks clocks) {
        List<Line> lines = lines(
                scope,
                clocks,
                "c.candidate_id = any(cast(:ids as uuid[])) and (" + scope.condition(CandidateDetailsRows.OWN) + ")",
                candidates);
        Map<UUID, UUID> elsewhere = elsewhere(
                scope,
                lines.stream()
                        .filter(line -> line.event() == null)
                        .map(Line::personId)
                        .toList(),
                clocks);
        Map<UUID, UUID> events = new HashMap<>();
        lines.forEach(line -> Optional.ofNullable(line.event())
                .or(() -> Optional.ofNullable(elsewhere.get(line.personId())))
                .ifPresent(event -> events.put(line.candidateId(), event)));
        Map<UUID, Fact<CandidateEvent>> facts =
                keys.together(lines.stream().map(Line::personId).toList(), () -> facts(events.values()));
        return lines.stream()
                .collect(Collectors.toMap(
                        Line::candidateId,
                        line -> line.hit(Optional.ofNullable(events.get(line.candidateId()))
                                .map(facts::get))));
    }

    private List<Line> lines(Scope scope, TwoClocks clocks, String condition, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : views.read(
                        scope,
                        jdbc -> scope.bind(
                                        clocks.bind(jdbc.sql("select c.* from query.candidate_details_period c where "
                                                + clocks.hold("c") + " and " + condition)))
                                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                                .query((row, n) -> Line.of(new Columns(row)))
                                .list());
    }

    /** The events in which it stands who people are who came from another region, by person. */
    private Map<UUID, UUID> elsewhere(Scope scope, Collection<UUID> people, TwoClocks clocks) {
        return lines(
                        scope.beyondRegions(),
                        clocks,
                        "c.person_id = any(cast(:ids as uuid[])) and c.details_event_id is not null"
                                + " order by c.known_from",
                        people)
                .stream()
                .collect(Collectors.toMap(Line::personId, Line::event, (earlier, later) -> later));
    }

    /**
     * The candidates in view on a day who are found by all of these, by reference. Who was erased is not among them, also
     * when the view has yet to hear of it.
     *
     * @param terms  of {@link #terms}
     * @param region where, or null for anywhere
     * @param most   how many at most
     * @throws KeysAway when there is no index key, or what was found can't be opened now
     */
    List<Hit> search(Scope scope, List<String> terms, String region, int most, TwoClocks clocks) {
        List<Hit> found = new ArrayList<>();
        List<Hit> some;
        int passed = 0;
        do {
            some = some(scope, terms, region, most, passed, clocks);
            passed += some.size();
            some.stream().filter(hit -> hit.who().state() == WhoState.KNOWN).forEach(found::add);
        } while (some.size() == most && found.size() < most);
        return found.stream().limit(most).toList();
    }

    private List<Hit> some(Scope scope, List<String> terms, String region, int most, int passed, TwoClocks clocks) {
        List<Line> lines = views.read(
                scope,
                jdbc -> scope.bind(clocks.bind(
                                jdbc.sql("select c.* from query.candidate_details_period c where c.row_id in ("
                                        + FOUND.formatted(scope.condition(Own.NOTHING))
                                        + ") and "
                                        + clocks.hold("c")
                                        + " and "
                                        + scope.condition(Own.NOTHING)
                                        + " and (cast(:region as text) is null or c.region = :region)"
                                        + " order by c.reference, c.candidate_id limit :most offset :passed")))
                        .param("terms", terms.toArray(String[]::new))
                        .param("wanted", terms.size())
                        .param("region", region)
                        .param("most", most)
                        .param("passed", passed)
                        .query((row, n) -> Line.of(new Columns(row)))
                        .list());
        Map<UUID, Fact<CandidateEvent>> facts =
                facts(lines.stream().map(Line::event).toList());
        return lines.stream()
                .map(line -> line.hit(Optional.ofNullable(facts.get(line.event()))))
                .toList();
    }

    /**
     * What the words of a name are in the view, and the birthday if it is given; none when there is no word in the name.
     *
     * @param birthDate null when it is not known
     */
    List<String> terms(String name, LocalDate birthDate) {
        return CandidateDetailsProjection.terms(
                index.orElseThrow(() -> new KeysAway("This process has no index key")), name, birthDate);
    }

    private Map<UUID, Fact<CandidateEvent>> facts(Collection<UUID> events) {
        return events.isEmpty() ? Map.of() : opening.facts(events, CandidateEvent.class);
    }
}
