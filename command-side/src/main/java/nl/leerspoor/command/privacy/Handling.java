package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.privacy.PrivacyRefusal.ERASURE_IS_WHOLE;
import static nl.leerspoor.command.privacy.PrivacyRefusal.GROUND_OF_ANOTHER_KIND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.NO_PART_OF_A_COPY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.OBJECTION_TO_NOTHING;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PARTS_OF_NO_COPY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_EXTENDED_ALREADY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_OPEN;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_TERM_PASSED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PROCESSINGS_OF_NO_OBJECTION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.privacy.PrivacyCase.CarriedOut;
import nl.leerspoor.command.privacy.PrivacyCase.Granted;
import nl.leerspoor.command.privacy.PrivacyCase.NotOpened;
import nl.leerspoor.command.privacy.PrivacyCase.Open;
import nl.leerspoor.command.privacy.PrivacyCase.Refused;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.PartlyGrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.AccessRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ObjectionRaised;
import nl.leerspoor.events.privacy.PrivacyEvent.PortabilityRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCasePartlyGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationRequested;
import nl.leerspoor.events.reference.CodeList;

/** The rules of taking in and deciding a request of a person about their own data, with the terms of AVG art. 12(3). */
final class Handling {

    private static final int MONTHS_TO_ANSWER = 1;
    private static final int MONTHS_MORE = 2;

    private Handling() {}

    /** Whom a request is about: what they are, where it stands who they are, and who that is. */
    record About(PrivacyCase.SubjectKind kind, UUID subjectId, UUID personId) {}

    static Decision<PrivacyEvent> open(PrivacyCase state, OpenPrivacyCase c, About about) {
        if (!(state instanceof NotOpened)) {
            return rejected(ID_IN_USE);
        }
        List<String> processings = Optional.ofNullable(c.processings()).orElse(List.of()).stream()
                .distinct()
                .toList();
        if (c.kind().equals("OBJECTION") && processings.isEmpty()) {
            return rejected(OBJECTION_TO_NOTHING);
        }
        if (!c.kind().equals("OBJECTION") && !processings.isEmpty()) {
            return rejected(PROCESSINGS_OF_NO_OBJECTION);
        }
        return accepted(requested(c, about, c.effectiveOn().plusMonths(MONTHS_TO_ANSWER), processings));
    }

    private static PrivacyEvent requested(OpenPrivacyCase c, About about, LocalDate dueOn, List<String> processings) {
        UUID id = c.privacyCaseId();
        String kind = about.kind().name();
        UUID subject = about.subjectId();
        UUID person = about.personId();
        return switch (c.kind()) {
            case "ACCESS" ->
                new AccessRequested(id, c.region(), c.effectiveOn(), kind, subject, person, c.requestedBy(), dueOn);
            case "RECTIFICATION" ->
                new RectificationRequested(
                        id, c.region(), c.effectiveOn(), kind, subject, person, c.requestedBy(), dueOn);
            case "PORTABILITY" ->
                new PortabilityRequested(
                        id, c.region(), c.effectiveOn(), kind, subject, person, c.requestedBy(), dueOn);
            case "OBJECTION" ->
                new ObjectionRaised(
                        id, c.region(), c.effectiveOn(), kind, subject, person, c.requestedBy(), dueOn, processings);
            case "ERASURE" ->
                new ErasureRequested(id, c.region(), c.effectiveOn(), kind, subject, person, c.requestedBy(), dueOn);
            default -> throw new IllegalArgumentException("There is no right " + c.kind());
        };
    }

    static Decision<PrivacyEvent> extend(PrivacyCase state, ExtendPrivacyCase c) {
        return switch (state) {
            case Open open when open.extended() -> rejected(PRIVACY_CASE_EXTENDED_ALREADY);
            case Open open when c.effectiveOn().isAfter(open.dueOn()) -> rejected(PRIVACY_CASE_TERM_PASSED);
            case Open open ->
                accepted(new PrivacyCaseExtended(
                        c.privacyCaseId(),
                        open.request().region(),
                        c.effectiveOn(),
                        open.dueOn().plusMonths(MONTHS_MORE),
                        c.reason()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
            case CarriedOut done -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    static Decision<PrivacyEvent> grant(PrivacyCase state, GrantPrivacyCase c) {
        return switch (state) {
            case Open open ->
                decided(open, c.effectiveOn(), Verdict.granted(open.request().right(), c.legalBasis()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
            case CarriedOut done -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    static Decision<PrivacyEvent> partlyGrant(PrivacyCase state, PartlyGrantPrivacyCase c) {
        return switch (state) {
            case Open open ->
                switch (open.request().right()) {
                    case Right.Erasure whole -> rejected(ERASURE_IS_WHOLE);
                    case Right.Access right -> ofACopy(open, right, c);
                    case Right.Portability right -> ofACopy(open, right, c);
                    case Right.Divisible right when !c.parts().isEmpty() -> rejected(PARTS_OF_NO_COPY);
                    case Right.Divisible right -> partly(open, right, c);
                };
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
            case CarriedOut done -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    /** Some of its parts are withheld, and not all. */
    private static Decision<PrivacyEvent> ofACopy(Open open, Right.Divisible right, PartlyGrantPrivacyCase c) {
        return c.parts().isEmpty()
                        || c.parts().size()
                                == CodeList.EXPORT_PARTS
                                        .codesOn(c.effectiveOn())
                                        .size()
                ? rejected(NO_PART_OF_A_COPY)
                : partly(open, right, c);
    }

    private static Decision<PrivacyEvent> partly(Open open, Right.Divisible right, PartlyGrantPrivacyCase c) {
        return Verdict.partlyGranted(right, c.legalBasis(), c.ground())
                .<Decision<PrivacyEvent>>map(verdict -> accepted(new PrivacyCasePartlyGranted(
                        c.privacyCaseId(),
                        open.request().region(),
                        c.effectiveOn(),
                        c.legalBasis(),
                        c.ground(),
                        c.parts())))
                .orElse(ofAnotherKind(open));
    }

    static Decision<PrivacyEvent> refuse(PrivacyCase state, RefusePrivacyCase c) {
        return switch (state) {
            case Open open ->
                decided(open, c.effectiveOn(), Verdict.refused(open.request().right(), c.ground()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
            case CarriedOut done -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    private static Decision<PrivacyEvent> decided(Open open, LocalDate day, Optional<Verdict<?>> verdict) {
        return verdict.map(one -> accepted(event(open.request(), day, one))).orElse(ofAnotherKind(open));
    }

    private static Decision<PrivacyEvent> ofAnotherKind(Open open) {
        return rejected(
                GROUND_OF_ANOTHER_KIND, Map.of("kind", open.request().right().kind()));
    }

    private static PrivacyEvent event(PrivacyCase.Request request, LocalDate day, Verdict<?> verdict) {
        UUID id = request.privacyCaseId();
        String region = request.region();
        return switch (verdict) {
            case Verdict.Granted<?> v ->
                new PrivacyCaseGranted(id, region, day, v.ground().name());
            case Verdict.PartlyGranted<?> v ->
                new PrivacyCasePartlyGranted(
                        id, region, day, v.ground().name(), v.rest().name(), List.of());
            case Verdict.Refused<?> v ->
                new PrivacyCaseRefused(id, region, day, v.ground().name());
            case Verdict.NotTaken<?> v ->
                new PrivacyCaseRefused(id, region, day, v.ground().name());
        };
    }
}
