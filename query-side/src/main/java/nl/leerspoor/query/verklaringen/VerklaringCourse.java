package nl.leerspoor.query.verklaringen;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;
import nl.leerspoor.query.verklaringen.VerklaringState.Draft;
import nl.leerspoor.query.verklaringen.VerklaringState.Issue;
import nl.leerspoor.query.verklaringen.VerklaringState.Phase;

/** What each fact changes in what is told of a verklaring. */
final class VerklaringCourse {

    private VerklaringCourse() {}

    static VerklaringState evolve(VerklaringState state, Fact<VerklaringEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case VerklaringDrafted e ->
                new VerklaringState(
                        new Draft(
                                e.region(),
                                e.reference(),
                                e.trajectoryId(),
                                e.candidateId(),
                                e.schoolId(),
                                e.leerbedrijfId(),
                                e.crebo(),
                                e.level(),
                                e.regime(),
                                e.lines().stream().map(Line::code).toList(),
                                day),
                        Phase.DRAFTED,
                        Optional.empty(),
                        Optional.empty());
            case VerklaringSignedByLeerbedrijf e -> state.in(Phase.SIGNED);
            case VerklaringApproved e -> state.approved(day);
            case VerklaringRefused e -> state.in(Phase.REFUSED);
            case VerklaringDraftWithdrawn e -> state.in(Phase.WITHDRAWN);
            case VerklaringIssued e ->
                state.issued(new Issue(day, e.documentNo(), e.manner(), Optional.ofNullable(e.ceremonyId())));
            case VerklaringRevoked e -> state.in(Phase.REVOKED);
            case VerklaringReplaced e -> state.in(Phase.REPLACED);
            case VerklaringShared e -> state;
        };
    }
}
