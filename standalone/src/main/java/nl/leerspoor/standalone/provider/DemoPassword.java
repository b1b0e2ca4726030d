package nl.leerspoor.standalone.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The password of all demo users, made at the first start and kept beside the data, readable by whoever started it. It
 * stands in no source, so that nobody else on the machine, and no page in a browser, knows it.
 *
 * @param text five groups of four letters and digits, without those that look like others
 * @param file where it is kept
 */
public record DemoPassword(String text, Path file) {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    /** The one of a data folder, made when there is none. */
    public static DemoPassword of(Path data) {
        Path file = data.toAbsolutePath().normalize().resolve("demo-password");
        try {
            make(file);
            return new DemoPassword(Files.readString(file).strip(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("The password of the demo users can't be kept in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, random() + System.lineSeparator());
        } catch (FileAlreadyExistsException kept) {
            // a next start finds what the first one made
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
