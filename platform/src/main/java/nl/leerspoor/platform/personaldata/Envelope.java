package nl.leerspoor.platform.personaldata;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sealed value as it is stored: {@code {"pd":1,"s":"<person>","k":<key>,"c":"<base64>"}}.
 *
 * @param person     whose key it is under
 * @param key        which key of that person, an unsigned 32-bit number drawn by Tink; its ciphertext begins with it
 * @param ciphertext Tink's format: a byte 1, the key, 12 bytes of nonce, the encrypted value, 16 bytes of tag
 */
public record Envelope(UUID person, long key, byte[] ciphertext) {

    /** The version of the format. */
    static final int VERSION = 1;

    private static final String MARK = "pd";
    private static final int MEMBERS = 4;

    /** As JSON. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(MARK, VERSION)
                .put("s", person.toString())
                .put("k", key)
                .put("c", Base64.getEncoder().encodeToString(ciphertext));
    }

    /** The envelope that JSON is; nothing when it is anything else, or an envelope of another version. */
    public static Optional<Envelope> of(JsonNode json) {
        if (json.size() != MEMBERS
                || json.path(MARK).asInt(0) != VERSION
                || !json.path("s").isString()
                || !json.path("k").isIntegralNumber()
                || !json.path("c").isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Envelope(
                    UUID.fromString(json.path("s").asString()),
                    json.path("k").asLong(),
                    Base64.getDecoder().decode(json.path("c").asString())));
        } catch (IllegalArgumentException neitherIdNorBase64) {
            return Optional.empty();
        }
    }
}
