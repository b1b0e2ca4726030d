package nl.leerspoor.platform.personaldata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Looks for texts that were planted as personal data and may be found nowhere: in a copy of every table, and in any file.
 * It knows them plain (UTF-8), in UTF-16, in hexadecimal and in base64, whatever stands before and behind. A server
 * compresses long values in its files, so tables have to be searched as well as files.
 */
public final class PlantedTexts {

    private static final int BUFFER = 1 << 20;
    private static final int SHORTEST = 6;

    private final List<Needle> needles = new ArrayList<>();
    private final BitSet beginnings = new BitSet(1 << 16);
    private final int longest;

    /** A text in one of its forms. */
    private record Needle(String text, String form, byte[] bytes) {}

    /**
     * What was found.
     *
     * @param where the table, or the file
     * @param text  which of the planted ones
     * @param form  as what
     */
    public record Find(String where, String text, String form) implements Comparable<Find> {

        @Override
        public int compareTo(Find other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Looks for these; each has at least six letters or digits, all ASCII, so that none is found by chance. */
    public PlantedTexts(String... texts) {
        for (String text : texts) {
            if (text.length() < SHORTEST
                    || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
                throw new IllegalArgumentException("Too short to be told from chance, or not ASCII: " + text);
            }
            plant(text);
        }
        longest =
                needles.stream().mapToInt(needle -> needle.bytes().length).max().orElseThrow();
    }

    private void plant(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        add(text, "plain", plain);
        add(text, "upper case", text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        add(text, "lower case", text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            add(text, wide.name(), text.getBytes(wide));
            add(text, wide.name() + " in hex", ascii(HexFormat.of().formatHex(text.getBytes(wide))));
        }
        add(text, "hex", ascii(HexFormat.of().formatHex(plain)));
        add(text, "hex", ascii(HexFormat.of().withUpperCase().formatHex(plain)));
        for (int before = 0; before < 3; before++) {
            byte[] standard = ascii(base64(plain, before));
            add(text, "base64", standard);
            add(text, "base64 in hex", ascii(HexFormat.of().formatHex(standard)));
            add(
                    text,
                    "base64",
                    ascii(new String(standard, StandardCharsets.US_ASCII)
                            .replace('+', '-')
                            .replace('/', '_')));
        }
    }

    /** What of the text's base64 is the same whatever stands behind it, when so many bytes stand before it. */
    private static String base64(byte[] plain, int before) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, last);
    }

    private void add(String text, String form, byte[] bytes) {
        needles.add(new Needle(text, form, bytes));
        beginnings.set(beginning(bytes, 0));
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What is found in a copy of every table of a database, those of the system and of long values too. */
    public Set<Find> inTables(Connection superuser) throws SQLException, IOException {
        Set<Find> finds = new TreeSet<>();
        for (String table : tables(superuser)) {
            Search search = new Search(table, finds);
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from " + table + ") to stdout", search);
            search.close();
        }
        return finds;
    }

    private static Set<String> tables(Connection superuser) throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select format('%I.%I', nspname, relname) from pg_class
                          join pg_namespace on pg_namespace.oid = relnamespace
                         where relkind in ('r', 'm', 't') order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** What is found in the files of a folder and those below it, by their path in it; a missing folder has none. */
    public Set<Find> inFiles(Path folder) throws IOException {
        Set<Find> finds = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException none) {
            return finds;
        }
        for (Path file : files) {
            Search search = new Search(folder.relativize(file).toString(), finds);
            try (InputStream content = Files.newInputStream(file)) {
                content.transferTo(search);
                search.close();
            } catch (NoSuchFileException removedMeanwhile) {
                // a server throws WAL and temporary files away as it works
            }
        }
        return finds;
    }

    /** What is found in a text, such as a log. */
    public Set<Find> in(String where, String text) {
        Set<Find> finds = new TreeSet<>();
        try (Search search = new Search(where, finds)) {
            search.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finds;
    }

    /** Looks at what flows by, and keeps so much of it that nothing is cut in two. */
    private final class Search extends OutputStream {

        private final String where;
        private final Set<Find> finds;
        private byte[] held = new byte[BUFFER + longest];
        private int filled;

        Search(String where, Set<Find> finds) {
            this.where = where;
            this.finds = finds;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int at = 0; at < length; ) {
                int part = Math.min(length - at, held.length - filled);
                System.arraycopy(bytes, offset + at, held, filled, part);
                filled += part;
                at += part;
                if (filled == held.length) {
                    look();
                    int kept = longest - 1;
                    System.arraycopy(held, filled - kept, held, 0, kept);
                    filled = kept;
                }
            }
        }

        @Override
        public void close() {
            look();
            filled = 0;
        }

        private void look() {
            for (int at = 0; at < filled - 1; at++) {
                if (beginnings.get(beginning(held, at))) {
                    compare(at);
                }
            }
        }

        private void compare(int at) {
            for (Needle needle : needles) {
                int end = at + needle.bytes().length;
                if (end <= filled && Arrays.equals(held, at, end, needle.bytes(), 0, needle.bytes().length)) {
                    finds.add(new Find(where, needle.text(), needle.form()));
                }
            }
        }
    }
}
