package nl.leerspoor.platform.proof.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.leerspoor.platform.proof.dossier.Dossier;
import nl.leerspoor.platform.proof.dossier.DossierZip;
import nl.leerspoor.platform.proof.dossier.Manifest;
import nl.leerspoor.platform.proof.verifier.ExportCheck.Unreadable;

/** The files of a dossier, in memory. */
final class DossierFiles {

    private static final int LARGEST = 256 << 20;

    private final Map<String, byte[]> files;
    private final List<String> twice;

    private DossierFiles(Map<String, byte[]> files, List<String> twice) {
        this.files = files;
        this.twice = twice;
    }

    /** Reads a zip, of which no more than a dossier may have. */
    static DossierFiles read(Path zip) throws IOException, Unreadable {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        try (var opened = new ZipFile(zip.toFile())) {
            int left = LARGEST;
            for (ZipEntry entry : opened.stream().toList()) {
                byte[] bytes = content(opened, entry, left);
                left -= bytes.length;
                if (files.put(entry.getName(), bytes) != null) {
                    twice.add(entry.getName());
                }
            }
        } catch (ZipException broken) {
            throw new Unreadable("this is no zip, or it is not whole: " + broken.getMessage());
        }
        return new DossierFiles(files, twice);
    }

    /** What a file has in it; nothing when it is not there. */
    byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** What is otherwise than the manifest says. */
    List<String> differences(List<Manifest.Summed> summed) {
        List<String> differences = new ArrayList<>();
        twice.forEach(name -> differences.add("file %s is in it twice".formatted(name)));
        Map<String, byte[]> others = new LinkedHashMap<>(files);
        others.remove(Dossier.MANIFEST);
        for (Manifest.Summed file : summed) {
            byte[] bytes = others.remove(file.name());
            if (bytes == null) {
                differences.add("file %s is missing".formatted(file.name()));
            } else if (bytes.length != file.bytes() || !DossierZip.sha256(bytes).equals(file.sha256())) {
                differences.add("file %s is not the one of the manifest".formatted(file.name()));
            }
        }
        others.keySet().forEach(name -> differences.add("file %s is not in the manifest".formatted(name)));
        return differences;
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, int most) throws IOException, Unreadable {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new Unreadable("it is larger than a dossier can be");
            }
            return bytes;
        }
    }
}
