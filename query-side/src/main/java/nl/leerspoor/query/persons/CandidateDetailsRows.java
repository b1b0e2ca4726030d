package nl.leerspoor.query.persons;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.platform.personaldata.KeysAway;
import nl.leerspoor.query.persons.CandidateDetails.Note;
import nl.leerspoor.query.persons.CandidateDetails.Part;
import nl.leerspoor.query.persons.CandidateDetails.Who;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds in the view where it stands who candidates are, and opens it there. Nothing of it is kept. */
@Component
class CandidateDetailsRows {

    /** Notes of one answer. */
    static final int MOST_NOTES = 100;

    /** Whoever has a trajectory now: who had it once, or by mistake, has no business with the person any more. */
    private static final String GUIDED = """
            candidate_id in (select of.candidate_id from query.trajectory_period of
                              where %s and of.known_until = 'infinity' and of.holds_until = 'infinity')""";

    /** Whom they registered, while no trajectory of theirs is open: as the command side has it (Rule.OWN_CASELOAD). */
    private static final String REGISTERED = "registered_by = :scopeWerkcoach and not "
            + GUIDED.formatted("of.status not in ('COMPLETED', 'STOPPED', 'REFERRED', 'TRANSFERRED_OUT')");

    /** Whose a candidate is: of who guides one of their trajectories, and of the school and leerbedrijf of its match. */
    static final Own OWN = new Own(
            GUIDED.formatted(
                    "(of.school_id = :scopeOrganisation" + " or cast(of.leerbedrijf_id as text) = :scopeOrganisation)"),
            GUIDED.formatted("of.werkcoach_id = :scopeWerkcoach") + " or " + REGISTERED);

    private final ScopedViews views;
    private final StreamReader opening;

    CandidateDetailsRows(ScopedViews views, @Qualifier("openingStreamReader") StreamReader opening) {
        this.views = views;
        this.opening = opening;
    }

    /** Where it stands who a candidate is. */
    private record Pointer(UUID candidateId, UUID event) {}

    private record Line(
            UUID candidateId,
            String region,
            String reference,
            UUID personId,
            UUID event,
            List<UUID> notes,
            LocalDate erasedOn,
            List<Part> withheld) {

        static Line of(Columns row, List<Part> withheld) {
            return new Line(
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("person_id"),
                    row.id("details_event_id"),
                    row.ids("note_event_ids"),
                    row.day("erased_on"),
                    withheld);
        }

        Line withNotes(List<UUID> some) {
            return new Line(candidateId, region, reference, personId, event, some, erasedOn, withheld);
        }

        boolean tells(Part part) {
            return !withheld.contains(part);
        }

        List<UUID> notesToTell() {
            return tells(Part.NOTES) ? notes : List.of();
        }
    }

    /**
     * Who a candidate was on a day, without what somebody may not see of this one.
     *
     * @throws KeysAway when what is sealed can't be opened now
     */
    Optional<CandidateDetails> find(Scope scope, Identity who, UUID candidateId, TwoClocks clocks) {
        String rows = "select c.*, " + withheld(who)
                + " as withheld from query.candidate_details_period c where c.candidate_id = :candidate and hold(c) and "
                + scope.condition(OWN);
        return views.read(
                        scope,
                        jdbc -> bind(jdbc.sql(ListQuestion.on(clocks, rows)), clocks, scope, who)
                                .param("candidate", candidateId)
                                .query((row, n) -> {
                                    var columns = new Columns(row);
                                    return Line.of(
                                            columns,
                                            columns.texts("withheld").stream()
                                                    .map(Part::valueOf)
                                                    .toList());
                                })
                                .optional())
                .map(line -> opened(scope, line.withNotes(stillThere(scope, line)), clocks));
    }

    /** Those of the notes that were not retracted since: a retracted note is shown to nobody, whatever day is asked about. */
    private List<UUID> stillThere(Scope scope, Line line) {
        if (line.notes().isEmpty()) {
            return line.notes();
        }
        Set<UUID> kept = Set.copyOf(views.read(
                scope,
                jdbc -> jdbc.sql("select distinct unnest(note_event_ids) from query.candidate_details_period"
                                + " where candidate_id = :candidate and known_until = 'infinity'")
                        .param("candidate", line.candidateId())
                        .query(UUID.class)
                        .list()));
        return line.notes().stream().filter(kept::contains).toList();
    }

    /** The parts of an answer that are left out for somebody, decided for each candidate. */
    private static String withheld(Identity who) {
        return Arrays.stream(Part.values())
                .map(part -> "case when not (" + part.scope(who).condition(OWN) + ") then '" + part + "' end")
                .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));
    }

    private static StatementSpec bind(StatementSpec statement, TwoClocks clocks, Scope scope, Identity who) {
        Arrays.stream(Part.values()).map(part -> part.scope(who)).forEach(part -> part.bind(statement));
        return scope.bind(clocks.bind(statement));
    }

    private CandidateDetails opened(Scope scope, Line line, TwoClocks clocks) {
        Optional<Pointer> pointer = line.event() == null
                ? elsewhere(scope, line, clocks)
                : Optional.of(new Pointer(line.candidateId(), line.event()));
        List<UUID> notes =
                line.notesToTell().reversed().stream().limit(MOST_NOTES).toList();
        Map<UUID, Fact<CandidateEvent>> facts =
                facts(Stream.concat(pointer.map(Pointer::event).stream(), notes.stream())
                        .toList());
        Optional<Fact<CandidateEvent>> told = pointer.map(Pointer::event).map(facts::get);
        Who who = Who.of(told, line.erasedOn() != null);
        return new CandidateDetails(
                line.candidateId(),
                line.region(),
                line.reference(),
                line.personId(),
                who.state(),
                who.name(),
                who.birthDate(),
                line.tells(Part.CONTACT) ? who.contact() : null,
                told.map(Fact::effectiveOn).orElse(null),
                told.map(Fact::recordedAt).orElse(null),
                pointer.map(Pointer::candidateId).orElse(null),
                line.erasedOn(),
                notes.stream()
                        .map(facts::get)
                        .flatMap(note -> Note.of(note).stream())
                        .toList(),
                line.notesToTell().size(),
                line.withheld());
    }

    /** A person who came from another region is who they were there (rule B31). */
    private Optional<Pointer> elsewhere(Scope scope, Line line, TwoClocks clocks) {
        return views.read(
                scope.beyondRegions(),
                jdbc -> clocks.bind(jdbc.sql(
                                "select c.candidate_id, c.details_event_id from query.candidate_details_period c"
                                        + " where c.person_id = :person and c.details_event_id is not null and "
                                        + clocks.hold("c")
                                        + " order by c.known_from desc limit 1"))
                        .param("person", line.personId())
                        .query((row, n) -> new Pointer(
                                row.getObject("candidate_id", UUID.class),
                                row.getObject("details_event_id", UUID.class)))
                        .optional());
    }

    private Map<UUID, Fact<CandidateEvent>> facts(Collection<UUID> events) {
        return events.isEmpty() ? Map.of() : opening.facts(events, CandidateEvent.class);
    }
}
