package nl.leerspoor.command.verklaring;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;

/**
 * What a verklaring says, fixed when it is drafted: one candidate, one school, one leerbedrijf, and the werkprocessen
 * that were proven there.
 */
public record Paper(
        UUID verklaringId,
        UUID trajectoryId,
        UUID candidateId,
        String region,
        String schoolId,
        UUID leerbedrijfId,
        UUID supervisorId,
        String crebo,
        int level,
        String dossierVersion,
        List<Line> lines) {

    static Paper of(VerklaringDrafted e) {
        return new Paper(
                e.verklaringId(),
                e.trajectoryId(),
                e.candidateId(),
                e.region(),
                e.schoolId(),
                e.leerbedrijfId(),
                e.supervisorId(),
                e.crebo(),
                e.level(),
                e.dossierVersion(),
                e.lines());
    }

    /** The codes of its werkprocessen, in the order of the lines. */
    public List<String> codes() {
        return lines.stream().map(Line::code).toList();
    }
}
