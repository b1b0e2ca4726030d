package nl.leerspoor.benchmark.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.By;

/** Somebody who enters facts, under a fictitious pseudonym. */
public record Author(String name, String role, String organisation) {

    /** The metadata of an event that they enter, as the command side writes it. */
    Map<String, String> metadata(UUID decision, Instant recordedAt) {
        String cause = decision.toString();
        return new By(name, role, organisation, cause, cause, cause, "API", recordedAt).metadata(recordedAt);
    }
}
