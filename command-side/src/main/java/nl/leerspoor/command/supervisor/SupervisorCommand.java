package nl.leerspoor.command.supervisor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a supervisor. Places are taken and given back by the match and the end of a trajectory. */
public sealed interface SupervisorCommand extends Command {

    UUID supervisorId();

    @Override
    default UUID target() {
        return supervisorId();
    }

    /** What one can ask about where and how much a supervisor works. */
    sealed interface PostCommand extends SupervisorCommand {}

    /** What one can ask about whether a supervisor learned to guide. */
    sealed interface QualificationCommand extends SupervisorCommand {}

    /** Registers the supervisor that a leerbedrijf of the region named. */
    record RegisterSupervisor(
            UUID supervisorId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID leerbedrijfId,
            @NotNull @Code(CodeList.SECTORS) String sector,
            @NotNull @Min(1) @Max(50) Integer maxCandidates,
            @Size(max = 40) String reference)
            implements SupervisorCommand, Creation {}

    /** Has the supervisor work for another leerbedrijf of the region. */
    record MoveSupervisor(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID leerbedrijfId) implements PostCommand {}

    /** Changes how many candidates the supervisor can guide at a time. */
    record ChangeCapacity(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Min(1) @Max(50) Integer maxCandidates) implements PostCommand {}

    /** Records that the supervisor can guide nobody for a while. */
    record MarkUnavailable(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause) implements PostCommand {}

    /** Records that the supervisor can guide again. */
    record MarkAvailable(UUID supervisorId, @NotNull LocalDate effectiveOn) implements PostCommand {}

    /** Gives the supervisor a seat in a training of the region. */
    record EnrolInTraining(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trainingId) implements QualificationCommand {}

    /**
     * Records a training that the supervisor did elsewhere; those of the region follow from its completion.
     *
     * @param validUntil the last day on which it counts, or null when it counts without end
     */
    record MarkTrained(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.TRAINING_KINDS) String trainingKind,
            LocalDate validUntil)
            implements QualificationCommand {}

    /** Lets experience count as a training. */
    record RecogniseExperience(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.EXEMPTION_BASES) String basis) implements QualificationCommand {}

    /** Records that the training counts no more. */
    record ExpireTraining(UUID supervisorId, @NotNull LocalDate effectiveOn) implements QualificationCommand {}

    /** Records that the supervisor was never trained, against what was entered. */
    record RetractTrained(
            UUID supervisorId,
            @NotNull UUID retractsEventId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements SupervisorCommand {

        @Override
        public LocalDate effectiveOn() {
            return null;
        }
    }

    /** Records who the supervisor is, in place of what was recorded before. */
    record RecordSupervisorDetails(
            UUID supervisorId,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 120) String name,

            @Size(max = 120) @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s.]+([.][^@\\s.]+)+")
            String email,

            @Pattern(regexp = "[+][1-9][0-9]{7,14}|0[0-9]{1,3}-?[0-9]{6,8}")
            String telephone)
            implements SupervisorCommand, Confidential {}
}
