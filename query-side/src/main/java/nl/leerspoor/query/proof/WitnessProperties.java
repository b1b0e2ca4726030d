package nl.leerspoor.query.proof;

import java.util.List;
import nl.leerspoor.platform.proof.WitnessKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may say of a checkpoint that they saw it.
 *
 * @param witnesses their public keys, as c2sp.org/tlog-cosignature has them
 */
@ConfigurationProperties("leerspoor.proof")
record WitnessProperties(@DefaultValue List<String> witnesses) {

    /** A note has 16 lines at most, one of them of the log itself. */
    private static final int MOST = 15;

    WitnessProperties {
        if (witnesses.size() > MOST) {
            throw new IllegalArgumentException("A checkpoint has lines of " + MOST + " witnesses at most");
        }
    }

    /** @throws IllegalArgumentException when one is none */
    List<WitnessKey> keys() {
        return witnesses.stream()
                .filter(key -> !key.isBlank())
                .map(WitnessKey::parse)
                .toList();
    }
}
