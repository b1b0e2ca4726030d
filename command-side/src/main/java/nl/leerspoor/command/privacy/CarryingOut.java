package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.privacy.PrivacyRefusal.CORRECTION_NOT_FOUND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.EXPORT_OF_ANOTHER_CASE;
import static nl.leerspoor.command.privacy.PrivacyRefusal.NOBODY_TO_INFORM;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_CARRIED_OUT;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_GRANTED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_OF_ANOTHER_KIND;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PROCESSINGS_NOT_AS_DECIDED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.privacy.PrivacyCase.CarriedOut;
import nl.leerspoor.command.privacy.PrivacyCase.Granted;
import nl.leerspoor.command.privacy.PrivacyCase.NotOpened;
import nl.leerspoor.command.privacy.PrivacyCase.Open;
import nl.leerspoor.command.privacy.PrivacyCase.Refused;
import nl.leerspoor.command.privacy.PrivacyCommand.EndProcessing;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.FinishRectification;
import nl.leerspoor.command.privacy.PrivacyCommand.HandOverExport;
import nl.leerspoor.command.privacy.PrivacyCommand.InformRecipients;
import nl.leerspoor.command.privacy.Right.Access;
import nl.leerspoor.command.privacy.Right.Erasure;
import nl.leerspoor.command.privacy.Right.Objection;
import nl.leerspoor.command.privacy.Right.Portability;
import nl.leerspoor.command.privacy.Right.Rectification;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.ExportHandedOver;
import nl.leerspoor.events.privacy.PrivacyEvent.ProcessingEnded;
import nl.leerspoor.events.privacy.PrivacyEvent.RecipientsInformed;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationCarriedOut;

/** The rules of doing what was granted: each kind of request is done in its own way, and once. */
final class CarryingOut {

    private CarryingOut() {}

    /** By somebody else than who granted it: what is gone never comes back. */
    static Decision<PrivacyEvent> erase(PrivacyCase state, ExecuteErasure c, String by) {
        if (state instanceof CarriedOut done && done.request().right() instanceof Erasure) {
            return rejected(PERSON_ERASED);
        }
        return toDo(state, granted -> switch (granted.request().right()) {
            case Erasure right when granted.decidedBy().equals(by) -> rejected(SAME_PERSON_AUTHORISES);
            case Erasure right ->
                accepted(new ErasureCarriedOut(
                        c.privacyCaseId(), granted.request().region(), c.effectiveOn()));
            case Access right -> ofAnotherKind(granted);
            case Rectification right -> ofAnotherKind(granted);
            case Portability right -> ofAnotherKind(granted);
            case Objection right -> ofAnotherKind(granted);
        });
    }

    /** @param made whether the copy was made for this request */
    static Decision<PrivacyEvent> handOver(PrivacyCase state, HandOverExport c, boolean made) {
        return toDo(state, granted -> switch (granted.request().right()) {
            case Access right -> handedOver(granted, c, made);
            case Portability right -> handedOver(granted, c, made);
            case Erasure right -> ofAnotherKind(granted);
            case Rectification right -> ofAnotherKind(granted);
            case Objection right -> ofAnotherKind(granted);
        });
    }

    private static Decision<PrivacyEvent> handedOver(Granted granted, HandOverExport c, boolean made) {
        return made
                ? accepted(new ExportHandedOver(
                        c.privacyCaseId(), granted.request().region(), c.effectiveOn(), c.exportId(), c.manner()))
                : rejected(EXPORT_OF_ANOTHER_CASE);
    }

    /** @param corrections the events that put something right about the person, since the request came in */
    static Decision<PrivacyEvent> rectified(PrivacyCase state, FinishRectification c, Set<UUID> corrections) {
        return toDo(state, granted -> switch (granted.request().right()) {
            case Rectification right -> {
                Optional<UUID> unknown = c.correctionEventIds().stream()
                        .filter(id -> !corrections.contains(id))
                        .findFirst();
                yield unknown.isPresent()
                        ? rejected(CORRECTION_NOT_FOUND, Map.of("eventId", unknown.get()))
                        : accepted(new RectificationCarriedOut(
                                c.privacyCaseId(),
                                granted.request().region(),
                                c.effectiveOn(),
                                c.correctionEventIds().stream().distinct().toList()));
            }
            case Access right -> ofAnotherKind(granted);
            case Erasure right -> ofAnotherKind(granted);
            case Portability right -> ofAnotherKind(granted);
            case Objection right -> ofAnotherKind(granted);
        });
    }

    /**
     * All that was objected to, or a part of it when a part was granted.
     *
     * @param consents the kinds of consent that the person has given; those that permitted what ends are taken back
     */
    static Decision<PrivacyEvent> end(PrivacyCase state, EndProcessing c, Set<String> consents) {
        return toDo(state, granted -> switch (granted.request().right()) {
            case Objection right -> {
                Set<String> ends = new TreeSet<>(c.processings());
                boolean asDecided = granted.whole()
                        ? ends.equals(Set.copyOf(right.processings()))
                        : right.processings().containsAll(ends)
                                && ends.size() < right.processings().size();
                yield asDecided
                        ? accepted(new ProcessingEnded(
                                c.privacyCaseId(),
                                granted.request().region(),
                                c.effectiveOn(),
                                List.copyOf(ends),
                                ends.stream().filter(consents::contains).toList()))
                        : rejected(PROCESSINGS_NOT_AS_DECIDED, Map.of("objectedTo", right.processings()));
            }
            case Access right -> ofAnotherKind(granted);
            case Rectification right -> ofAnotherKind(granted);
            case Erasure right -> ofAnotherKind(granted);
            case Portability right -> ofAnotherKind(granted);
        });
    }

    static Decision<PrivacyEvent> inform(PrivacyCase state, InformRecipients c) {
        return switch (state) {
            case CarriedOut done
            when done.toInform() ->
                accepted(new RecipientsInformed(
                        c.privacyCaseId(),
                        done.request().region(),
                        c.effectiveOn(),
                        c.recipients().stream().distinct().toList()));
            case CarriedOut done -> rejected(NOBODY_TO_INFORM);
            case NotOpened none -> rejected(NOBODY_TO_INFORM);
            case Open open -> rejected(NOBODY_TO_INFORM);
            case Granted granted -> rejected(NOBODY_TO_INFORM);
            case Refused refused -> rejected(NOBODY_TO_INFORM);
        };
    }

    private static Decision<PrivacyEvent> toDo(PrivacyCase state, Function<Granted, Decision<PrivacyEvent>> rule) {
        return switch (state) {
            case Granted granted -> rule.apply(granted);
            case CarriedOut done -> rejected(PRIVACY_CASE_CARRIED_OUT);
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_GRANTED);
            case Open open -> rejected(PRIVACY_CASE_NOT_GRANTED);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_GRANTED);
        };
    }

    private static Decision<PrivacyEvent> ofAnotherKind(Granted granted) {
        return rejected(
                PRIVACY_CASE_OF_ANOTHER_KIND,
                Map.of("kind", granted.request().right().kind()));
    }
}
