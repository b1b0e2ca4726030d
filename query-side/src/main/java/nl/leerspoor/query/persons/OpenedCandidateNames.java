package nl.leerspoor.query.persons;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.query.persons.CandidateNameRows.Hit;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.question.Addition;
import nl.leerspoor.query.question.CandidateNames;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.WhoState;
import org.springframework.stereotype.Component;

/** Names of candidates out of the events in which they stand. */
@Component
class OpenedCandidateNames implements CandidateNames {

    private final CandidateNameRows rows;
    private final ProcessingLog log;
    private final CaughtUp caughtUp;

    OpenedCandidateNames(CandidateNameRows rows, ProcessingLog log, CaughtUp caughtUp) {
        this.rows = rows;
        this.log = log;
        this.caughtUp = caughtUp;
    }

    private record Basis(Scope scope, long position) {}

    @Override
    public <T> Addition<T> beside(
            Identity who, String list, Function<T, UUID> candidate, BiFunction<T, Name, T> named) {
        Scope scope = Scope.of(who, Action.READ_CANDIDATE_NAMES);
        if (scope.isNothing()) {
            return Addition.none();
        }
        return new Addition<>() {
            @Override
            public Object basis(long least) {
                return new Basis(scope, caughtUp.position(CandidateDetailsApi.VIEWS, least));
            }

            @Override
            public List<T> to(List<T> items, TwoClocks clocks) {
                Map<UUID, Hit> names = log.reading(
                        who,
                        Activity.READ_CANDIDATE_NAMES,
                        list,
                        () -> rows.named(scope, items.stream().map(candidate).toList(), clocks),
                        OpenedCandidateNames::shown);
                return items.stream()
                        .map(item -> names.containsKey(candidate.apply(item))
                                ? named.apply(item, name(names.get(candidate.apply(item))))
                                : item)
                        .toList();
            }
        };
    }

    private static Name name(Hit hit) {
        return new Name(hit.who().state(), hit.who().name());
    }

    private static List<Subject> shown(Map<UUID, Hit> names) {
        return names.values().stream()
                .filter(hit -> hit.who().state() == WhoState.KNOWN)
                .map(hit -> new Subject(hit.personId(), hit.region()))
                .toList();
    }
}
