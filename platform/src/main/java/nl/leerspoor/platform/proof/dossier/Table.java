package nl.leerspoor.platform.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of a dossier, for spreadsheets: RFC 4180 with semicolons, in UTF-8 with the mark by which they know that it is.
 * A text that they would take for a formula gets an apostrophe before it.
 */
public final class Table {

    private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*";

    private Table() {}

    /** The file. */
    public static byte[] of(Dossier dossier) {
        var table = new StringBuilder("\uFEFF").append(line(Told.COLUMNS));
        int number = 0;
        for (ProvenEvent event : dossier.events()) {
            table.append(line(Told.of(++number, event).row()));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Table::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = text.matches(FORMULA) ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
