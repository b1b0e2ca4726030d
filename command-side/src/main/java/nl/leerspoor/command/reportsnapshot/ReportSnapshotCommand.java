package nl.leerspoor.command.reportsnapshot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a report whose figures are frozen. */
public sealed interface ReportSnapshotCommand extends Command {

    UUID snapshotId();

    @Override
    default UUID target() {
        return snapshotId();
    }

    /**
     * Publishes the figures of a region on a day, as the reading side told them.
     *
     * @param effectiveOn the day of publication
     * @param validOn     the day that they are about
     * @param knownOn     the day up to which entries count
     * @param hash        of the draft, which says what it is that one publishes
     */
    record PublishSnapshot(
            UUID snapshotId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate validOn,
            @NotNull LocalDate knownOn,
            @Min(1) @Max(1000) int definitionVersion,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash)
            implements ReportSnapshotCommand, Creation {}

    /** Names the report that takes the place of this one. */
    record SupersedeSnapshot(
            UUID snapshotId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID supersededBy,

            @NotNull @Code(CodeList.SNAPSHOT_SUPERSEDING_REASONS)
            String reason)
            implements ReportSnapshotCommand {}
}
