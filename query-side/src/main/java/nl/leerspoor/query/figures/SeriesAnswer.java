package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.leerspoor.query.question.Described;

/** Figures on one day after the other, and the question that they answer. */
@Schema(name = "FiguresSeries", description = "Kengetallen per dag, week of maand")
record SeriesAnswer(
        @Schema(description = "Arbeidsmarktregio; null voor alle regio's samen", example = "AM05", nullable = true)
        String region,

        LocalDate from,
        LocalDate until,
        Step step,

        @Schema(description = "Kennisdatum zoals gevraagd; null als alles telt wat is verwerkt", nullable = true)
        String knownOn,

        @Schema(description = "Versie van de definities van de kengetallen", example = "1")
        int definitionVersion,

        @Schema(description = Described.POSITION) long position,
        List<Point> points) {

    /** The figures of a day, week or month. */
    @Schema(name = "FiguresPoint")
    record Point(
            @Schema(
                    description = "Eerste dag van de dag, week of maand, voor zover gevraagd. Wat `inPeriod` heet, telt"
                            + " van deze dag tot en met de peildatum.")
            LocalDate from,

            @Schema(description = "Laatste dag ervan: de dag waarover de kengetallen gaan")
            LocalDate validOn,

            @Schema(
                    description = "Kengetallen op naam",
                    example = "{\"inProgress\":{\"total\":54},\"onHold\":{\"total\":0}}")
            Map<String, Map<String, Object>> figures,

            @Schema(description = Suppression.DESCRIPTION) List<String> suppressed) {}

    /**
     * One number in a file for spreadsheets.
     *
     * @param number     its name within the figure, with dots: {@code total}, {@code bySector.LOG}
     * @param value      null where there is nothing to take a mean, a median or a share of, and where it was left out
     * @param suppressed whether it was left out because it is small, or would tell another that is
     */
    record Line(LocalDate from, LocalDate validOn, String figure, String number, BigDecimal value, boolean suppressed) {

        private static Stream<Line> of(Point point) {
            return point.figures().entrySet().stream()
                    .flatMap(figure -> of(point, figure.getKey(), "", figure.getValue()));
        }

        private static Stream<Line> of(Point point, String figure, String prefix, Map<?, ?> numbers) {
            return numbers.entrySet().stream()
                    .flatMap(number -> number.getValue() instanceof Map<?, ?> more
                            ? of(point, figure, prefix + number.getKey() + ".", more)
                            : Stream.of(new Line(
                                    point.from(),
                                    point.validOn(),
                                    figure,
                                    prefix + number.getKey(),
                                    decimal(number.getValue()),
                                    point.suppressed().contains(figure + "." + prefix + number.getKey()))));
        }

        private static BigDecimal decimal(Object number) {
            return number == null ? null : new BigDecimal(number.toString());
        }
    }

    /** Every number on a line of its own. */
    static Stream<Line> lines(List<Point> points) {
        return points.stream().flatMap(Line::of);
    }
}
