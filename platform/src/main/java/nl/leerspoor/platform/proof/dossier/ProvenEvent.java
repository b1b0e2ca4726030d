package nl.leerspoor.platform.proof.dossier;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.InclusionProof;
import nl.leerspoor.platform.proof.JsonLine;

/**
 * An event of a dossier: a line of {@link Dossier#EVENTS}.
 *
 * @param row   as it is stored, sealed values too
 * @param proof that it is in the log, at the size of the dossier's checkpoint
 * @param code  its authentication code, if it has one
 */
public record ProvenEvent(EventRow row, InclusionProof proof, Optional<byte[]> code) {

    /** As it is written. */
    public String line() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("position", row.position());
        members.put("eventId", row.eventId());
        members.put("stream", row.stream());
        members.put("version", row.version());
        members.put("streamType", row.streamType());
        members.put("name", row.name());
        members.put("revision", row.revision());
        members.put("payload", base64(row.payload()));
        members.put("metadata", base64(row.metadata()));
        members.put("timestamp", row.timestamp());
        code.ifPresent(mac -> members.put("mac", base64(mac)));
        members.put("index", proof.index());
        members.put("path", base64(joined(proof.path())));
        return JsonLine.of(members);
    }

    /**
     * Reads a line; throws when it is none.
     *
     * @param size of the tree that proofs are of
     */
    public static ProvenEvent parse(String line, long size) {
        Map<String, String> members = JsonLine.parse(line);
        return new ProvenEvent(
                new EventRow(
                        number(members, "position"),
                        text(members, "eventId"),
                        text(members, "stream"),
                        number(members, "version"),
                        text(members, "streamType"),
                        text(members, "name"),
                        text(members, "revision"),
                        bytes(text(members, "payload")),
                        bytes(text(members, "metadata")),
                        text(members, "timestamp")),
                new InclusionProof(number(members, "index"), size, hashes(bytes(text(members, "path")))),
                Optional.ofNullable(members.get("mac")).map(ProvenEvent::bytes));
    }

    private static byte[] joined(List<Hash> path) {
        var bytes = new ByteArrayOutputStream(path.size() * Hash.SIZE);
        path.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private static List<Hash> hashes(byte[] joined) {
        List<Hash> hashes = new ArrayList<>();
        for (int from = 0; from < joined.length; from += Hash.SIZE) {
            hashes.add(Hash.of(Arrays.copyOfRange(joined, from, Math.min(joined.length, from + Hash.SIZE))));
        }
        return hashes;
    }

    private static String text(Map<String, String> members, String name) {
        return Manifest.member(members, name);
    }

    private static long number(Map<String, String> members, String name) {
        return Long.parseLong(text(members, name));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
