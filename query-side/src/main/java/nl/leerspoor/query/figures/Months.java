package nl.leerspoor.query.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.TwoClocks.Known;

/**
 * The days of which figures are told to who gets totals only: of the ends of months, as known at the end of a month that is
 * over. Who could choose any moment would see each single change between two of them (rule B34).
 *
 * @param only whether no other days may be asked
 * @param last the last day of the last month that is over
 */
record Months(boolean only, LocalDate last) {

    /** What the API says of it. */
    static final String DESCRIPTION =
            "Wie alleen totalen krijgt, vraagt hele maanden: peildata en kennisdata zijn de laatste"
                    + " dag van een maand, de kennisdata van een maand die voorbij is, en een periode begint op de eerste dag. Wat"
                    + " ontbreekt, is dan het einde van de vorige maand.";

    private static final Text END = new Text(
            "Wie alleen totalen krijgt, vraagt de laatste dag van een maand.",
            "Who gets totals only asks for the last day of a month.");

    private static final Text KNOWN = new Text(
            "Wie alleen totalen krijgt, vraagt de laatste dag van een maand die voorbij is, en geen tijdstip.",
            "Who gets totals only asks for the last day of a month that is over, and for no time of day.");

    private static final Text FIRST = new Text(
            "Wie alleen totalen krijgt, vraagt de eerste dag van een maand.",
            "Who gets totals only asks for the first day of a month.");

    private static final Text STEP =
            new Text("Wie alleen totalen krijgt, vraagt maanden.", "Who gets totals only asks for months.");

    static Months of(Scope scope, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(TwoClocks.ZONE));
        return new Months(scope.aggregates(), today.withDayOfMonth(1).minusDays(1));
    }

    /** What is asked, or the last of these days when nothing is. */
    String orLast(String asked) {
        return asked == null && only ? last.toString() : asked;
    }

    /** Refuses a day that is not the last of its month. */
    void end(Reading reading, String name, LocalDate day) {
        if (only && !isEnd(day)) {
            reading.refuse(InputFault.OUT_OF_RANGE.in(name, END));
        }
    }

    /** Refuses a knowledge date that is a moment, not the last of its month, or not over. */
    void known(Reading reading, String name, Optional<Known> known) {
        if (only && known.filter(moment -> !isOver(moment.text())).isPresent()) {
            reading.refuse(InputFault.OUT_OF_RANGE.in(name, KNOWN));
        }
    }

    /** Refuses a day that is not the first of its month. */
    void first(Reading reading, String name, Optional<LocalDate> day) {
        if (only && day.filter(first -> first.getDayOfMonth() != 1).isPresent()) {
            reading.refuse(InputFault.OUT_OF_RANGE.in(name, FIRST));
        }
    }

    /** The step that is asked, and when none is, the one that goes without saying. */
    Step step(Reading reading, Optional<Step> asked) {
        if (only && asked.filter(step -> step != Step.MONTH).isPresent()) {
            reading.refuse(InputFault.INVALID_VALUE.in("step", STEP));
        }
        return asked.orElse(only ? Step.MONTH : Step.WEEK);
    }

    private boolean isOver(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return isEnd(day) && !day.isAfter(last);
        } catch (DateTimeParseException moment) {
            return false;
        }
    }

    private static boolean isEnd(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
