package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyCancelled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyHeld;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyScheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.VerklaringNominated;

/** A ceremony at which verklaringen are handed over; it may move, or be off. */
final class Ceremony {

    private static final int MOST = 40;

    private final Region region;
    private final Pen pen;
    private final UUID id;
    private final List<Verklaring> nominated = new ArrayList<>();
    private LocalDate on;
    private boolean over;

    private Ceremony(Region region, LocalDate today, LocalDate on) {
        this.region = region;
        this.pen = region.pen();
        this.id = region.idOn(today);
        this.on = on;
    }

    /** A ceremony is planned today, three months ahead. */
    static void schedule(Region region, LocalDate today) {
        Ceremony ceremony = new Ceremony(region, today, today.plusDays(90));
        ceremony.pen
                .decideAtOnce(today, region.lead)
                .enter(new AwardCeremonyScheduled(
                        ceremony.id, region.code, today, ceremony.on, "STADHUIS", region.reference("C")));
        region.add(ceremony);
        if (region.chance.in100(20)) {
            region.agenda.on(today.plusDays(60), ceremony::move);
        } else {
            region.agenda.on(ceremony.on, ceremony::take);
        }
    }

    boolean isOpenOn(LocalDate today) {
        return !over && nominated.size() < MOST && on.isAfter(today.plusDays(6));
    }

    void nominate(Verklaring verklaring, LocalDate today) {
        nominated.add(verklaring);
        pen.decideAtOnce(today, region.lead)
                .enter(new VerklaringNominated(id, region.code, today, verklaring.id(), verklaring.candidate()));
    }

    private void move(LocalDate today) {
        LocalDate before = on;
        on = on.plusDays(35);
        pen.decideAtOnce(today, region.lead)
                .enter(new AwardCeremonyRescheduled(id, region.code, today, before, on, "SCHOOL_CAPACITY", 1));
        region.agenda.on(on, this::take);
    }

    private void take(LocalDate today) {
        over = true;
        if (nominated.isEmpty() || region.chance.in100(5)) {
            pen.decideAtOnce(today, region.lead).enter(new AwardCeremonyCancelled(id, region.code, today, "OTHER"));
            nominated.forEach(verklaring -> verklaring.issueByPostAfter(today));
            return;
        }
        List<Verklaring> absent =
                nominated.stream().filter(verklaring -> region.chance.in100(10)).toList();
        List<Verklaring> present = nominated.stream()
                .filter(verklaring -> !absent.contains(verklaring))
                .toList();
        Pen.Decision decision = pen.decideAtOnce(today, region.lead);
        decision.enter(new AwardCeremonyHeld(id, region.code, today, ids(present), ids(absent), null));
        present.forEach(verklaring -> verklaring.issueAt(id, decision, today));
        absent.forEach(verklaring -> verklaring.issueByPostAfter(today));
    }

    private static List<UUID> ids(List<Verklaring> verklaringen) {
        return verklaringen.stream().map(Verklaring::id).toList();
    }
}
