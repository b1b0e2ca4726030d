package nl.leerspoor.benchmark.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.leerspoor.benchmark.history.Career.Stage;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.LearningEvent.ProgressRecorded;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmationRetracted;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;

/** Learning at work, week after week, until the werkprocessen are confirmed. */
final class Learning {

    private static final int ATTENDANCE_IN_100 = 40;

    private final Career career;
    private final Region region;
    private final Set<String> weeks = new TreeSet<>();
    private int weeksToNext;

    Learning(Career career) {
        this.career = career;
        this.region = career.region;
    }

    void begin(LocalDate today) {
        weeksToNext = region.chance.between(3, 7);
        career.soon(today, 7, 9, this::week);
    }

    private void week(LocalDate today) {
        attend(today.minusDays(1));
        if (region.chance.between(1, 1_000) <= 3) {
            new Transfer(career).go(today);
        } else if (region.chance.between(1, 1_000) <= 2) {
            replacePlace(today);
        } else if (--weeksToNext > 0) {
            career.soon(today, 7, 7, this::week);
        } else {
            nextWerkproces().ifPresentOrElse(code -> judge(today, code), () -> complete(today));
        }
    }

    private void attend(LocalDate day) {
        if (!career.lastOn().isBefore(day)) {
            return;
        }
        if (region.chance.in100(ATTENDANCE_IN_100)) {
            int year = day.get(IsoFields.WEEK_BASED_YEAR);
            int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            weeks.add(year + "-" + week);
            career.note(
                    day,
                    new AttendanceRegistered(
                            career.id,
                            career.candidate,
                            region.code,
                            day,
                            year,
                            week,
                            BigDecimal.valueOf(region.chance.between(8, 32))));
        }
        if (region.chance.in100(12)) {
            career.note(
                    day,
                    new ProgressRecorded(
                            career.id,
                            career.candidate,
                            region.code,
                            day,
                            region.chance.oneOf("WERKNEMERS", "VAK"),
                            "OPDRACHT-" + region.chance.between(1, 20),
                            region.chance.oneOf(Matching.WERKPROCESSEN)));
        }
    }

    private Optional<String> nextWerkproces() {
        return career.placement.werkprocessen().stream()
                .filter(code -> !career.confirmed.contains(code))
                .findFirst();
    }

    private void replacePlace(LocalDate today) {
        region.freeSupervisor(career.sector, today)
                .filter(next -> career.placement.isAgreed() && next != career.placement.supervisor())
                .ifPresentOrElse(
                        next -> career.placement.replace(today, next, this::begin),
                        () -> career.soon(today, 7, 7, this::week));
    }

    private void judge(LocalDate today, String werkproces) {
        boolean mastered = region.chance.in100(88);
        UUID judged = career.decide(today)
                .enter(new WerkprocesJudged(
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        werkproces,
                        mastered ? "MASTERED" : "NOT_YET",
                        career.placement.supervisor().id(),
                        career.placement.supervisor().leerbedrijfId(),
                        career.placement.agreement()));
        if (mastered) {
            career.soon(today, 3, 12, day -> confirm(day, werkproces, judged));
        } else {
            begin(today);
        }
    }

    private void confirm(LocalDate today, String werkproces, UUID judged) {
        WerkprocesConfirmed event = new WerkprocesConfirmed(
                career.id,
                career.candidate,
                region.code,
                today,
                werkproces,
                judged,
                career.placement.supervisor().id(),
                career.placement.supervisor().leerbedrijfId(),
                career.placement.school(),
                region.school.name());
        UUID confirmed = career.decide(today, region.school).enter(event);
        if (region.chance.in100(1)) {
            career.decide(today, region.lead)
                    .enter(new WerkprocesConfirmationRetracted(
                            career.id,
                            career.candidate,
                            region.code,
                            today,
                            werkproces,
                            confirmed,
                            "DATA_ENTRY_ERROR",
                            region.lead.name()));
            confirmed = career.decide(today, region.school).enter(event);
        }
        career.confirmed.add(werkproces);
        career.proofs.add(new Career.Proof(werkproces, judged, confirmed));
        begin(today);
    }

    private void complete(LocalDate today) {
        Pen.Decision decision = career.decide(today);
        decision.enter(new TrajectoryCompleted(
                career.id,
                career.candidate,
                region.code,
                today,
                List.copyOf(career.confirmed),
                weeks.isEmpty() ? null : weeks.size(),
                true));
        career.placement.complete(decision, today);
        career.stage = Stage.ENDED;
        Aftercare aftercare = new Aftercare(career);
        aftercare.progress(today);
        aftercare.follow(today);
    }
}
