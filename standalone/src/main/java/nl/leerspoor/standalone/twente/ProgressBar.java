package nl.leerspoor.standalone.twente;

import java.io.PrintStream;

/** Shows on a terminal how far something is; on anything else it says so at every quarter. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final String label;
    private final int total;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(PrintStream out, String label, int total) {
        this.out = out;
        this.label = label;
        this.total = total;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    /** Shows that so many of all are done. */
    void at(int done) {
        int part = done * (terminal ? WIDTH : 4) / total;
        if (part == shown) {
            return;
        }
        shown = part;
        if (terminal) {
            out.printf(
                    "\r%s [%s%s] %d%%%s",
                    label, "#".repeat(part), ".".repeat(WIDTH - part), done * 100 / total, done == total ? "\n" : "");
        } else {
            out.printf("%s %d%%%n", label, part * 25);
        }
        out.flush();
    }
}
