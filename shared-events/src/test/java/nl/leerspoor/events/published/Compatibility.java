package nl.leerspoor.events.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether receivers who were built on one schema of a type can live with the next. What may change is what people read,
 * a member more that isn't always there, and a code more in a list, since receivers have to take codes that they don't
 * know. Every other change needs a new version of the type.
 */
final class Compatibility {

    private static final Set<String> FOR_PEOPLE = Set.of("title", "description", "$comment", "examples");
    private static final Set<String> COMPARED = Set.of("properties", "required", "enum", "items");

    private Compatibility() {}

    /** What breaks, each in a line; nothing when the schema may take the place of the released one. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        List<String> breaks = new ArrayList<>();
        compare("", released, now, breaks);
        return breaks;
    }

    private static void compare(String path, JsonNode released, JsonNode now, List<String> breaks) {
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(FOR_PEOPLE);
        keywords.removeAll(COMPARED);
        for (String keyword : keywords) {
            if (!released.path(keyword).equals(now.path(keyword))) {
                breaks.add("%s: %s was %s and is %s"
                        .formatted(at(path), keyword, shown(released.path(keyword)), shown(now.path(keyword))));
            }
        }
        codes(path, released.path("enum"), now.path("enum"), breaks);
        required(path, released, now, breaks);
        if (released.has("items") || now.has("items")) {
            compare(path + "[]", released.path("items"), now.path("items"), breaks);
        }
        released.path("properties").properties().forEach(member -> {
            JsonNode same = now.path("properties").path(member.getKey());
            if (same.isMissingNode()) {
                breaks.add("%s.%s: is gone".formatted(path, member.getKey()));
            } else {
                compare(path + "." + member.getKey(), member.getValue(), same, breaks);
            }
        });
    }

    private static void codes(String path, JsonNode released, JsonNode now, List<String> breaks) {
        if (released.isMissingNode() != now.isMissingNode()) {
            breaks.add("%s: %s".formatted(at(path), now.isMissingNode() ? "has no codes any more" : "has codes now"));
        }
        Set<String> gone = texts(released);
        gone.removeAll(texts(now));
        gone.forEach(code -> breaks.add("%s: can't be %s any more".formatted(at(path), code)));
    }

    private static void required(String path, JsonNode released, JsonNode now, List<String> breaks) {
        Set<String> before = texts(released.path("required"));
        Set<String> after = texts(now.path("required"));
        after.stream()
                .filter(member -> !before.contains(member))
                .forEach(member -> breaks.add(
                        "%s.%s: is required now, while messages that were sent lack it".formatted(path, member)));
        before.stream()
                .filter(member -> !after.contains(member))
                .forEach(member -> breaks.add("%s.%s: may be absent now".formatted(path, member)));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String at(String path) {
        return path.isEmpty() ? "the data" : path;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
