package nl.leerspoor.query.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.figures.Difference.Between;
import nl.leerspoor.query.figures.Difference.Change;
import nl.leerspoor.query.figures.Difference.Decided;
import nl.leerspoor.query.figures.DifferenceAnswer.Cause;
import nl.leerspoor.query.figures.DifferenceAnswer.NumberDifference;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.EventLog.Entry;
import nl.leerspoor.query.projection.EventLog.Told;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Explains by events why figures of a day are others when more is known. */
@Component
class Differences {

    private static final Text TOO_MUCH = new Text(
            "Dit zijn te veel veranderingen in één keer: vraag een regio, minder kengetallen, of kennisdata die dichter"
                    + " bij elkaar liggen.",
            "These are too many changes at once: ask for a region, for fewer figures, or for knowledge dates that lie"
                    + " closer together.");

    private final Source source;
    private final Publications publications;
    private final EventLog log;
    private final References references;
    private final int mostVersions;
    private final int mostChanges;

    /**
     * Explains differences of some size.
     *
     * @param mostVersions of each kind of thing; they are all in memory at once
     * @param mostChanges  more than anybody reads; a reader of so many wants to narrow the question
     */
    Differences(
            Source source,
            Publications publications,
            EventLog log,
            References references,
            @Value("${leerspoor.difference.most-versions:30000}") int mostVersions,
            @Value("${leerspoor.difference.most-changes:10000}") int mostChanges) {
        this.source = source;
        this.publications = publications;
        this.log = log;
        this.references = references;
        this.mostVersions = mostVersions;
        this.mostChanges = mostChanges;
    }

    /**
     * The numbers of figures at two moments, with everything that counts for something else.
     *
     * @param later empty for everything that was entered
     * @throws ProblemException when there is too much to tell
     */
    List<NumberDifference> explain(
            Scope scope, Optional<String> region, LocalDate day, Known then, Optional<Known> later, Wanted wanted) {
        if (scope.aggregates()) {
            return published(scope, region, day, then, later, wanted);
        }
        boolean country = region.isEmpty();
        Difference difference = source.versions(
                        scope, region, day, then.at(), later.map(Known::at), wanted.kinds(country), mostVersions)
                .map(versions -> new Difference(
                        versions,
                        new Between(
                                new AsOf(day, Optional.empty()),
                                country,
                                then.at(),
                                later.map(Known::at).orElse(Instant.MAX),
                                wanted)))
                .filter(found -> found.size() <= mostChanges)
                .orElseThrow(() -> ProblemException.invalid(List.of(InputFault.OUT_OF_RANGE.in("knownOn", TOO_MUCH))));
        return told(scope, difference);
    }

    /** Without what changed them, without what is small on either moment, and without differences of few. */
    private List<NumberDifference> published(
            Scope scope, Optional<String> region, LocalDate day, Known then, Optional<Known> later, Wanted wanted) {
        return PublishedDifference.of(
                published(scope, region, day, Optional.of(then), wanted),
                published(scope, region, day, later, wanted),
                wanted);
    }

    private Published published(
            Scope scope, Optional<String> region, LocalDate day, Optional<Known> known, Wanted wanted) {
        return publications.of(scope, new AsOf(day, Optional.empty()), known).figures(region, wanted);
    }

    private List<NumberDifference> told(Scope scope, Difference difference) {
        List<Change> changes = difference.changes();
        Map<Told, Entry> events = log.told(
                changes.stream().map(Change::decided).flatMap(Differences::told).collect(toSet()));
        Map<Thing, String> known =
                references.of(scope, changes.stream().map(Change::thing).collect(toSet()));
        Map<Addends.Number, List<Change>> byNumber = changes.stream().collect(groupingBy(Change::number));
        return difference.numbers().stream()
                .map(number -> new NumberDifference(
                        number.figure().label(),
                        number.name(),
                        difference.before(number),
                        difference.after(number),
                        difference.after(number) - difference.before(number),
                        byNumber.getOrDefault(number, List.of()).stream()
                                .map(change -> told(change, known.get(change.thing()), events))
                                .sorted(Comparator.comparing(
                                                DifferenceAnswer.Change::reference,
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(
                                                DifferenceAnswer.Change::id,
                                                Comparator.nullsLast(Comparator.naturalOrder())))
                                .toList()))
                .toList();
    }

    private static DifferenceAnswer.Change told(Change change, String reference, Map<Told, Entry> events) {
        return new DifferenceAnswer.Change(
                change.thing().sort(),
                change.thing().id(),
                reference,
                change.before(),
                change.after(),
                told(change.decided())
                        .filter(events::containsKey)
                        .map(told -> cause(told.stream(), events.get(told)))
                        .sorted(Comparator.comparing(Cause::position))
                        .toList());
    }

    private static Stream<Told> told(Decided decided) {
        return decided.streams().stream().map(stream -> new Told(stream, decided.at()));
    }

    private static Cause cause(UUID stream, Entry event) {
        return new Cause(
                event.id(),
                event.name(),
                stream,
                LocalDate.parse(event.payload().path("effectiveOn").asString()),
                event.recordedAt(),
                event.metadata().path("recordedBy").asString(""),
                event.metadata().path("role").asString(""),
                event.position());
    }
}
