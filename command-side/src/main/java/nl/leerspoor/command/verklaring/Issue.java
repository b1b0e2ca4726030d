package nl.leerspoor.command.verklaring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.verklaring.VerklaringCommand.IssueVerklaring;

/**
 * How a paper is handed over.
 *
 * @param on         the day of issue
 * @param documentNo unique per school
 * @param manner     {@code CEREMONY}, {@code POST} or {@code COLLECTED}
 * @param ceremonyId the ceremony, when it is handed over at one
 */
public record Issue(LocalDate on, String documentNo, String manner, Optional<UUID> ceremonyId) {

    static Issue by(IssueVerklaring c) {
        return new Issue(c.effectiveOn(), c.documentNo(), c.manner(), Optional.empty());
    }

    /** Handed over at a ceremony. */
    public static Issue at(UUID ceremonyId, LocalDate on, String documentNo) {
        return new Issue(on, documentNo, "CEREMONY", Optional.of(ceremonyId));
    }
}
