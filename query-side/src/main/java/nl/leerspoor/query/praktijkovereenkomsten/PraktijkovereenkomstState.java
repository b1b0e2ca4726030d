package nl.leerspoor.query.praktijkovereenkomsten;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is told of a praktijkovereenkomst at the end of a day. A passed end date does not change its phase.
 *
 * @param signedBy parties that signed the text as it stands
 */
record PraktijkovereenkomstState(
        Parties parties,
        String leerweg,
        Terms terms,
        Phase phase,
        List<String> signedBy,
        Optional<LocalDate> activatedOn) {

    /** Who agree with each other. */
    record Parties(
            String region,
            String reference,
            UUID trajectoryId,
            UUID candidateId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo) {}

    /** What an amendment may change. */
    record Terms(LocalDate startsOn, LocalDate endsOn, int hoursPerWeek) {}

    /** How far the agreement is. */
    enum Phase {
        DRAFTED,
        SIGNING,
        ACTIVE,
        ENDED,
        DISSOLVED,
        REJECTED
    }

    PraktijkovereenkomstState in(Phase next) {
        return new PraktijkovereenkomstState(parties, leerweg, terms, next, signedBy, activatedOn);
    }

    PraktijkovereenkomstState signedBy(String party) {
        return new PraktijkovereenkomstState(
                parties,
                leerweg,
                terms,
                Phase.SIGNING,
                Stream.concat(signedBy.stream(), Stream.of(party)).distinct().toList(),
                activatedOn);
    }

    PraktijkovereenkomstState active(LocalDate day) {
        return new PraktijkovereenkomstState(
                parties, leerweg, terms, Phase.ACTIVE, signedBy, activatedOn.or(() -> Optional.of(day)));
    }

    /** All parties sign again. */
    PraktijkovereenkomstState amended(Terms next) {
        return new PraktijkovereenkomstState(parties, leerweg, next, Phase.SIGNING, List.of(), activatedOn);
    }
}
