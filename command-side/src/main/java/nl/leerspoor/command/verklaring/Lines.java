package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_ON_OTHER_VERKLARING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import org.springframework.stereotype.Component;

/**
 * On which verklaring a werkproces of a trajectory stands: at most on one that counts or may come to count. The claims
 * are taken at the draft and given back when the paper is withdrawn, refused, revoked or replaced.
 */
@Component
public class Lines {

    private final ClaimedKeys claims;

    Lines(ClaimedKeys claims) {
        this.claims = claims;
    }

    /** Takes the lines for a paper, all or none. */
    Decision<VerklaringEvent> take(UUID trajectoryId, List<String> codes, UUID verklaringId) {
        return claims.takeAll(scope(trajectoryId), codes, verklaringId)
                .map(code -> rejected(trajectoryId, code))
                .orElse(accepted(List.of()));
    }

    /**
     * Takes the lines for a draft that is to replace an issued paper. Lines of that paper stay with it; the draft gets
     * them when the other one is replaced, and can't be issued before.
     */
    Decision<VerklaringEvent> takeBeside(UUID replaced, UUID trajectoryId, List<String> codes, UUID verklaringId) {
        List<String> others = new ArrayList<>(codes);
        others.removeIf(code -> claims.holder(scope(trajectoryId), code).equals(Optional.of(replaced)));
        return take(trajectoryId, others, verklaringId);
    }

    /** Gives back the lines of a paper. */
    void release(UUID trajectoryId, UUID verklaringId) {
        claims.releaseAll(scope(trajectoryId), verklaringId);
    }

    /** The live paper on which a werkproces of a trajectory stands, if there is one. */
    public Optional<UUID> paperOf(UUID trajectoryId, String werkproces) {
        return claims.holder(scope(trajectoryId), werkproces);
    }

    /** All live papers that rest on a trajectory. */
    public Set<UUID> papersOf(UUID trajectoryId) {
        return claims.holders(scope(trajectoryId));
    }

    private Decision<VerklaringEvent> rejected(UUID trajectoryId, String code) {
        return claims.holder(scope(trajectoryId), code)
                .map(holder -> Decision.<VerklaringEvent>rejected(
                        LINE_ON_OTHER_VERKLARING, Map.of("werkproces", code, "verklaringId", holder)))
                .orElse(Decision.rejected(LINE_ON_OTHER_VERKLARING, Map.of("werkproces", code)));
    }

    private static String scope(UUID trajectoryId) {
        return "verklaring-line/" + trajectoryId;
    }
}
