package nl.leerspoor.command.duty;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a duty. */
public sealed interface DutyCommand extends Command {

    UUID dutyId();

    @Override
    default UUID target() {
        return dutyId();
    }

    /** Somebody says that it need not be done any more, for a reason that the administration can't see itself. */
    record DischargeDuty(
            UUID dutyId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.DUTY_DISCHARGE_REASONS) String reason) implements DutyCommand {}

    /**
     * What the reading side told today of people whose retention periods are over in a region. The calendar sends it every
     * day, perhaps more than once.
     *
     * @param dutyId    the duty that it raises when none stands open
     * @param proposals how many people nobody decided on yet
     */
    record TellOfProposals(UUID dutyId, LocalDate effectiveOn, String region, int proposals) implements DutyCommand {}

    /** The day of the duty came. The calendar sends this on that day or after it, perhaps more than once. */
    record TellThatTheDayCame(UUID dutyId, LocalDate effectiveOn) implements DutyCommand {}
}
