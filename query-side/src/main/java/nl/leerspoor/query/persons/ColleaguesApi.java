package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.WhoState;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who supervisors and contact persons are, over HTTP. It is read from their streams, which are short, so no view needs to
 * know of it and the answer is always up to date.
 */
@RestController
class ColleaguesApi {

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn) {}

    /** What an event says of somebody. */
    private record Said(UUID personId, String name, String email, String telephone) {

        private static Optional<Said> of(Event event) {
            return switch (event) {
                case SupervisorDetailsRecorded e ->
                    Optional.of(new Said(e.supervisorId(), e.name(), e.email(), e.telephone()));
                case ContactPersonNamed e ->
                    Optional.of(new Said(e.contactPersonId(), e.name(), e.email(), e.telephone()));
                default -> Optional.empty();
            };
        }

        private boolean isErased() {
            return name.equals(PersonalData.ERASED);
        }
    }

    private final StreamReader opening;
    private final ProcessingLog log;
    private final Clock clock;

    ColleaguesApi(@Qualifier("openingStreamReader") StreamReader opening, ProcessingLog log, Clock clock) {
        this.opening = opening;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/v1/supervisors/{supervisorId}/details")
    @Tag(name = "supervisors")
    @Operation(operationId = "getSupervisorDetails", summary = "Wie een praktijkbegeleider is")
    Colleague supervisor(Scope scope, @PathVariable UUID supervisorId, @ParameterObject Asked asked, Identity who) {
        return log.reading(
                who,
                Activity.READ_SUPERVISOR_DETAILS,
                "/v1/supervisors/" + supervisorId + "/details",
                () -> answer(scope, supervisorId, SupervisorEvent.class, asked),
                ColleaguesApi::about);
    }

    @GetMapping("/v1/leerbedrijven/{leerbedrijfId}/contact-person")
    @Tag(name = "leerbedrijven")
    @Operation(operationId = "getContactPerson", summary = "Wie voor een leerbedrijf spreekt")
    Colleague contactPerson(Scope scope, @PathVariable UUID leerbedrijfId, @ParameterObject Asked asked, Identity who) {
        return log.reading(
                who,
                Activity.READ_CONTACT_PERSON,
                "/v1/leerbedrijven/" + leerbedrijfId + "/contact-person",
                () -> answer(scope, leerbedrijfId, LeerbedrijfEvent.class, asked),
                ColleaguesApi::about);
    }

    private static List<Subject> about(Colleague colleague) {
        return colleague.personId() == null
                ? List.of()
                : List.of(new Subject(colleague.personId(), colleague.region()));
    }

    private <E extends Event> Colleague answer(Scope scope, UUID id, Class<E> family, Asked asked) {
        var reading = new Reading();
        TwoClocks clocks = reading.twoClocks(asked.validOn(), asked.knownOn(), clock);
        reading.check();
        List<Fact<E>> facts = facts(id, family, clocks);
        if (facts.isEmpty() || !isReached(scope, facts)) {
            throw new ProblemException(HttpProblem.NOT_FOUND.saying(
                    "Dit is er niet op deze datums.", "There is no such thing on these dates."));
        }
        Optional<Fact<E>> newest = facts.stream()
                .filter(fact -> Said.of(fact.event()).isPresent())
                .max(Comparator.comparing((Function<Fact<E>, LocalDate>) Fact::effectiveOn)
                        .thenComparing(Fact::version));
        Optional<Said> said = newest.flatMap(fact -> Said.of(fact.event()));
        Optional<Said> readable = said.filter(one -> !one.isErased());
        return new Colleague(
                id,
                facts.getFirst().event().region(),
                said.map(Said::personId).orElse(null),
                said.map(one -> one.isErased() ? WhoState.ERASED : WhoState.KNOWN)
                        .orElse(WhoState.UNKNOWN),
                readable.map(Said::name).orElse(null),
                readable.map(Said::email).orElse(null),
                readable.map(Said::telephone).orElse(null),
                newest.map(Fact::effectiveOn).orElse(null),
                newest.map(Fact::recordedAt).orElse(null),
                clocks.validOn(),
                clocks.knownOn());
    }

    /** Whether somebody may see it; what they may not is as what isn't there. */
    private static <E extends Event> boolean isReached(Scope scope, List<Fact<E>> facts) {
        return scope.regions().contains(facts.getFirst().event().region())
                && (scope.whole()
                        || workplace(facts)
                                .filter(leerbedrijf -> scope.organisation()
                                        .filter(leerbedrijf.toString()::equals)
                                        .isPresent())
                                .isPresent());
    }

    /** The leerbedrijf that it is of. */
    private static <E extends Event> Optional<UUID> workplace(List<Fact<E>> facts) {
        return facts.stream()
                .sorted(Comparator.comparing((Function<Fact<E>, LocalDate>) Fact::effectiveOn)
                        .thenComparing(Fact::version))
                .flatMap(fact -> switch (fact.event()) {
                    case SupervisorRegistered e -> Stream.of(e.leerbedrijfId());
                    case SupervisorMoved e -> Stream.of(e.leerbedrijfId());
                    case LeerbedrijfEvent e -> Stream.of(e.leerbedrijfId());
                    default -> Stream.of();
                })
                .reduce((earlier, later) -> later);
    }

    /** What held by a day, as far as it was known; nothing of a stream of another kind. */
    private <E extends Event> List<Fact<E>> facts(UUID id, Class<E> family, TwoClocks clocks) {
        return opening.ofStream(id, family).stream()
                .filter(fact -> !fact.effectiveOn().isAfter(clocks.validOn()))
                .filter(fact -> clocks.known()
                        .map(known -> !fact.recordedAt().isAfter(known.at()))
                        .orElse(true))
                .toList();
    }
}
