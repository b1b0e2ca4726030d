package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.pilot.PilotEvent.LessonRecorded;
import nl.leerspoor.events.pilot.PilotEvent.PartnerAdded;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotEndRescheduled;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.events.pilot.PilotEvent.TargetSet;

/** The pilot of a region: its partners, its targets, what it learned. */
final class Pilot {

    private static final int DAYS_BETWEEN_LESSONS = 40;

    private final Region region;
    private final Pen pen;
    private final UUID id;
    private LocalDate end;

    private Pilot(Region region, LocalDate today) {
        this.region = region;
        this.pen = region.pen();
        this.id = region.idOn(today);
        this.end = today.plusYears(2);
    }

    /** The pilot runs from today. */
    static void start(Region region, LocalDate today, int inView) {
        Pilot pilot = new Pilot(region, today);
        Pen.Decision decision = pilot.pen.decideAtOnce(today, region.lead);
        decision.enter(new RegionPilotStarted(
                pilot.id,
                region.code,
                today,
                "PRAKTIJKLEREN",
                "Testpilot " + region.code,
                Region.SECTORS,
                pilot.end,
                "DAY",
                inView,
                region.reference("P")));
        List.of("SW_BEDRIJF", "WSP", "MBO_SCHOOL", "GEMEENTE")
                .forEach(role ->
                        decision.enter(new PartnerAdded(pilot.id, region.code, today, "Testpartner " + role, role)));
        decision.enter(new TargetSet(pilot.id, region.code, today, today.getYear(), "IN_VIEW", inView));
        region.agenda.on(today.plusDays(DAYS_BETWEEN_LESSONS), pilot::learn);
        region.agenda.on(today.plusDays(365), pilot::confirm);
        region.agenda.on(today.plusDays(600), pilot::goOn);
    }

    private void learn(LocalDate today) {
        pen.decideAtOnce(today, region.lead)
                .enter(new LessonRecorded(
                        id,
                        region.code,
                        today,
                        region.idOn(today),
                        region.chance.oneOf("LESSON", "TIP", "OPEN_QUESTION"),
                        region.chance.oneOf("LEERBAAR_SCHOOLBAAR", "REWARD_EMPLOYERS", "BOTH_KINDS_OF_SKILLS"),
                        "Testles"));
        region.agenda.on(today.plusDays(DAYS_BETWEEN_LESSONS), this::learn);
    }

    private void confirm(LocalDate today) {
        pen.decideAtOnce(today, region.lead).enter(new RegionPilotPlanConfirmed(id, region.code, today, end));
    }

    private void goOn(LocalDate today) {
        LocalDate before = end;
        end = end.plusYears(2);
        pen.decideAtOnce(today, region.lead)
                .enter(new RegionPilotEndRescheduled(id, region.code, today, before, end, "FUNDING"));
    }
}
