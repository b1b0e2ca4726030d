package nl.leerspoor.command.imports;

import java.util.Locale;
import java.util.UUID;
import nl.leerspoor.command.NamedId;
import nl.leerspoor.platform.access.Identity;

/**
 * Under what an import is decided once: each line under the sender's key and its number.
 *
 * @param sender who hands it in; the key counts in their name, and all of it is recorded under it
 * @param key    the idempotency key of the file
 * @param locale language of what is refused
 */
record ImportKey(Identity sender, String key, Locale locale) {

    private static final UUID LINES = UUID.fromString("5f0b1d0e-3c57-4d0c-9d8e-0a6a6f3c1b52");

    String client() {
        return sender.subject();
    }

    /** The id of the command in a line, the same whenever the file is sent. */
    UUID commandId(int line) {
        return NamedId.of(LINES, client() + "\n" + key + "\n" + line);
    }
}
