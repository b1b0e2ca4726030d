package nl.leerspoor.query.privacy.export;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nl.leerspoor.platform.personaldata.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out of what is told to a person who else is in it (AVG art. 15(4)): the ids of colleagues and of other candidates,
 * and whatever is sealed for somebody else.
 */
final class OthersLeftOut {

    /** What stands in the place of somebody else. */
    static final String SOMEBODY_ELSE = "[ander persoon]";

    /** Members with the id of a person, or of what is one person's own. */
    private static final Pattern OF_A_PERSON = Pattern.compile(
            "(?i).*(candidate|supervisor|werkcoach|schoolcoach|contactperson|person|trajectory|reserved)_?(id|ids|for)"
                    + "|(?i)(?!requested_?by)\\w+by");

    private final Set<String> own;
    private final BiFunction<String, Envelope, JsonNode> open;

    /**
     * For one person.
     *
     * @param own  all ids that are the person's own: theirs, and those of their candidates and trajectories
     * @param open opens what is sealed for them, by the name of its member
     */
    OthersLeftOut(Set<String> own, BiFunction<String, Envelope, JsonNode> open) {
        this.own = own;
        this.open = open;
    }

    /** What may be told of it. */
    JsonNode of(JsonNode told) {
        ObjectNode mine = JsonNodeFactory.instance.objectNode();
        told.properties().forEach(member -> mine.set(member.getKey(), member(member.getKey(), member.getValue())));
        return mine;
    }

    private JsonNode member(String name, JsonNode value) {
        Envelope sealed = Envelope.of(value).orElse(null);
        if (sealed != null) {
            return isOwn(sealed.person()) ? open.apply(name, sealed) : somebodyElse();
        }
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> all.add(member(name, one)));
            return all;
        }
        if (value.isObject()) {
            return of(value);
        }
        return value.isString() && OF_A_PERSON.matcher(name).matches() && !own.contains(value.asString())
                ? somebodyElse()
                : value;
    }

    private boolean isOwn(UUID person) {
        return own.contains(person.toString());
    }

    private static JsonNode somebodyElse() {
        return JsonNodeFactory.instance.stringNode(SOMEBODY_ELSE);
    }
}
