package nl.leerspoor.query.question;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import nl.leerspoor.platform.http.ProblemException;

/** The parameters of a question about one thing, as they come: its two dates, and what the answer must have seen. */
public record AskedOnTwoClocks(
        @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
        String validOn,

        @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
        String knownOn,

        @Parameter(
                description = Described.MIN_POSITION,
                example = "0",
                schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
        String minPosition) {

    /** What they say. */
    public record Read(TwoClocks clocks, long minPosition) {}

    /**
     * Reads them: today, everything that was entered, and whatever was seen, where nothing is said.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    public Read read(Clock clock) {
        var reading = new Reading();
        var read = new Read(reading.twoClocks(validOn, knownOn, clock), reading.minPosition(minPosition));
        reading.check();
        return read;
    }

    /** Whether a date is asked about, and not simply how it is. */
    public boolean isDated() {
        return validOn != null || knownOn != null;
    }
}
