package nl.leerspoor.query.question;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.leerspoor.platform.access.Identity;

/**
 * Who candidates are, beside their ids in lists of those who work with them: no more than a name (rule B35). They are
 * opened and written in the processing log page by page; when either can't be done there is no answer (503).
 */
public interface CandidateNames {

    /** Who a candidate is. */
    @Schema(name = "CandidateName", description = "Hoe een kandidaat heet; alleen voor wie met de kandidaat werkt")
    record Name(
            @Schema(description = "Of de naam bekend is, of dat die is gewist")
            WhoState state,

            @Schema(example = "Testkandidaat 009", nullable = true)
            String name) {}

    /**
     * Names for the items of a list.
     *
     * @param list      its address, for the processing log
     * @param candidate whom an item is about
     * @param named     an item with a name; it is not called for candidates whom who asks may not know
     */
    <T> Addition<T> beside(Identity who, String list, Function<T, UUID> candidate, BiFunction<T, Name, T> named);
}
