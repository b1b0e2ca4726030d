package nl.leerspoor.query.persons;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.PersonalData;

/**
 * Who a candidate is at the end of a day.
 *
 * @param registeredAs the person that was registered, whoever it turned out to be
 * @param registeredBy who entered the registration, a pseudonymous id
 * @param details      present once it was recorded
 * @param notes        the events of what was noted, in order
 * @param erased       the day on which the person was erased
 * @param into         the candidate that this one turned out to be
 */
record CandidateDetailsState(
        String region,
        String reference,
        UUID personId,
        UUID registeredAs,
        String registeredBy,
        Optional<Details> details,
        List<UUID> notes,
        Optional<LocalDate> erased,
        Optional<UUID> into) {

    /**
     * What tells who somebody is, as far as anything is found by it.
     *
     * @param event     where it stands
     * @param name      as it was opened
     * @param birthDate null when it is not known
     */
    record Details(UUID event, String name, LocalDate birthDate) {

        boolean isErased() {
            return name.equals(PersonalData.ERASED);
        }
    }

    CandidateDetailsState known(Details newest) {
        return new CandidateDetailsState(
                region, reference, personId, registeredAs, registeredBy, Optional.of(newest), notes, erased, into);
    }

    CandidateDetailsState noted(UUID note) {
        return new CandidateDetailsState(
                region,
                reference,
                personId,
                registeredAs,
                registeredBy,
                details,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                erased,
                into);
    }

    CandidateDetailsState erasedOn(LocalDate day) {
        return new CandidateDetailsState(
                region, reference, personId, registeredAs, registeredBy, details, notes, Optional.of(day), into);
    }

    CandidateDetailsState mergedInto(UUID candidate, UUID person) {
        return new CandidateDetailsState(
                region, reference, person, registeredAs, registeredBy, details, notes, erased, Optional.of(candidate));
    }
}
