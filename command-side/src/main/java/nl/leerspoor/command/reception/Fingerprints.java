package nl.leerspoor.command.reception;

import java.util.Optional;
import nl.leerspoor.command.Command;
import nl.leerspoor.platform.personaldata.BlindIndex;
import nl.leerspoor.platform.personaldata.KeysAway;
import nl.leerspoor.platform.personaldata.OutsideKeys;
import org.springframework.stereotype.Component;

/** What is kept of a command to know a repeat by. It lies in the database, and must not tell what the command told. */
@Component
public class Fingerprints {

    private final Optional<BlindIndex> index;

    Fingerprints(OutsideKeys keys) {
        this.index = keys.index();
    }

    /**
     * What to keep of a command.
     *
     * @param hash of what was asked
     * @throws KeysAway when it has to be a keyed one, and this process has no index key
     */
    public byte[] of(Class<? extends Command> command, byte[] hash) {
        return Command.Confidential.class.isAssignableFrom(command)
                ? index.orElseThrow(() -> new KeysAway("This process has no index key"))
                        .fingerprint(hash)
                : hash;
    }
}
