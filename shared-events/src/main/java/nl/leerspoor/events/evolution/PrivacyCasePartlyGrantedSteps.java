package nl.leerspoor.events.evolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** It was not said before which parts of a copy are withheld, and none was. */
final class PrivacyCasePartlyGrantedSteps {

    static final List<Step> ALL =
            List.of(new Step("privacy.PrivacyCasePartlyGranted", 1, PrivacyCasePartlyGrantedSteps::withholdingNothing));

    private PrivacyCasePartlyGrantedSteps() {}

    private static Map<String, Object> withholdingNothing(Map<String, Object> event) {
        Map<String, Object> next = new LinkedHashMap<>(event);
        next.put("withheld", List.of());
        return next;
    }
}
