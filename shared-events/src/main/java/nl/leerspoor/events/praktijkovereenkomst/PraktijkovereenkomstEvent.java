package nl.leerspoor.events.praktijkovereenkomst;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Retraction;

/** What happens to a praktijkovereenkomst: the agreement of candidate, leerbedrijf and school (WEB 7.2.8). */
public sealed interface PraktijkovereenkomstEvent extends Event {

    UUID praktijkovereenkomstId();

    UUID trajectoryId();

    UUID candidateId();

    /**
     * The agreement was drawn up for a match.
     *
     * @param hoursPerWeek                hours at the leerbedrijf in a week
     * @param legalRepresentativeRequired whether a parent signs too, for a minor
     */
    record PraktijkovereenkomstDrafted(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo,
            String dossierVersion,
            LocalDate start,
            LocalDate end,
            int hoursPerWeek,
            List<String> werkprocessen,
            String leerweg,
            boolean legalRepresentativeRequired,
            String reference)
            implements PraktijkovereenkomstEvent {}

    /**
     * A party signed.
     *
     * @param party        {@code CANDIDATE}, {@code LEERBEDRIJF}, {@code SCHOOL} or {@code LEGAL_REPRESENTATIVE}
     * @param draftVersion which text was signed; signatures on an older text count no more
     */
    record PraktijkovereenkomstSigned(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String party,
            String method,
            int draftVersion)
            implements PraktijkovereenkomstEvent {}

    /** All parties signed the same text (WEB 7.2.9). */
    record PraktijkovereenkomstActivated(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PraktijkovereenkomstEvent {}

    /** The text changed; all parties sign again. */
    record PraktijkovereenkomstAmended(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            LocalDate start,
            LocalDate end,
            int hoursPerWeek,
            List<String> werkprocessen,
            int draftVersion)
            implements PraktijkovereenkomstEvent {}

    /** The agreement was dissolved before its time. */
    record PraktijkovereenkomstDissolved(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String ground)
            implements PraktijkovereenkomstEvent {}

    /** The agreement ended as meant. */
    record PraktijkovereenkomstEnded(
            UUID praktijkovereenkomstId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PraktijkovereenkomstEvent {}

    /** The agreement was not signed and never will be. */
    record PraktijkovereenkomstRejected(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String reason)
            implements PraktijkovereenkomstEvent {}

    /** The end or dissolution never was, because the end of the trajectory never was. */
    record PraktijkovereenkomstEndRetracted(
            UUID praktijkovereenkomstId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID retractsEventId,
            String reason,
            String authorisedBy)
            implements PraktijkovereenkomstEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return List.of(retractsEventId);
        }
    }
}
