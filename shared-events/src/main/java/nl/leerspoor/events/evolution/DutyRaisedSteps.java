package nl.leerspoor.events.evolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** No duty was about a request of a person over their own data, before there were such duties. */
final class DutyRaisedSteps {

    static final List<Step> ALL = List.of(new Step("duty.DutyRaised", 1, DutyRaisedSteps::aboutNoPrivacyCase));

    private DutyRaisedSteps() {}

    private static Map<String, Object> aboutNoPrivacyCase(Map<String, Object> event) {
        Map<String, Object> next = new LinkedHashMap<>(event);
        next.put("privacyCaseId", null);
        return next;
    }
}
