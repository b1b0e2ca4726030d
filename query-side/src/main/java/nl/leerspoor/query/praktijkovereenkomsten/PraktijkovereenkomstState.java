package nl.leerspoor.query.praktijkovereenkomsten;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is told of a praktijkovereenkomst at the end of a day. A passed end date does not change its phase.
 *
 * @param signatures of the text as it stands
 * @param ending     present once it was ended, dissolved or rejected
 */
record PraktijkovereenkomstState(
        Parties parties,
        String leerweg,
        Terms terms,
        Phase phase,
        List<Signature> signatures,
        Optional<LocalDate> activatedOn,
        Optional<Ending> ending) {

    /** Who agree with each other. */
    record Parties(
            String region,
            String reference,
            UUID trajectoryId,
            UUID candidateId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo,
            boolean legalRepresentativeRequired) {}

    /** A signature of a party. */
    record Signature(String party, LocalDate on, String method) {}

    /** How it came to an end, and why if that was said. */
    record Ending(LocalDate on, Optional<String> ground) {}

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

    /** Parties that have yet to sign the text as it stands (WEB 7.2.9); nobody has to once it is over. */
    List<String> missingSignatures() {
        if (ending.isPresent() || phase == Phase.ACTIVE) {
            return List.of();
        }
        Stream<String> required = parties.legalRepresentativeRequired()
                ? Stream.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL", "LEGAL_REPRESENTATIVE")
                : Stream.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL");
        return required.filter(party -> !signedBy().contains(party)).toList();
    }

    /** Parties that signed the text as it stands. */
    List<String> signedBy() {
        return signatures.stream().map(Signature::party).toList();
    }

    PraktijkovereenkomstState over(Phase end, Ending how) {
        return new PraktijkovereenkomstState(parties, leerweg, terms, end, signatures, activatedOn, Optional.of(how));
    }

    PraktijkovereenkomstState signed(Signature signature) {
        return new PraktijkovereenkomstState(
                parties,
                leerweg,
                terms,
                Phase.SIGNING,
                signedBy().contains(signature.party())
                        ? signatures
                        : Stream.concat(signatures.stream(), Stream.of(signature))
                                .toList(),
                activatedOn,
                ending);
    }

    PraktijkovereenkomstState active(LocalDate day) {
        return new PraktijkovereenkomstState(
                parties, leerweg, terms, Phase.ACTIVE, signatures, activatedOn.or(() -> Optional.of(day)), ending);
    }

    /** All parties sign again. */
    PraktijkovereenkomstState amended(Terms next) {
        return new PraktijkovereenkomstState(parties, leerweg, next, Phase.SIGNING, List.of(), activatedOn, ending);
    }
}
