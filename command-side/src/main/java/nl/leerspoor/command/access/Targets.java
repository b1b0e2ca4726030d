package nl.leerspoor.command.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateCommand;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.ceremony.CeremonyCommand;
import nl.leerspoor.command.ceremony.CeremonyStream;
import nl.leerspoor.command.cohort.CohortCommand;
import nl.leerspoor.command.cohort.CohortStream;
import nl.leerspoor.command.duty.DutyCommand;
import nl.leerspoor.command.duty.DutyStream;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.pilot.PilotCommand;
import nl.leerspoor.command.pilot.PilotStream;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.privacy.PrivacyCommand;
import nl.leerspoor.command.privacy.PrivacyStream;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotStream;
import nl.leerspoor.command.retention.RetentionCommand;
import nl.leerspoor.command.retention.RetentionStream;
import nl.leerspoor.command.supervisor.SupervisorCommand;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.training.TrainingCommand;
import nl.leerspoor.command.training.TrainingStream;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.verklaring.VerklaringCommand;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.command.verklaring.VerklaringStream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.platform.access.Target;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * What a command wants to do something with: where it lies, which leerbedrijf and school it concerns, and whose caseload
 * it is of, as the streams know it.
 */
@Component
final class Targets {

    private final Repository<CandidateStream> candidates;
    private final Repository<TrajectoryStream> trajectories;
    private final Repository<CohortStream> cohorts;
    private final Repository<LeerbedrijfStream> leerbedrijven;
    private final Repository<SupervisorStream> supervisors;
    private final Repository<TrainingStream> trainings;
    private final Repository<PraktijkovereenkomstStream> agreements;
    private final Repository<VerklaringStream> verklaringen;
    private final Repository<CeremonyStream> ceremonies;
    private final Repository<DutyStream> duties;
    private final Repository<PilotStream> pilots;
    private final Repository<PrivacyStream> privacyCases;
    private final Repository<ReportSnapshotStream> snapshots;
    private final Repository<RetentionStream> retentionRules;
    private final ClaimedKeys claims;

    Targets(
            Repository<CandidateStream> candidates,
            Repository<TrajectoryStream> trajectories,
            Repository<CohortStream> cohorts,
            Repository<LeerbedrijfStream> leerbedrijven,
            Repository<SupervisorStream> supervisors,
            Repository<TrainingStream> trainings,
            Repository<PraktijkovereenkomstStream> agreements,
            Repository<VerklaringStream> verklaringen,
            Repository<CeremonyStream> ceremonies,
            Repository<DutyStream> duties,
            Repository<PilotStream> pilots,
            Repository<PrivacyStream> privacyCases,
            Repository<ReportSnapshotStream> snapshots,
            Repository<RetentionStream> retentionRules,
            ClaimedKeys claims) {
        this.candidates = candidates;
        this.trajectories = trajectories;
        this.cohorts = cohorts;
        this.leerbedrijven = leerbedrijven;
        this.supervisors = supervisors;
        this.trainings = trainings;
        this.agreements = agreements;
        this.verklaringen = verklaringen;
        this.ceremonies = ceremonies;
        this.duties = duties;
        this.pilots = pilots;
        this.privacyCases = privacyCases;
        this.snapshots = snapshots;
        this.retentionRules = retentionRules;
        this.claims = claims;
    }

    /**
     * That of a command. Of a new thing it is what it is made of, in the region that the command names.
     *
     * @throws org.axonframework.modelling.command.AggregateNotFoundException when there is nothing with its id
     */
    Target of(Command command) {
        return switch (command) {
            case OpenTrajectory c ->
                madeIn(
                        c.region(),
                        Streams.find(candidates, c.candidateId()).map(found -> ofCandidate(facts(found), c)));
            case DraftPok c -> madeIn(c.region(), ofTrajectory(c.trajectoryId(), c.effectiveOn()));
            case DraftVerklaring c -> madeIn(c.region(), ofTrajectory(c.trajectoryId(), c.effectiveOn()));
            case Command.Creation c -> in(c.region());
            case CandidateCommand c -> ofCandidate(facts(Streams.load(candidates, c.target())), c);
            case TrajectoryCommand c ->
                Streams.load(trajectories, c.target()).invoke(stream -> ofTrajectory(stream, c.effectiveOn()));
            case PraktijkovereenkomstCommand c -> ofAgreement(c);
            case VerklaringCommand c -> ofVerklaring(c);
            case SupervisorCommand c -> ofSupervisor(facts(Streams.load(supervisors, c.target())));
            case DutyCommand c -> ofDuty(facts(Streams.load(duties, c.target())));
            case CohortCommand c -> inRegionOf(cohorts, c);
            case LeerbedrijfCommand c -> inRegionOf(leerbedrijven, c);
            case TrainingCommand c -> inRegionOf(trainings, c);
            case CeremonyCommand c -> inRegionOf(ceremonies, c);
            case PilotCommand c -> inRegionOf(pilots, c);
            case PrivacyCommand c -> inRegionOf(privacyCases, c);
            case ReportSnapshotCommand c -> inRegionOf(snapshots, c);
            case RetentionCommand c -> inRegionOf(retentionRules, c);
            default -> throw new IllegalStateException("Nobody says what a command is about: " + command.getClass());
        };
    }

    /** What a new thing is made of, if it is made of something. */
    static Optional<UUID> madeOf(Command.Creation command) {
        return switch (command) {
            case OpenTrajectory c -> Optional.of(c.candidateId());
            case DraftPok c -> Optional.of(c.trajectoryId());
            case DraftVerklaring c -> Optional.of(c.trajectoryId());
            default -> Optional.empty();
        };
    }

