package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_ON_OTHER_VERKLARING;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Joint;
import org.springframework.stereotype.Component;

/**
 * On which verklaring a werkproces of a trajectory stands: at most on one that counts or may come to count. The claims
 * are taken at the draft and given back when the paper is withdrawn, refused, revoked or replaced.
 */
@Component
public class Lines {

    private final ClaimedKeys claims;

    public Lines(ClaimedKeys claims) {
        this.claims = claims;
    }

    /** Has a decision take lines for a paper; somebody else's line refuses it. */
    Joint claiming(Joint joint, UUID trajectoryId, List<String> codes, UUID verklaringId) {
        codes.forEach(
                code -> joint.claiming(claims, scope(trajectoryId), code, verklaringId, LINE_ON_OTHER_VERKLARING));
        return joint;
    }

    /**
     * The lines that a draft can't take because the issued paper has them that it is to replace. They stay with that
     * paper until it is replaced or revoked; the draft can't be issued before.
     */
    List<String> heldBy(UUID replaced, UUID trajectoryId, List<String> codes) {
        return codes.stream()
                .filter(code -> claims.holder(scope(trajectoryId), code).equals(Optional.of(replaced)))
                .toList();
    }

    /** The live paper on which a werkproces of a trajectory stands, if there is one (rule B16 asks it). */
    public Optional<UUID> paperOf(UUID trajectoryId, String werkproces) {
        return claims.holder(scope(trajectoryId), werkproces);
    }

    /** All live papers that rest on a trajectory. */
    public Set<UUID> papersOf(UUID trajectoryId) {
        return claims.holders(scope(trajectoryId));
    }

    /** Gives back the lines of a paper. */
    void release(UUID trajectoryId, UUID verklaringId) {
        claims.releaseAll(scope(trajectoryId), verklaringId);
    }

    private static String scope(UUID trajectoryId) {
        return "verklaring-line/" + trajectoryId;
    }
}
