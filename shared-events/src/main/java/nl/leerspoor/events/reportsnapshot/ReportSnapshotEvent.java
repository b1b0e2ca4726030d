package nl.leerspoor.events.reportsnapshot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.Event;

/** Figures that a region reported: frozen as they were, and superseded when others take their place; never changed. */
public sealed interface ReportSnapshotEvent extends Event {

    UUID snapshotId();

    /**
     * The figures of a region on a day were reported.
     *
     * @param validOn           the day that they are about
     * @param knownOn           the day, in the Netherlands, up to which entries count
     * @param knownAt           the moment on that day up to which they count: its end, or earlier when it was not over
     * @param definitionVersion of the definitions of the figures
     * @param figures           every number, by name
     * @param hash              of all this, as {@link Report#hash()} makes it
     */
    record ReportSnapshotPublished(
            UUID snapshotId,
            String region,
            LocalDate effectiveOn,
            LocalDate validOn,
            LocalDate knownOn,
            Instant knownAt,
            int definitionVersion,
            List<ReportedFigure> figures,
            String hash)
            implements ReportSnapshotEvent {

        /** What was reported. */
        public Report report() {
            return new Report(region, validOn, knownOn, knownAt, definitionVersion, figures);
        }
    }

    /**
     * Another report took the place of this one, which stays as it is.
     *
     * @param supersededBy the other one, of the same day as known later
     * @param differences  the numbers that are others there
     */
    record ReportSnapshotSuperseded(
            UUID snapshotId,
            String region,
            LocalDate effectiveOn,
            UUID supersededBy,
            String reason,
            List<RevisedFigure> differences)
            implements ReportSnapshotEvent {}

    /**
     * A number in a report.
     *
     * @param name  the figure and the name of the number in it, with dots: {@code inProgress.bySector.LOG}
     * @param value without zeros at the end of its decimals; null of a mean or median of nothing
     */
    record ReportedFigure(String name, BigDecimal value) {

        /** What RFC 8785 writes as plain digits. */
        private static final int MOST_DIGITS = 15;

        private static final int MOST_DECIMALS = 6;

        public ReportedFigure {
            value = value == null ? null : plain(value);
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            if (stripped.precision() - Math.min(0, stripped.scale()) > MOST_DIGITS
                    || stripped.scale() > MOST_DECIMALS) {
                throw new IllegalArgumentException("Reports have no numbers like " + value);
            }
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** A number that is another in a later report; null where one of them has no such number. */
    record RevisedFigure(String name, BigDecimal before, BigDecimal after) {}

    /**
     * What a report says: figures of a region, with what they are of.
     *
     * @param figures in the order of their names
     */
    record Report(
            String region,
            LocalDate validOn,
            LocalDate knownOn,
            Instant knownAt,
            int definitionVersion,
            List<ReportedFigure> figures) {

        public Report {
            figures = figures.stream()
                    .sorted(Comparator.comparing(ReportedFigure::name))
                    .toList();
        }

        /** It as JSON in canonical form (RFC 8785): the same bytes wherever it is written. */
        public String canonical() {
            String numbers = figures.stream()
                    .map(figure -> text(figure.name()) + ":"
                            + (figure.value() == null ? "null" : figure.value().toPlainString()))
                    .collect(Collectors.joining(",", "{", "}"));
            return "{\"definitionVersion\":" + definitionVersion
                    + ",\"figures\":" + numbers
                    + ",\"knownAt\":" + text(knownAt.toString())
                    + ",\"knownOn\":" + text(knownOn.toString())
                    + ",\"region\":" + text(region)
                    + ",\"validOn\":" + text(validOn.toString()) + "}";
        }

        /** SHA-256 of the canonical form in UTF-8, in hexadecimal. */
        public String hash() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(canonical().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }

        /** A string of RFC 8785, 3.2.2.2. */
        private static String text(String value) {
            return value.chars().mapToObj(Report::escaped).collect(Collectors.joining("", "\"", "\""));
        }

        private static String escaped(int character) {
            return switch (character) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\b' -> "\\b";
                case '\t' -> "\\t";
                case '\n' -> "\\n";
                case '\f' -> "\\f";
                case '\r' -> "\\r";
                default -> character < ' ' ? "\\u%04x".formatted(character) : Character.toString((char) character);
            };
        }
    }
}
