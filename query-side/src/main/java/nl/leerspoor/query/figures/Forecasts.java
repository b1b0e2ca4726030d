package nl.leerspoor.query.figures;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.query.figures.ForecastAnswer.Assumption;
import nl.leerspoor.query.figures.ForecastAnswer.AtLeerbedrijf;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.stereotype.Component;

/** Looks ahead from a day. Nothing of it is kept. */
@Component
class Forecasts {

    /** The figures that assumed trainings change, with where they do. */
    static final Wanted WANTED = new Wanted(
            EnumSet.of(
                    Figure.WAITING,
                    Figure.SUPERVISORS_TRAINED,
                    Figure.SUPERVISORS_IN_TRAINING,
                    Figure.FREE_PLACES,
                    Figure.SHORTAGE),
            Optional.of(Set.of("sector", "region")));

    /** What is known of the day from which is looked ahead. */
    record Basis(Situation present) {

        /** The trainings of that day. */
        Map<UUID, Training.OnDay> trainings() {
            return present.trainings().stream()
                    .collect(toMap(row -> row.training().id(), Function.identity()));
        }
    }

    private final Source source;
    private final References references;

    Forecasts(Source source, References references) {
        this.source = source;
        this.references = references;
    }

    Basis basis(Scope scope, Optional<String> region, TwoClocks clocks) {
        boolean country = region.isEmpty();
        Set<Kind> kinds = WANTED.kinds(country);
        kinds.add(Kind.TRAININGS);
        LocalDate day = clocks.validOn();
        Stretch stretch = source.read(new Source.Asked(scope, region, List.of(day), clocks.known()), kinds);
        return new Basis(new Situation(new AsOf(day, Optional.empty()), country, stretch.on(day)));
    }

    List<Assumption> assumptions(Forecast forecast, Map<UUID, Training.OnDay> trainings) {
        return forecast.assumptions().entrySet().stream()
                .map(entry -> {
                    Training.OnDay training = trainings.get(entry.getKey());
                    List<Supervisor> trained = forecast.trainedBy(entry.getKey());
                    return new Assumption(
                            entry.getKey(),
                            training.training().reference(),
                            training.state(),
                            entry.getValue(),
                            !entry.getValue().isAfter(forecast.on()),
                            trained.size(),
                            trained.stream()
                                    .filter(supervisor -> !supervisor.isUnavailable())
                                    .mapToInt(Supervisor::free)
                                    .sum());
                })
                .sorted(Comparator.comparing(Assumption::completedOn).thenComparing(Assumption::trainingId))
                .toList();
    }

    List<AtLeerbedrijf> leerbedrijven(Scope scope, Forecast forecast) {
        List<Forecast.AtLeerbedrijf> rows = forecast.leerbedrijven();
        Map<Thing, String> known = references.of(
                scope, rows.stream().map(row -> thing(row.leerbedrijf())).collect(toSet()));
        return rows.stream()
                .map(row -> new AtLeerbedrijf(
                        row.leerbedrijf(),
                        known.get(thing(row.leerbedrijf())),
                        row.waiting(),
                        row.freeNow(),
                        row.freeThen(),
                        row.shortageNow(),
                        row.shortageThen()))
                .sorted(Comparator.comparing(AtLeerbedrijf::reference, nullsLast(naturalOrder()))
                        .thenComparing(AtLeerbedrijf::leerbedrijfId, nullsLast(naturalOrder())))
                .toList();
    }

    private static Thing thing(UUID leerbedrijf) {
        return new Thing(Thing.Sort.LEERBEDRIJF, leerbedrijf);
    }
}
