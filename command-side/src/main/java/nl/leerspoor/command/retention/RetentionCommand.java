package nl.leerspoor.command.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask to record of how long a region keeps something of people. */
public sealed interface RetentionCommand extends Command {

    UUID retentionId();

    @Override
    default UUID target() {
        return retentionId();
    }

    /**
     * Has a region hold to a rule.
     *
     * @param months for how long; the period that the list of rules proposes when it is null
     */
    record ConfirmRetentionRule(
            UUID retentionId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.RETENTION_RULES) String rule,
            @Min(1) @Max(240) Integer months)
            implements RetentionCommand, Creation {}

    /** Has a region hold to it no more; to change a period, end the rule and confirm it anew. */
    record EndRetentionRule(UUID retentionId, @NotNull LocalDate effectiveOn) implements RetentionCommand {}
}
