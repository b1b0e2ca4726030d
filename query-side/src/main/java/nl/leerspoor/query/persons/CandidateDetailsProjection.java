package nl.leerspoor.query.persons;

import java.util.List;
import java.util.Optional;
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

    @Bean
    Projection<CandidateEvent, CandidateDetailsState> candidateDetails(OutsideKeys keys) {
        return new Projection<>(
                Views.CANDIDATE_DETAILS,
                CandidateEvent.class,
                CandidateDetailsCourse::evolve,
                1,
                "candidate_details_period",
                "candidate_id",
                state -> row(state, keys.index()),
                true);
    }

    private static Row row(CandidateDetailsState state, Optional<BlindIndex> index) {
        Optional<Details> findable = state.details()
                .filter(details -> !details.isErased() && state.into().isEmpty());
        return new Row()
                .with("region", state.region())
                .with("reference", state.reference())
                .with("person_id", state.personId())
                .with("details_event_id", state.details().map(Details::event).orElse(null))
                .withTexts(
                        "name_words",
                        findable.flatMap(details -> index.map(with -> with.words(NAME, details.name())))
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
