package nl.leerspoor.query.trajectories;

import java.util.Optional;
import java.util.UUID;

/** The match, as it stands. */
record Place(
        UUID leerbedrijfId,
        UUID supervisorId,
        String schoolId,
        String crebo,
        String dossierVersion,
        boolean inPreferredSector,
        Optional<UUID> praktijkovereenkomstId) {

    Place agreedIn(UUID agreement) {
        return new Place(
                leerbedrijfId,
                supervisorId,
                schoolId,
                crebo,
                dossierVersion,
                inPreferredSector,
                Optional.of(agreement));
    }

    Place movedTo(UUID leerbedrijf, UUID supervisor) {
        return new Place(leerbedrijf, supervisor, schoolId, crebo, dossierVersion, inPreferredSector, Optional.empty());
    }
}
