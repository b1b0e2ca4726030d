package nl.leerspoor.query.figures;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.figures.Candidate.Growth;
import nl.leerspoor.query.figures.Candidate.Outcome;
import nl.leerspoor.query.figures.Leerbedrijf.Decline;
import nl.leerspoor.query.figures.Trajectory.Milestones;
import nl.leerspoor.query.figures.Trajectory.Status;
import nl.leerspoor.query.figures.Trajectory.Werkprocessen;

/** Rows made by hand: something plain that tests change in what matters to them. */
final class Made {

    static final String REGION = "AM05";

    private Made() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    /** A candidate whose person has the same name. */
    static Candidate candidate(String name) {
        return candidate(name, name, REGION, null);
    }

    static Candidate candidate(String name, String person, String region, Growth confidence, Outcome... outcomes) {
        return new Candidate(
                id("candidate " + name),
                region,
                id("person " + person),
                day("2020-01-06"),
                "STATUSHOUDER",
                "WERKZOEKEND",
                "UITKERING",
                "GEMEENTE",
                confidence,
                List.of(outcomes));
    }

    static Outcome outcome(String trajectory, String moment, String outcome) {
        return new Outcome(id("trajectory " + trajectory), moment, outcome);
    }

    /** A trajectory in logistics, of the candidate of the same name. */
    static ATrajectory trajectory(String name) {
        return new ATrajectory(name);
    }

    /** A supervisor of a leerbedrijf for three, trained, guiding so many. */
    static Supervisor supervisor(String name, String leerbedrijf, int reserved) {
        return supervisor(name, leerbedrijf, "TRAINED", null, reserved, null);
    }

    static Supervisor supervisor(
            String name, String leerbedrijf, String state, String validUntil, int reserved, String unavailable) {
        return new Supervisor(
                id("supervisor " + name),
                REGION,
                id("leerbedrijf " + leerbedrijf),
                "LOG",
                state,
                state.equals("TRAINED") ? day("2019-10-11") : null,
                day(validUntil),
                id("training BO-1"),
                3,
                reserved,
                unavailable == null ? null : day("2020-03-16"),
                unavailable);
    }

    static Training training(String name, String state, String startsOn, String suspendedSince, int daysSuspended) {
        return new Training(
                id("training " + name),
                REGION,
                name,
                "LOG",
                state,
                day(startsOn),
                day(suspendedSince),
                suspendedSince == null ? null : "CORONA",
                daysSuspended);
    }

    static Leerbedrijf leerbedrijf(String name, String interestedOn, String joinedOn, String... declineReasons) {
        UUID id = id("leerbedrijf " + name);
        return new Leerbedrijf(
                id,
                REGION,
                "LOG",
                joinedOn == null ? "APPROACHED" : "JOINED",
                day("2019-10-01"),
                day(interestedOn),
                day(joinedOn),
                List.of(declineReasons).stream()
                        .map(reason -> new Decline(id, REGION, reason, "LOG"))
                        .toList());
    }

    /** A paper of a trajectory. */
    static Verklaring verklaring(String trajectory, String state, String approvedOn, String issuedOn, String... codes) {
        return new Verklaring(
                id("verklaring " + trajectory + state),
                REGION,
                id("trajectory " + trajectory),
                "ROC",
                id("leerbedrijf LB01"),
                "25254",
                "MBO",
                state,
                List.of(codes),
                day(approvedOn),
                day(issuedOn));
    }

    static Praktijkovereenkomst praktijkovereenkomst(String trajectory, String state) {
        return new Praktijkovereenkomst(
                id("praktijkovereenkomst " + trajectory),
                REGION,
                id("trajectory " + trajectory),
                id("leerbedrijf LB01"),
                "ROC",
                "25254",
                state);
    }

    /** A trajectory in the making. */
    static final class ATrajectory {

        private final String name;
        private String region = REGION;
        private String sector = "LOG";
        private Status status = Status.REGISTERED;
        private String endReason;
        private Milestones milestones = new Milestones(day("2020-01-06"), null, null, null, null, null);
        private Trajectory.Hold hold;
        private Trajectory.Waiting waiting;
        private List<Trajectory.Postponement> postponements = List.of();
        private Trajectory.Place place;
        private Werkprocessen werkprocessen = new Werkprocessen(0, 0, 0);
        private Trajectory.Progression advised;
        private Trajectory.Progression progressed;

        private ATrajectory(String name) {
            this.name = name;
        }

        ATrajectory in(String otherRegion, String otherSector) {
            this.region = otherRegion;
            this.sector = otherSector;
            return this;
        }

        ATrajectory is(Status next) {
            this.status = next;
            return this;
        }

        ATrajectory started(String on) {
            this.milestones = new Milestones(milestones.openedOn(), null, null, null, day(on), milestones.endedOn());
            return is(Status.IN_PROGRESS);
        }

        ATrajectory ended(Status end, String on, String reason) {
            this.milestones = new Milestones(
                    milestones.openedOn(),
                    milestones.suitableOn(),
                    milestones.matchedOn(),
                    milestones.contractedOn(),
                    milestones.startedOn(),
                    day(on));
            this.endReason = reason;
            return is(end);
        }

        ATrajectory reached(String suitable, String matched, String contracted, String started) {
            this.milestones = new Milestones(
                    milestones.openedOn(),
                    day(suitable),
                    day(matched),
                    day(contracted),
                    day(started),
                    milestones.endedOn());
            return this;
        }

        ATrajectory onHold(String since, String cause, String phase) {
            this.hold = new Trajectory.Hold(day(since), cause, phase);
            return this;
        }

        ATrajectory waiting(String since, String leerbedrijf) {
            this.waiting = new Trajectory.Waiting(
                    day(since), "SUPERVISOR_SHORTAGE", leerbedrijf == null ? null : id("leerbedrijf " + leerbedrijf));
            return is(Status.SUITABLE);
        }

        ATrajectory postponed(Trajectory.Postponement... times) {
            this.postponements = List.of(times);
            return this;
        }

        ATrajectory matched(boolean preferred) {
            this.place = new Trajectory.Place(id("leerbedrijf LB01"), "ROC", "25254", preferred);
            return this;
        }

        ATrajectory werkprocessen(int agreed, int judged, int confirmed) {
            this.werkprocessen = new Werkprocessen(agreed, judged, confirmed);
            return this;
        }

        ATrajectory advised(String to) {
            this.advised = new Trajectory.Progression(day("2020-07-09"), to);
            return this;
        }

        ATrajectory progressed(String to) {
            this.progressed = new Trajectory.Progression(day("2020-09-01"), to);
            return this;
        }

        Trajectory row() {
            return new Trajectory(
                    id("trajectory " + name),
                    id("candidate " + name),
                    region,
                    sector,
                    1,
                    "testwerkcoach",
                    status,
                    endReason,
                    milestones,
                    hold,
                    waiting,
                    postponements,
                    place,
                    werkprocessen,
                    advised,
                    progressed);
        }
    }
}
