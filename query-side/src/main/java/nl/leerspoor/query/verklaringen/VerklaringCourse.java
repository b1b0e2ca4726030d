package nl.leerspoor.query.verklaringen;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;
import nl.leerspoor.query.verklaringen.VerklaringState.Approval;
import nl.leerspoor.query.verklaringen.VerklaringState.Draft;
import nl.leerspoor.query.verklaringen.VerklaringState.Ending;
import nl.leerspoor.query.verklaringen.VerklaringState.Issue;
import nl.leerspoor.query.verklaringen.VerklaringState.Phase;

/** What each fact changes in what is told of a verklaring. */
final class VerklaringCourse {

    private VerklaringCourse() {}

    static VerklaringState evolve(VerklaringState state, Fact<VerklaringEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case VerklaringDrafted e ->
                VerklaringState.drafted(new Draft(
                        e.region(),
                        e.reference(),
                        e.trajectoryId(),
                        e.candidateId(),
                        e.schoolId(),
                        e.leerbedrijfId(),
                        e.crebo(),
                        e.level(),
                        e.regime(),
                        e.lines(),
                        day));
            case VerklaringSignedByLeerbedrijf e -> state.signed(day);
            case VerklaringApproved e -> state.approved(new Approval(day, fact.recordedBy(), e.decisionRef()));
            case VerklaringRefused e -> state.over(Phase.REFUSED, without(day, e.reason()));
            case VerklaringDraftWithdrawn e -> state.over(Phase.WITHDRAWN, without(day, e.reason()));
            case VerklaringIssued e ->
                state.issued(new Issue(day, e.documentNo(), e.manner(), Optional.ofNullable(e.ceremonyId())));
            case VerklaringRevoked e ->
                state.over(
                        Phase.REVOKED,
                        new Ending(
                                day,
                                e.ground(),
                                Optional.ofNullable(e.decidedBy()),
                                Optional.ofNullable(e.replacedBy())));
            case VerklaringReplaced e ->
                state.over(Phase.REPLACED, new Ending(day, e.reason(), Optional.empty(), Optional.of(e.replacedBy())));
            case VerklaringShared e -> state;
        };
    }

    private static Ending without(LocalDate day, String reason) {
        return new Ending(day, reason, Optional.empty(), Optional.empty());
    }
}
