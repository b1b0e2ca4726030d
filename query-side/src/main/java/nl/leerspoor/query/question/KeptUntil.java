package nl.leerspoor.query.question;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Until when somebody's data are kept, as things stand, for that person. */
public interface KeptUntil {

    /**
     * What is kept until when.
     *
     * @param rule by which
     * @param on   the day on which everything of the person is due
     */
    record Until(String rule, LocalDate on) {}

    /** Empty as long as a period did not begin, or a region where the person is holds to no rule. */
    Optional<Until> of(Scope scope, UUID person);
}
