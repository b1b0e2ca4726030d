package nl.leerspoor.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;

/**
 * Cuts a body into lines while it comes in, and keeps no more of it than one line. Blank lines are counted and passed
 * over, and so is the byte order mark that some programs begin with.
 */
final class Lines {

    /** Bytes of a line. */
    static final int LONGEST = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String SEPARATORS = ",;";

    private static final int NOWHERE = -2;

    private final InputStream body;
    private final boolean quoted;
    private final int mostLines;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int begin;
    private int next;
    private int end;
    private boolean ended;
    private boolean inQuotes;
    private boolean tooLong;
    private int number = 1;
    private int breaks;
    private int closedAt = NOWHERE;

    /**
     * Reads a body.
     *
     * @param quoted    whether a line break between double quotes belongs to the line, as in CSV
     * @param mostLines after so many lines the rest is refused
     */
    Lines(InputStream body, boolean quoted, int mostLines) {
        this.body = body;
        this.quoted = quoted;
        this.mostLines = mostLines;
    }

    /**
     * The next line that is not blank, waiting for it as long as the body may be silent; empty at the end.
     *
     * @throws ProblemException when there are too many lines, or the body is silent for too long
     */
    Optional<Line> next() throws IOException {
        while (true) {
            while (!isLineComplete() && !ended) {
                fill();
            }
            if (begin == end && ended && !tooLong) {
                return Optional.empty();
            }
            Line line = cut();
            if (line.number() > mostLines) {
                throw new ProblemException(HttpProblem.BODY_TOO_LARGE.saying(
                        "Een bestand mag hoogstens " + mostLines + " regels hebben.",
                        "A file may have at most " + mostLines + " lines."));
            }
            if (!(line instanceof Line.Whole whole && isBlank(whole.bytes()))) {
                return Optional.of(line);
            }
        }
    }

    /** Whether the next line can be had, or the end seen, without waiting for the sender. */
    boolean isAtHand() throws IOException {
        while (!isLineComplete() && !ended) {
            if (body.available() == 0) {
                return false;
            }
            fill();
        }
        return true;
    }

    /** Waits for the first bytes, or for the end of a body that has none. */
    void await() throws IOException {
        if (begin == end && !ended) {
            fill();
        }
    }

    /** Looks on for the end of the line; what is too long is forgotten on the way. */
    private boolean isLineComplete() {
        while (next < end) {
            byte read = buffer[next];
            if (read == '"' && quoted && !tooLong) {
                quote();
            } else if (read == '\n') {
                if (!inQuotes) {
                    return true;
                }
                breaks++;
            }
            next++;
            if (next - begin > LONGEST) {
                tooLong = true;
                inQuotes = false;
                begin = next;
            }
        }
        return false;
    }

    /** A quote opens a cell only where one begins; right behind one that closed, it stands for itself and goes on. */
    private void quote() {
        if (inQuotes) {
            inQuotes = false;
            closedAt = next;
        } else {
            boolean atBegin = next == begin || number == 1 && next == begin + BYTE_ORDER_MARK.length;
            inQuotes = atBegin || closedAt == next - 1 || SEPARATORS.indexOf(buffer[next - 1]) >= 0;
        }
    }

    private Line cut() {
        byte[] bytes = Arrays.copyOfRange(buffer, begin, next);
        Line line = tooLong ? new Line.TooLong(number) : new Line.Whole(number, text(bytes));
        begin = Math.min(next + 1, end);
        next = begin;
        number += breaks + 1;
        breaks = 0;
        inQuotes = false;
        closedAt = NOWHERE;
        tooLong = false;
        return line;
    }

    private byte[] text(byte[] bytes) {
        int from = number == 1 && startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte character : bytes) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            next -= begin;
            end -= begin;
            closedAt -= begin;
            begin = 0;
        }
        int read = body.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }
}
