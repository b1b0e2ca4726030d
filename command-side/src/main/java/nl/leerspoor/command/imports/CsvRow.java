package nl.leerspoor.command.imports;

import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;

/** Takes the cells out of one row of CSV (RFC 4180). */
final class CsvRow {

    private final String row;
    private final char separator;
    private int at;

    private CsvRow(String row, char separator) {
        this.row = row;
        this.separator = separator;
    }

    /**
     * The cells of a row, of which there is one at least.
     *
     * @throws ProblemException when a quote stands where none can be, or is never closed
     */
    static List<String> cells(String row, char separator) {
        return new CsvRow(row, separator).cells();
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < row.length()) {
            at++;
            cells.add(cell());
        }
        return cells;
    }

    /** One cell; then stands at the separator behind it or at the end. */
    private String cell() {
        if (at < row.length() && row.charAt(at) == '"') {
            return quotedCell();
        }
        int end = row.indexOf(separator, at);
        String cell = row.substring(at, end < 0 ? row.length() : end);
        if (cell.indexOf('"') >= 0) {
            throw notCsv();
        }
        at += cell.length();
        return cell;
    }

    private String quotedCell() {
        StringBuilder cell = new StringBuilder();
        int from = at + 1;
        while (true) {
            int quote = row.indexOf('"', from);
            if (quote < 0) {
                throw notCsv();
            }
            cell.append(row, from, quote);
            at = quote + 1;
            if (at == row.length() || row.charAt(at) == separator) {
                return cell.toString();
            }
            if (row.charAt(at) != '"') {
                throw notCsv();
            }
            cell.append('"');
            from = at + 1;
        }
    }

    private static ProblemException notCsv() {
        return ProblemException.invalid(List.of(InputFault.NOT_CSV.at("#")));
    }
}
