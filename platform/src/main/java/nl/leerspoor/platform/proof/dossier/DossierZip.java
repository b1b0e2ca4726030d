package nl.leerspoor.platform.proof.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes dossiers: the same bytes for the same dossier. */
public final class DossierZip {

    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final List<Manifest.Summed> files = new ArrayList<>();

    private DossierZip(ZipOutputStream zip, LocalDateTime time) {
        this.zip = zip;
        this.time = time;
    }

    /**
     * Writes a dossier, file by file.
     *
     * @param note    the checkpoint as it was signed
     * @param schemas of payloads, by the name of the file, in order
     */
    public static void write(OutputStream out, Dossier dossier, String note, Map<String, byte[]> schemas)
            throws IOException {
        var zip = new ZipOutputStream(out);
        var writing = new DossierZip(
                zip, LocalDateTime.ofInstant(Instant.parse(dossier.about().sealedAt()), ZoneOffset.UTC));
        writing.add(Dossier.PAGE, Page.of(dossier));
        writing.add(Dossier.TABLE, Table.of(dossier));
        writing.add(Dossier.CHECKPOINT, utf8(note));
        writing.add(
                Dossier.EVENTS,
                utf8(dossier.events().stream().map(event -> event.line() + "\n").collect(Collectors.joining())));
        for (Map.Entry<String, byte[]> schema : schemas.entrySet()) {
            writing.add(Dossier.SCHEMAS + schema.getKey(), schema.getValue());
        }
        writing.put(Dossier.MANIFEST, utf8(new Manifest(dossier.about(), dossier.streams(), writing.files).text()));
        zip.finish();
    }

    private void add(String name, byte[] bytes) throws IOException {
        put(name, bytes);
        files.add(new Manifest.Summed(name, sha256(bytes), bytes.length));
    }

    private void put(String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** A hash as a manifest has it. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
