package nl.leerspoor.query.question;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of a list.
 *
 * @param validOn  the day that it is about; null when it is about entries, which are of no day
 * @param position up to which everything is applied, at least
 */
@Schema(description = "Een bladzijde van een lijst")
public record ListOf<T>(
        @Schema(nullable = true) LocalDate validOn,
        @Schema(nullable = true) String knownOn,
        @Schema(description = Described.POSITION) long position,
        List<T> items) {}
