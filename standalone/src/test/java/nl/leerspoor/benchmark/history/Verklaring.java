package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.verklaring.VerklaringEvent.IssuedWerkproces;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;

/** The paper about a trajectory: drawn up, signed, approved, and handed over at a ceremony or otherwise. */
final class Verklaring {

    private static final String REGIME = "MBO_VERKLARING_DEEL_PRAKTIJKVERKLARING";
    private static final String NO_HASH = "0".repeat(64);

    private final Career career;
    private final Region region;
    private final Pen pen;
    private final UUID id;
    private LocalDate approvedOn;

    private Verklaring(Career career, LocalDate today) {
        this.career = career;
        this.region = career.region;
        this.pen = region.pen();
        this.id = region.idOn(today);
    }

    /** The paper is drawn up today. */
    static void draft(Career career, LocalDate today) {
        new Verklaring(career, today).draft(today);
    }

    UUID id() {
        return id;
    }

    UUID candidate() {
        return career.candidate;
    }

    private void draft(LocalDate today) {
        Placement placement = career.placement;
        pen.decide(today, region.school)
                .enter(new VerklaringDrafted(
                        id,
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        REGIME,
                        placement.school(),
                        placement.supervisor().leerbedrijfId(),
                        placement.supervisor().id(),
                        placement.crebo(),
                        1,
                        placement.dossierVersion(),
                        career.proofs.stream()
                                .map(proof -> new Line(
                                        proof.werkproces(), proof.judged(), proof.confirmed(), region.school.name()))
                                .toList(),
                        region.reference("V")));
        region.agenda.on(today.plusDays(region.chance.between(1, 10)), this::sign);
    }

    private void sign(LocalDate today) {
        pen.decide(today, region.accountManager)
                .enter(new VerklaringSignedByLeerbedrijf(
                        id, career.id, career.candidate, region.code, today, "DIGITAL"));
        region.agenda.on(today.plusDays(region.chance.between(3, 25)), this::examine);
    }

    private void examine(LocalDate today) {
        String school = career.placement.school();
        Pen.Decision decision = pen.decide(today, region.examencommissie);
        if (region.chance.in100(2)) {
            decision.enter(
                    new VerklaringRefused(id, career.id, career.candidate, region.code, today, school, "WRONG_DATA"));
            return;
        }
        approvedOn = today;
        decision.enter(new VerklaringApproved(
                id, career.id, career.candidate, region.code, today, school, region.reference("B")));
        Optional<Ceremony> ceremony =
                region.chance.in100(60) ? region.ceremonyAfter(today.plusDays(1)) : Optional.empty();
        if (ceremony.isPresent()) {
            region.agenda.on(today.plusDays(1), day -> ceremony.get().nominate(this, day));
        } else {
            issueByPostAfter(today);
        }
    }

    /** Handed over at a ceremony, by the decision that it was held. */
    void issueAt(UUID ceremony, Pen.Decision decision, LocalDate today) {
        issue(pen.follow(decision), "CEREMONY", ceremony, today);
    }

    /** Sent or collected, some days later. */
    void issueByPostAfter(LocalDate today) {
        region.agenda.on(
                today.plusDays(region.chance.between(2, 20)),
                day -> issue(pen.decide(day, region.school), region.chance.oneOf("POST", "COLLECTED"), null, day));
    }

    private void issue(Pen.Decision decision, String manner, UUID ceremony, LocalDate today) {
        Placement placement = career.placement;
        decision.enter(new VerklaringIssued(
                id,
                career.id,
                career.candidate,
                region.code,
                today,
                placement.school(),
                placement.supervisor().leerbedrijfId(),
                placement.supervisor().id(),
                REGIME,
                region.reference("D"),
                placement.crebo(),
                1,
                placement.dossierVersion(),
                career.proofs.stream()
                        .map(proof -> new IssuedWerkproces(proof.werkproces(), proof.judged(), proof.confirmed()))
                        .toList(),
                approvedOn,
                manner,
                ceremony,
                NO_HASH));
        after(today);
    }

    private void after(LocalDate today) {
        if (region.chance.in100(10)) {
            region.agenda.on(
                    today.plusDays(region.chance.between(5, 60)),
                    day -> pen.decide(day, career.werkcoach)
                            .enter(new VerklaringShared(
                                    id, career.id, career.candidate, region.code, day, "TESTWERKGEVER")));
        } else if (region.chance.in100(1)) {
            region.agenda.on(
                    today.plusDays(region.chance.between(5, 90)),
                    day -> pen.decide(day, region.examencommissie)
                            .enter(new VerklaringRevoked(
                                    id,
                                    career.id,
                                    career.candidate,
                                    region.code,
                                    day,
                                    "WRONG_WERKPROCES",
                                    "EXAMENCOMMISSIE",
                                    region.reference("B"),
                                    null)));
        }
    }
}
