package nl.leerspoor.command.reception;

import java.time.Instant;
import java.util.Locale;
import nl.leerspoor.command.Command;
import nl.leerspoor.platform.access.Identity;

/**
 * A command with what comes along with it.
 *
 * @param client        in whose name the key counts
 * @param key           the idempotency key
 * @param fingerprint   hash of what was asked; the same key with another one is refused
 * @param ifMatch       the versions that the sender will have, or null when any will do
 * @param sender        who is decided to may it, or not
 * @param at            the moment of recording
 * @param source        {@code API}, {@code IMPORT} or {@code SYSTEM}
 * @param correlationId joins what belongs to one decision; null to start with the key
 * @param locale        language of a refusal
 */
public record Submission<C extends Command>(
        C command,
        String client,
        String key,
        byte[] fingerprint,
        IfMatch ifMatch,
        Identity sender,
        Instant at,
        String source,
        String correlationId,
        Locale locale) {}
