package nl.leerspoor.query.persons;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.platform.personaldata.BlindIndex;
import nl.leerspoor.platform.personaldata.OutsideKeys;
import nl.leerspoor.query.persons.CandidateDetailsState.Details;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.candidate_details_period}. */
@Configuration(proxyBeanMethods = false)
class CandidateDetailsProjection {

    /** Where the words of a name are hashed for. */
    static final String NAME = "candidate.name";

    /** Where a birthday is hashed for. */
    static final String BIRTH_DATE = "candidate.birthDate";

    @Bean
    Projection<CandidateEvent, CandidateDetailsState> candidateDetails(OutsideKeys keys) {
        return new Projection<>(
                Views.CANDIDATE_DETAILS,
                CandidateEvent.class,
                CandidateDetailsCourse::evolve,
                3,
                "candidate_details_period",
                "candidate_id",
                state -> row(state, keys.index()),
                true);
    }

    /** What somebody is found by: a hash for each word of the name, and one for the birthday. */
    static List<String> terms(BlindIndex index, String name, LocalDate birthDate) {
        List<String> words = index.words(NAME, name);
        return birthDate == null || words.isEmpty()
                ? words
                : Stream.concat(words.stream(), Stream.of(index.day(BIRTH_DATE, birthDate)))
                        .sorted()
                        .toList();
    }

    private static Row row(CandidateDetailsState state, Optional<BlindIndex> index) {
        Optional<Details> findable = state.details()
                .filter(details -> !details.isErased() && state.into().isEmpty());
        return new Row()
                .with("region", state.region())
                .with("reference", state.reference())
                .with("person_id", state.personId())
                .with("registered_as", state.registeredAs())
                .with("registered_by", state.registeredBy())
                .with("details_event_id", state.details().map(Details::event).orElse(null))
                .withTexts(
                        "name_words",
                        findable.flatMap(details -> index.map(with -> terms(with, details.name(), details.birthDate())))
                                .orElse(List.of()))
                .with(
                        "duplicate_key",
                        findable.filter(details -> details.birthDate() != null)
                                .flatMap(details ->
                                        index.map(with -> with.duplicate(details.name(), details.birthDate())))
                                .orElse(null))
                .withIds("note_event_ids", state.notes())
                .with("erased_on", state.erased().orElse(null))
                .with("merged_into", state.into().orElse(null));
    }
}
