package nl.leerspoor.platform.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * Cosigns checkpoints (c2sp.org/tlog-cosignature). To cosign one is to say that the log had grown to it out of every one
 * before; so whoever does looks at that first.
 */
public record Witness(NoteSigner signer) {

    /** What others need to check its cosignatures. */
    public WitnessKey key() {
        return new WitnessKey(signer.key());
    }

    /** The note with one line more. */
    public SignedNote cosign(SignedNote note, Instant at) {
        byte[] signature = signer.sign(WitnessKey.message(note.text(), at.getEpochSecond()))
                .signatures()
                .getFirst()
                .signature();
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
        return note.with(List.of(new SignedNote.By(signer.key().name(), key().id(), timed)));
    }
}
