package nl.leerspoor.command.verklaring;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.reference.CodeList;

/**
 * The legal form of the paper on a day (rule B14): until 1 August 2021 that of the pilots, from then on a part of the
 * mbo-verklaring. A draft carries the form of its own day, as a forecast; the day of issue decides.
 */
final class Regime {

    private Regime() {}

    /** The form of a day; empty before there was one. */
    static Optional<String> on(LocalDate day) {
        return CodeList.DOCUMENT_REGIMES.codesOn(day).stream().findFirst();
    }
}
