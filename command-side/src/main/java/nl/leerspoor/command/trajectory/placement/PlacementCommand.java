package nl.leerspoor.command.trajectory.placement;

import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.WERKPROCES;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask about the place where the candidate learns. */
public sealed interface PlacementCommand extends TrajectoryCommand {

    /** Matches the candidate with a leerbedrijf and one of its supervisors, and takes a place with that supervisor. */
    record MatchCandidate(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID leerbedrijfId,
            @NotNull UUID supervisorId,
            @NotNull @Code(CodeList.SCHOOLS) String schoolId,
            @NotNull @Code(CodeList.CREBOS) String crebo,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = WERKPROCES) String> werkprocessen,
            @NotNull Boolean candidateAgreed,
            LocalDate candidateAgreedOn)
            implements PlacementCommand {}

    /** Undoes the match and frees the place. */
    record Unmatch(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.UNMATCH_REASONS) String reason) implements PlacementCommand {}

    /** Begins learning at the leerbedrijf. */
    record StartTrajectory(UUID trajectoryId, @NotNull LocalDate effectiveOn) implements PlacementCommand {}

    /** Moves the candidate to another leerbedrijf or supervisor; a new praktijkovereenkomst is needed. */
    record ReplacePlace(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID leerbedrijfId,
            @NotNull UUID supervisorId,
            @NotNull @Code(CodeList.CAUSES) String cause)
            implements PlacementCommand {}
}
