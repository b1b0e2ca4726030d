package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfInterested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfReopened;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;

/** An employer: approached, often declining, offering places twice a year once it takes part. */
final class Leerbedrijf {

    private static final int OFFER_DAYS = 180;

    private final Region region;
    private final Pen pen;
    private final UUID id;
    private final String sector;
    private final String crebo;
    private boolean suspended;

    private Leerbedrijf(Region region, LocalDate today) {
        this.region = region;
        this.pen = region.pen();
        this.id = region.idOn(today);
        this.sector = region.chance.oneOf(Region.SECTORS);
        this.crebo = Region.CREBOS.get(sector);
    }

    /** The region makes contact today. */
    static void approach(Region region, LocalDate today) {
        Leerbedrijf leerbedrijf = new Leerbedrijf(region, today);
        String reference = region.reference("L");
        leerbedrijf
                .pen
                .decideAtOnce(today, region.accountManager)
                .enter(new LeerbedrijfApproached(
                        leerbedrijf.id,
                        region.code,
                        today,
                        "Testbedrijf " + reference,
                        leerbedrijf.sector,
                        null,
                        reference));
        region.agenda.on(today.plusDays(region.chance.between(3, 25)), leerbedrijf::answer);
    }

    UUID id() {
        return id;
    }

    String sector() {
        return sector;
    }

    boolean isSuspended() {
        return suspended;
    }

    private void answer(LocalDate today) {
        if (region.chance.in100(30)) {
            decline(today);
            return;
        }
        Pen.Decision decision = pen.decideAtOnce(today, region.accountManager);
        decision.enter(new LeerbedrijfInterested(id, region.code, today));
        if (region.chance.in100(40)) {
            decision.enter(new ErkenningRequested(id, region.code, today, crebo));
        }
        region.agenda.on(today.plusDays(region.chance.between(5, 30)), this::join);
    }

    private void decline(LocalDate today) {
        pen.decideAtOnce(today, region.accountManager)
                .enter(new LeerbedrijfDeclined(
                        id,
                        region.code,
                        today,
                        sector,
                        region.chance.oneOf("NO_COMPENSATION", "NO_SUPERVISION_CAPACITY", "NO_SUITABLE_WORK"),
                        List.of("PREFERS_NIVEAU_3_OR_HIGHER"),
                        region.chance.oneOf("COMPENSATION", "HELP_WITH_SUPERVISION")));
        if (region.chance.in100(40)) {
            region.agenda.on(today.plusDays(region.chance.between(60, 300)), this::reopen);
        }
    }

    private void reopen(LocalDate today) {
        pen.decideAtOnce(today, region.accountManager).enter(new LeerbedrijfReopened(id, region.code, today));
        region.agenda.on(today.plusDays(region.chance.between(5, 30)), this::join);
    }

    private void join(LocalDate today) {
        Pen.Decision decision = pen.decideAtOnce(today, region.accountManager);
        decision.enter(new ErkenningConfirmed(
                id, region.code, today, crebo, today.minusDays(region.chance.between(30, 1_200))));
        decision.enter(new LeerbedrijfJoined(id, region.code, today, sector));
        offer(today);
        int people = region.chance.between(2, 5);
        for (int n = 0; n < people; n++) {
            region.agenda.on(
                    today.plusDays(region.chance.between(1, 40)), day -> Supervisor.register(region, this, day));
        }
        if (region.chance.in100(12)) {
            region.agenda.on(today.plusDays(region.chance.between(100, 600)), this::suspend);
        }
    }

    private void offer(LocalDate today) {
        if (suspended) {
            region.agenda.on(today.plusDays(30), this::offer);
            return;
        }
        pen.decideAtOnce(today, region.accountManager)
                .enter(new PlacesOffered(
                        id,
                        region.code,
                        today,
                        crebo,
                        region.chance.between(1, 6),
                        today,
                        today.plusDays(OFFER_DAYS - 1),
                        region.chance.between(2, 8)));
        region.agenda.on(today.plusDays(OFFER_DAYS), this::offer);
    }

    private void suspend(LocalDate today) {
        suspended = true;
        Pen.Decision decision = pen.decideAtOnce(today, region.accountManager);
        decision.enter(new LeerbedrijfSuspended(id, region.code, today, "LEERBEDRIJF_CLOSED"));
        decision.enter(new PlacesWithdrawn(id, region.code, today, crebo));
        region.agenda.on(today.plusDays(region.chance.between(20, 120)), this::resume);
    }

    private void resume(LocalDate today) {
        suspended = false;
        pen.decideAtOnce(today, region.accountManager).enter(new LeerbedrijfResumed(id, region.code, today));
    }
}
