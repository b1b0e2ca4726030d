package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.UNKNOWN_EVENT;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_ENROLLED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_EXEMPTED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_RETRACTED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_A_TRAINED_FACT;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_ENROLLED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_HAS_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_TRAINING_EXPIRED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.VALID_UNTIL_BEFORE_TRAINED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.NotRegistered;
import nl.leerspoor.command.supervisor.Supervisor.Post;
import nl.leerspoor.command.supervisor.Supervisor.Qualification;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.ExpireTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.QualificationCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecogniseExperience;
import nl.leerspoor.command.supervisor.SupervisorCommand.RetractTrained;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;

/** The rules of learning to guide: by a training, or by experience that counts as one. */
final class Qualifying {

    private Qualifying() {}

    static Decision<SupervisorEvent> decide(Supervisor state, QualificationCommand command) {
        return switch (state) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s ->
                switch (command) {
                    case EnrolInTraining c -> enrol(s, c);
                    case MarkTrained c -> markTrained(s, c);
                    case RecogniseExperience c -> exempt(s, c);
                    case ExpireTraining c -> expire(s, c);
                };
        };
    }

    /** That the training has a seat is for the caller to see. */
    private static Decision<SupervisorEvent> enrol(Registered state, EnrolInTraining c) {
        Post post = state.post();
        return state.trainings().contains(c.trainingId())
                ? rejected(ALREADY_ENROLLED)
                : accepted(new SupervisorEnrolledInTraining(
                        post.supervisorId(), post.leerbedrijfId(), post.region(), c.effectiveOn(), c.trainingId()));
    }

    private static Decision<SupervisorEvent> markTrained(Registered state, MarkTrained c) {
        if (c.validUntil() != null && c.validUntil().isBefore(c.effectiveOn())) {
            return rejected(VALID_UNTIL_BEFORE_TRAINED);
        }
        if (state.qualification() instanceof Qualification.Trained trained
                && trained.outlasts(new Qualification.Trained(Optional.ofNullable(c.validUntil())))) {
            return rejected(ALREADY_TRAINED);
        }
        return accepted(trained(state.post(), null, c.trainingKind(), c.validUntil(), c.effectiveOn()));
    }

    /** The participant passed a training of the region. */
    static Decision<SupervisorEvent> passed(
            Supervisor state, UUID trainingId, String trainingKind, LocalDate validUntil, LocalDate on) {
        return switch (state) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s
            when !s.trainings().contains(trainingId) ->
                rejected(NOT_ENROLLED, Map.of("supervisorId", s.post().supervisorId()));
            case Registered s -> accepted(trained(s.post(), trainingId, trainingKind, validUntil, on));
        };
    }

    private static SupervisorTrained trained(
            Post post, UUID trainingId, String trainingKind, LocalDate validUntil, LocalDate on) {
        return new SupervisorTrained(
                post.supervisorId(),
                post.leerbedrijfId(),
                post.region(),
                on,
                post.sector(),
                trainingId,
                trainingKind,
                validUntil,
                post.maxCandidates());
    }

    private static Decision<SupervisorEvent> exempt(Registered state, RecogniseExperience c) {
        Post post = state.post();
        return switch (state.qualification()) {
            case Qualification.Exempted q -> rejected(ALREADY_EXEMPTED);
            case Qualification.Trained q when q.validUntil().isEmpty() -> rejected(ALREADY_TRAINED);
            case Qualification.Trained q -> accepted(exemption(post, c));
            case Qualification.Untrained q -> accepted(exemption(post, c));
            case Qualification.Expired q -> accepted(exemption(post, c));
        };
    }

    private static SupervisorExemptedFromTraining exemption(Post post, RecogniseExperience c) {
        return new SupervisorExemptedFromTraining(
                post.supervisorId(), post.leerbedrijfId(), post.region(), c.effectiveOn(), c.basis());
    }

    private static Decision<SupervisorEvent> expire(Registered state, ExpireTraining c) {
        Post post = state.post();
        return switch (state.qualification()) {
            case Qualification.Trained q ->
                accepted(new SupervisorTrainingExpired(
                        post.supervisorId(), post.leerbedrijfId(), post.region(), c.effectiveOn()));
            case Qualification.Expired q -> rejected(SUPERVISOR_TRAINING_EXPIRED);
            case Qualification.Untrained q -> rejected(SUPERVISOR_NOT_TRAINED);
            case Qualification.Exempted q -> rejected(ALREADY_EXEMPTED);
        };
    }

    /**
     * Retracts that the supervisor was ever trained. Rule B30 asks for a second person only where a paper, an end or
     * money stands on the fact; here whoever entered it may also retract it, and their name is kept as authoriser.
     */
    static Decision<SupervisorEvent> retract(
            Timeline<SupervisorEvent, Supervisor> timeline, RetractTrained c, String authorisedBy) {
        Optional<Fact<SupervisorEvent>> fact = timeline.find(c.retractsEventId());
        if (fact.isEmpty()) {
            return rejected(UNKNOWN_EVENT);
        }
        if (!(fact.get().event() instanceof SupervisorTrained trained)) {
            return rejected(NOT_A_TRAINED_FACT);
        }
        if (timeline.effective().stream().noneMatch(held -> held.id().equals(c.retractsEventId()))) {
            return rejected(ALREADY_RETRACTED);
        }
        if (timeline.latest() instanceof Registered s && !s.reservations().isEmpty()) {
            return rejected(SUPERVISOR_HAS_RESERVATIONS);
        }
        return accepted(new SupervisorTrainedRetracted(
                trained.supervisorId(),
                trained.leerbedrijfId(),
                trained.region(),
                trained.effectiveOn(),
                c.retractsEventId(),
                c.reason(),
                authorisedBy));
    }
}
