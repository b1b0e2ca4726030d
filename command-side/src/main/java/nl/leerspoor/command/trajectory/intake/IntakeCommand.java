package nl.leerspoor.command.trajectory.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a trajectory before there is a match. */
public sealed interface IntakeCommand extends TrajectoryCommand {

    /** Opens a trajectory for a candidate; one may be open per candidate and region. */
    record OpenTrajectory(
            UUID trajectoryId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID candidateId,
            @NotNull @Code(CodeList.GOALS) String goal,
            @NotNull @Code(CodeList.SECTORS) String sector,
            @NotNull @Min(1) @Max(4) Integer level,
            @NotBlank @Size(max = 64) String werkcoachId,
            @Size(max = 40) String reference)
            implements IntakeCommand, Creation {}

    /** Records what the intake found; it may be done again. The outcome follows from the two answers. */
    record AssessSuitability(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull Boolean leerbaar,
            @NotNull Boolean schoolbaar,
            @Code(CodeList.EVIDENCE_KINDS) String evidenceKind,
            @Size(max = 40) String evidenceRef,
            @NotBlank @Size(max = 40) String instrument,
            @NotBlank @Size(max = 20) String instrumentVersion,
            @NotNull @Code(CodeList.ASSESSOR_ROLES) String assessorRole)
            implements IntakeCommand {}

    /** Refers the candidate to a better route, which ends the trajectory. */
    record ReferCandidate(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.REFERRAL_TARGETS) String to) implements IntakeCommand {}

    /** Gives the trajectory to another werkcoach. */
    record ReassignWerkcoach(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 64) String werkcoachId) implements IntakeCommand {}
}