    private static Target in(String region) {
        return new Target(region, Set.of(), null);
    }

    /** What it is made of may be in another region; then it is as absent. */
    private static Target madeIn(String region, Optional<Target> of) {
        return of.filter(target -> target.region().equals(region)).orElse(in(region));
    }

    private static <T extends Stream<?, ?>> Target inRegionOf(Repository<T> streams, Command command) {
        return in(Streams.load(streams, command.target()).invoke(Stream::region));
    }

    private static <E extends Event, T extends Stream<E, ?>> List<Fact<E>> facts(
            org.axonframework.modelling.command.Aggregate<T> stream) {
        return stream.invoke(s -> s.timeline().recorded());
    }

    /** Of the caseload of the trajectory that is meant or open; without one, of who registered the candidate. */
    private Target ofCandidate(List<? extends Fact<? extends Event>> facts, Command command) {
        Fact<? extends Event> registration = facts.getFirst();
        String region = registration.event().region();
        UUID candidate = command instanceof OpenTrajectory opening ? opening.candidateId() : command.target();
        Optional<UUID> open = claims.holder(Aftermath.openTrajectory(region), candidate.toString());
        Optional<UUID> meant = command instanceof CandidateCommand.OnTrajectory named
                ? Optional.of(named.trajectoryId())
                : Optional.empty();
        return meant.flatMap(id -> ofTrajectoryOf(candidate, id, command.effectiveOn()))
                .or(() -> open.flatMap(id -> ofTrajectoryOf(candidate, id, command.effectiveOn())))
                .orElseGet(() -> new Target(region, Set.of(), registration.recordedBy()));
    }

    private Optional<Target> ofTrajectoryOf(UUID candidate, UUID trajectory, LocalDate day) {
        return Streams.find(trajectories, trajectory)
                .filter(found -> found.invoke(
                                stream -> stream.timeline().latest().whose())
                        .filter(route -> route.candidateId().equals(candidate))
                        .isPresent())
                .map(found -> found.invoke(stream -> ofTrajectory(stream, day)));
    }

    private Optional<Target> ofTrajectory(UUID id, LocalDate day) {
        return Streams.find(trajectories, id).map(found -> found.invoke(stream -> ofTrajectory(stream, day)));
    }

    /** Of the leerbedrijf and the school of the place on a day, or of the first one when that came later. */
    private static Target ofTrajectory(TrajectoryStream stream, LocalDate day) {
        List<Fact<TrajectoryEvent>> facts = new ArrayList<>(stream.timeline().recorded());
        facts.sort(Comparator.comparing(Fact::effectiveOn));
        String leerbedrijf = null;
        String school = null;
        for (Fact<TrajectoryEvent> fact : facts) {
            if (leerbedrijf != null && day != null && fact.effectiveOn().isAfter(day)) {
                break;
            }
            switch (fact.event()) {
                case CandidateMatched match -> {
                    leerbedrijf = match.leerbedrijfId().toString();
                    school = match.schoolId();
                }
                case PlaceReplaced replaced ->
                    leerbedrijf = replaced.toLeerbedrijfId().toString();
                default -> {}
            }
        }
        return new Target(
                stream.region(),
                concerned(leerbedrijf, school),
                stream.timeline().latest().whose().map(Route::werkcoachId).orElse(null));
    }

    private Target ofAgreement(PraktijkovereenkomstCommand command) {
        var drafted = (PraktijkovereenkomstDrafted)
                facts(Streams.load(agreements, command.target())).getFirst().event();
        String leerbedrijf = drafted.leerbedrijfId().toString();
        Set<String> concerned = switch (command) {
            case SignPok signature ->
                switch (signature.party()) {
                    case "LEERBEDRIJF" -> concerned(leerbedrijf, null);
                    case "SCHOOL" -> concerned(null, drafted.schoolId());
                    default -> Set.of();
                };
            default -> concerned(leerbedrijf, drafted.schoolId());
        };
        return new Target(drafted.region(), concerned, werkcoachOf(drafted.trajectoryId()));
    }

    private Target ofVerklaring(VerklaringCommand command) {
        var drafted = (VerklaringDrafted)
                facts(Streams.load(verklaringen, command.target())).getFirst().event();
        return new Target(
                drafted.region(),
                concerned(drafted.leerbedrijfId().toString(), drafted.schoolId()),
                werkcoachOf(drafted.trajectoryId()));
    }

    private static Target ofSupervisor(List<? extends Fact<? extends Event>> facts) {
        String leerbedrijf = null;
        for (Fact<? extends Event> fact : facts) {
            switch (fact.event()) {
                case SupervisorRegistered registered ->
                    leerbedrijf = registered.leerbedrijfId().toString();
                case SupervisorMoved moved ->
                    leerbedrijf = moved.leerbedrijfId().toString();
                default -> {}
            }
        }
        return new Target(facts.getFirst().event().region(), concerned(leerbedrijf, null), null);
    }

    private Target ofDuty(List<? extends Fact<? extends Event>> facts) {
        var raised = (DutyRaised) facts.getFirst().event();
        return Optional.ofNullable(raised.trajectoryId())
                .flatMap(id -> ofTrajectory(id, raised.effectiveOn()))
                .orElseGet(() -> in(raised.region()));
    }

    private String werkcoachOf(UUID trajectory) {
        return ofTrajectory(trajectory, null).map(Target::werkcoach).orElse(null);
    }

    private static Set<String> concerned(String leerbedrijf, String school) {
        Set<String> organisations = new HashSet<>();
        organisations.add(leerbedrijf);
        organisations.add(school);
        organisations.remove(null);
        return organisations;
    }
}
