package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRectified;
import nl.leerspoor.events.candidate.CandidateEvent.NoteAdded;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.WhoState;

/** Who a candidate is, opened for an answer. */
@Schema(name = "CandidateDetails", description = "Wie een kandidaat is, op een peildatum")
record CandidateDetails(
        UUID candidateId,
        @Schema(example = "AM05") String region,
        @Schema(example = "K009", nullable = true) String reference,

        @Schema(description = "Dezelfde bij alle kandidaten die deze persoon is, ook in andere regio's")
        UUID personId,

        @Schema(description = "Of bekend is wie de kandidaat is, of dat die gegevens zijn gewist")
        WhoState state,

        @Schema(example = "Testkandidaat 009", nullable = true)
        String name,

        @Schema(example = "2000-01-09", nullable = true) LocalDate birthDate,

        @Schema(nullable = true) Contact contact,

        @Schema(description = "De dag vanaf welke dit geldt", nullable = true)
        LocalDate since,

        @Schema(nullable = true) Instant recordedAt,

        @Schema(
                description =
                        "De kandidaat bij wie dit is vastgelegd: bij een overgekomen kandidaat die van de oude regio",
                nullable = true)
        UUID recordedFor,

        @Schema(description = "De dag waarop de gegevens zijn gewist", nullable = true)
        LocalDate erasedOn,

        @Schema(description = "De nieuwste honderd aantekeningen, de nieuwste voorop")
        List<Note> notes,

        @Schema(description = "Hoeveel aantekeningen er zijn")
        int notesInAll,

        @Schema(description = "Wat is weggelaten omdat wie vraagt het van deze kandidaat niet mag zien")
        List<Part> withheld) {

    /** What not everybody gets who may know who a candidate is. */
    @Schema(name = "CandidateDetailsPart")
    enum Part {
        /** Where somebody can be reached. */
        CONTACT(Action.READ_CANDIDATE_CONTACT),
        /** What was noted of somebody. */
        NOTES(Action.READ_CANDIDATE_NOTES);

        private final Action action;

        Part(Action action) {
            this.action = action;
        }

        /** Whose candidates somebody gets it of. */
        Scope scope(Identity who) {
            return Scope.of(who, action);
        }
    }

    /** Where somebody can be reached. */
    @Schema(name = "CandidateContact", description = "Wat niet bekend is, is leeg")
    record Contact(
            @Schema(example = "testkandidaat009@voorbeeld.example", nullable = true)
            String email,

            @Schema(example = "06-00000009", nullable = true)
            String telephone,

            @Schema(example = "Voorbeeldstraat 9", nullable = true)
            String street,

            @Schema(example = "0000 AA", nullable = true) String postcode,

            @Schema(example = "Voorbeelddorp", nullable = true)
            String town) {

        private static Contact of(CandidateEvent.Contact contact) {
            return contact == null
                    ? null
                    : new Contact(
                            contact.email(), contact.telephone(), contact.street(), contact.postcode(), contact.town());
        }
    }

    /** What was noted. */
    @Schema(name = "CandidateNote")
    record Note(
            UUID eventId,
            LocalDate effectiveOn,
            Instant recordedAt,
            String recordedBy,

            @Schema(
                    description = "`[gewist]` als de gegevens van de kandidaat zijn gewist",
                    example = "Komt liever na negen uur")
            String text) {

        static Optional<Note> of(Fact<CandidateEvent> fact) {
            return fact.event() instanceof NoteAdded note
                    ? Optional.of(
                            new Note(fact.id(), fact.effectiveOn(), fact.recordedAt(), fact.recordedBy(), note.text()))
                    : Optional.empty();
        }
    }

    /** What an event tells of who somebody is. */
    record Who(WhoState state, String name, LocalDate birthDate, Contact contact) {

        private static final Who UNKNOWN = new Who(WhoState.UNKNOWN, null, null, null);
        private static final Who ERASED = new Who(WhoState.ERASED, null, null, null);

        /** @param erased whether the person is erased, also when nothing was recorded of who it was */
        static Who of(Optional<Fact<CandidateEvent>> fact, boolean erased) {
            return erased ? ERASED : of(fact);
        }

        private static Who of(Optional<Fact<CandidateEvent>> fact) {
            return switch (fact.map(Fact::event).orElse(null)) {
                case CandidateDetailsRecorded e -> of(e.name(), e.birthDate(), e.contact());
                case CandidateDetailsRectified e -> of(e.name(), e.birthDate(), e.contact());
                case null, default -> UNKNOWN;
            };
        }

        private static Who of(String name, LocalDate birthDate, CandidateEvent.Contact contact) {
            return name.equals(PersonalData.ERASED)
                    ? ERASED
                    : new Who(WhoState.KNOWN, name, birthDate, Contact.of(contact));
        }
    }
}
