package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.benchmark.history.Career.Stage;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateTargetGroupCorrected;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasured;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasurementDeclined;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentGiven;
import nl.leerspoor.events.candidate.CandidateEvent.PreferenceRecorded;
import nl.leerspoor.events.trajectory.CorrectionEvent.CandidateSectorCorrected;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;

/** From coming into view to being found suitable, or referred elsewhere. */
final class Intake {

    private final Career career;
    private final Region region;

    private Intake(Career career) {
        this.career = career;
        this.region = career.region;
    }

    /** Somebody comes into view today. */
    static void open(Region region, LocalDate today) {
        String sector = region.chance.oneOf(Region.SECTORS);
        new Intake(new Career(region, null, sector, today)).open(today);
    }

    private void open(LocalDate today) {
        Pen.Decision decision = career.decide(today);
        UUID registered = decision.enter(new CandidateRegistered(
                career.candidate,
                region.code,
                today,
                career.person,
                region.chance.oneOf(
                        "STATUSHOUDER",
                        "GEDETACHEERDE",
                        "PRAKTIJKONDERWIJS_JONGERE",
                        "OVERIG_ZONDER_STARTKWALIFICATIE"),
                region.chance.oneOf("WERKEND", "WERKZOEKEND"),
                false,
                null,
                region.chance.oneOf("UITKERING", "LOON", "WSW", "GEEN"),
                region.chance.oneOf("GEMEENTE", "UWV", "SW_BEDRIJF", "SCHOOL"),
                null,
                region.reference("K")));
        if (region.chance.in100(80)) {
            decision.enter(preference(today));
        }
        if (region.chance.in100(60)) {
            decision.enter(new ConsentGiven(career.candidate, region.code, today, "OUTCOME_CONTACT"));
        }
        UUID opened = decision.enter(new TrajectoryOpened(
                career.id,
                career.candidate,
                region.code,
                today,
                region.chance.in100(85) ? "PRAKTIJKVERKLARING" : "VOORSCHAKEL_ENTREE",
                career.sector,
                1,
                career.werkcoach.name(),
                region.reference("T")));
        career.soon(today, 5, 18, day -> {
            correct(day, today, registered, opened);
            assess(day);
        });
    }

    private PreferenceRecorded preference(LocalDate today) {
        return new PreferenceRecorded(
                career.candidate,
                region.code,
                today,
                region.chance.in100(85) ? career.sector : region.chance.oneOf(Region.SECTORS),
                region.chance.oneOf("CLEANING", "KITCHEN", "LOGISTICS", "CARE", "GREEN"),
                null,
                region.chance.between(16, 36));
    }

    /** Some registrations turn out to be wrong in a code. */
    private void correct(LocalDate today, LocalDate openedOn, UUID registered, UUID opened) {
        if (region.chance.in100(2)) {
            String right = region.chance.oneOf(Region.SECTORS);
            career.decide(today)
                    .enter(new CandidateSectorCorrected(
                            career.id,
                            career.candidate,
                            region.code,
                            openedOn,
                            opened,
                            career.sector,
                            right,
                            "DATA_ENTRY_ERROR"));
            career.sector = right;
        }
        if (region.chance.in100(2)) {
            career.decide(today)
                    .enter(new CandidateTargetGroupCorrected(
                            career.candidate,
                            region.code,
                            openedOn,
                            registered,
                            "STATUSHOUDER",
                            "OVERIG_ZONDER_STARTKWALIFICATIE",
                            "NEW_INFORMATION"));
        }
    }

    private void assess(LocalDate today) {
        int outcome = region.chance.between(1, 100);
        boolean schoolbaar = outcome <= 10;
        boolean leerbaar = schoolbaar || outcome > 20;
        career.decide(today)
                .enter(new SuitabilityAssessed(
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        leerbaar,
                        schoolbaar,
                        schoolbaar ? "SCHOOLBAAR" : leerbaar ? "LEERBAAR_NIET_SCHOOLBAAR" : "NOG_NIET_LEERBAAR",
                        "INTAKE_REPORT",
                        region.reference("E"),
                        "TESTINSTRUMENT",
                        "1",
                        "WERKCOACH"));
        if (leerbaar && !schoolbaar) {
            career.stage = Stage.SUITABLE;
            measureConfidence(today, "BASELINE");
            career.soon(today, 3, 20, new Matching(career)::match);
        } else {
            career.stage = Stage.NOT_SUITABLE;
            notYet(today, schoolbaar);
        }
    }

    private void notYet(LocalDate today, boolean schoolbaar) {
        if (schoolbaar || region.chance.in100(60)) {
            career.soon(today, 2, 30, day -> {
                career.decide(day)
                        .enter(new CandidateReferred(
                                career.id,
                                career.candidate,
                                region.code,
                                day,
                                schoolbaar ? "REGULIERE_ENTREE" : "TAALTRAJECT"));
                career.stage = Stage.ENDED;
            });
        } else {
            career.soon(today, 60, 120, this::assess);
        }
    }

    private void measureConfidence(LocalDate today, String moment) {
        measureConfidence(career, today, moment);
    }

    /** The candidate is asked to score their confidence; some would rather not. */
    static void measureConfidence(Career career, LocalDate today, String moment) {
        Chance chance = career.region.chance;
        if (chance.in100(70)) {
            career.note(
                    today,
                    new ConfidenceMeasured(
                            career.candidate,
                            career.region.code,
                            today,
                            career.id,
                            "TESTSCHAAL",
                            "1",
                            chance.between(3, 10),
                            1,
                            10,
                            moment));
        } else {
            career.note(
                    today,
                    new ConfidenceMeasurementDeclined(career.candidate, career.region.code, today, career.id, moment));
        }
    }
}
