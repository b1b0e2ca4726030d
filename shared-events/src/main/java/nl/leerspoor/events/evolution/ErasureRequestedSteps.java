package nl.leerspoor.events.evolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Only candidates could ask to be erased, before supervisors and contact persons could. */
final class ErasureRequestedSteps {

    static final List<Step> ALL =
            List.of(new Step("privacy.ErasureRequested", 1, ErasureRequestedSteps::aboutACandidate));

    private ErasureRequestedSteps() {}

    private static Map<String, Object> aboutACandidate(Map<String, Object> event) {
        Map<String, Object> next = new LinkedHashMap<>(event);
        next.put("subjectKind", "CANDIDATE");
        next.put("subjectId", next.remove("candidateId"));
        return next;
    }
}
