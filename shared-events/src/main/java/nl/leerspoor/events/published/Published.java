package nl.leerspoor.events.published;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What integrators are told of a fact: the {@code data} of one CloudEvent. A contract of its own beside the internal
 * events, and as thin as it can be: ids, days and codes of what happened. Who wants to know more fetches it with their own
 * rights. It never holds what tells who somebody is or how they are, no free text, and nobody who entered something.
 *
 * <p>A component is in every message, unless it is marked {@link IfKnown}. A record whose name ends in {@code V2} is the
 * second version of the one without.
 */
public sealed interface Published
        permits PublishedPilot,
                PublishedCandidate,
                PublishedTrajectory,
                PublishedCohort,
                PublishedLeerbedrijf,
                PublishedSupervisor,
                PublishedTraining,
                PublishedPraktijkovereenkomst,
                PublishedVerklaring,
                PublishedCeremony,
                PublishedReportSnapshot {

    /** The id of the thing to which it happened: the {@code subject} of the CloudEvent, within which order is kept. */
    UUID subject();

    /** The labour-market region that the fact belongs to, {@code AM} and two digits. */
    String region();

    /** The business date from which the fact holds; it may differ from the day on which it was entered. */
    LocalDate effectiveOn();
}
