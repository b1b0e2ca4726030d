package nl.leerspoor.command.reportsnapshot;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.FIGURES_NOT_TOLD;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.KNOWN_ON_IN_FUTURE;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.PUBLISHED_BEFORE_KNOWN_ON;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_ALREADY_SUPERSEDED;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_NOT_LATER;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.SNAPSHOT_NOT_PUBLISHED;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.UNKNOWN_SNAPSHOT;
import static nl.leerspoor.command.reportsnapshot.ReportSnapshotRefusal.VALID_ON_NOT_OVER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.reportsnapshot.ReportSnapshot.NotPublished;
import nl.leerspoor.command.reportsnapshot.ReportSnapshot.Published;
import nl.leerspoor.command.reportsnapshot.ReportSnapshot.Superseded;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.PublishSnapshot;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.SupersedeSnapshot;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotPublished;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotSuperseded;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.RevisedFigure;

/** The rules of reports: what is published is what was told, once, and it never changes. */
final class Publishing {

    private Publishing() {}

    /**
     * Whether these figures may be published.
     *
     * @param told what the reading side told under the hash of the command
     * @param at   the moment of publication
     */
    static Decision<ReportSnapshotEvent> publish(
            ReportSnapshot state, PublishSnapshot c, Optional<Report> told, Instant at) {
        if (!(state instanceof NotPublished)) {
            return rejected(ID_IN_USE);
        }
        if (c.effectiveOn().isBefore(c.knownOn())) {
            return rejected(PUBLISHED_BEFORE_KNOWN_ON);
        }
        return told.filter(report -> isAskedFor(report, c))
                .map(report -> publish(report, c, at))
                .orElse(rejected(FIGURES_NOT_TOLD));
    }

    private static Decision<ReportSnapshotEvent> publish(Report report, PublishSnapshot c, Instant at) {
        if (!isOver(report)) {
            return rejected(VALID_ON_NOT_OVER);
        }
        return report.knownAt().isAfter(at)
                ? rejected(KNOWN_ON_IN_FUTURE)
                : accepted(new ReportSnapshotPublished(
                        c.snapshotId(),
                        report.region(),
                        c.effectiveOn(),
                        report.validOn(),
                        report.knownOn(),
                        report.knownAt(),
                        report.definitionVersion(),
                        report.figures(),
                        report.hash()));
    }

    /** Then whatever is entered of that day after the report comes on a later day, and is late. */
    private static boolean isOver(Report report) {
        LocalDate next = LocalDate.ofInstant(report.knownAt().plus(1, ChronoUnit.MICROS), By.ZONE);
        return next.isAfter(report.validOn());
    }

    private static boolean isAskedFor(Report report, PublishSnapshot c) {
        return report.region().equals(c.region())
                && report.validOn().equals(c.validOn())
                && report.knownOn().equals(c.knownOn())
                && report.definitionVersion() == c.definitionVersion()
                && report.hash().equals(c.hash());
    }

    /**
     * Whether another report takes the place of this one.
     *
     * @param successor the other report, if there is one in reach
     */
    static Decision<ReportSnapshotEvent> supersede(
            ReportSnapshot state, SupersedeSnapshot c, Optional<ReportSnapshot> successor) {
        return switch (state) {
            case NotPublished none -> rejected(SNAPSHOT_NOT_PUBLISHED);
            case Superseded superseded ->
                rejected(SNAPSHOT_ALREADY_SUPERSEDED, Map.of("supersededBy", superseded.by()));
            case Published published ->
                switch (successor.orElse(new NotPublished())) {
                    case NotPublished none -> rejected(UNKNOWN_SNAPSHOT);
                    case Superseded superseded ->
                        rejected(SNAPSHOT_ALREADY_SUPERSEDED, Map.of("supersededBy", superseded.by()));
                    case Published next -> supersede(published, next.report(), c);
                };
        };
    }

    private static Decision<ReportSnapshotEvent> supersede(Published published, Report next, SupersedeSnapshot c) {
        Report report = published.report();
        if (!next.region().equals(report.region())) {
            return rejected(UNKNOWN_SNAPSHOT);
        }
        if (!next.validOn().equals(report.validOn()) || !isLater(next, report)) {
            return rejected(SNAPSHOT_NOT_LATER);
        }
        return accepted(new ReportSnapshotSuperseded(
                published.id(),
                report.region(),
                c.effectiveOn(),
                c.supersededBy(),
                c.reason(),
                differences(report, next)));
    }

    private static boolean isLater(Report next, Report report) {
        return next.knownAt().isAfter(report.knownAt())
                || next.knownAt().equals(report.knownAt()) && next.definitionVersion() > report.definitionVersion();
    }

    /** The numbers that two reports differ in, by name. */
    private static List<RevisedFigure> differences(Report one, Report other) {
        Map<String, BigDecimal> before = numbers(one);
        Map<String, BigDecimal> after = numbers(other);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new RevisedFigure(name, before.get(name), after.get(name)))
                .toList();
    }

    private static Map<String, BigDecimal> numbers(Report report) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (ReportedFigure figure : report.figures()) {
            numbers.put(figure.name(), figure.value());
        }
        return numbers;
    }
}
