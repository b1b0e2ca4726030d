package nl.leerspoor.query.figures;

import java.util.UUID;

/**
 * Something that figures count.
 *
 * @param id null for what is nobody's in particular: those who wait for no leerbedrijf that is named
 */
public record Thing(Sort sort, UUID id) {

    /** The sorts of things. */
    public enum Sort {
        /** Somebody, whatever candidates they are in which regions. */
        PERSON("candidate_period", "person_id"),
        TRAJECTORY("trajectory_period", "trajectory_id"),
        VERKLARING("verklaring_period", "verklaring_id"),
        PRAKTIJKOVEREENKOMST("praktijkovereenkomst_period", "praktijkovereenkomst_id"),
        SUPERVISOR("supervisor_period", "supervisor_id"),
        SUPERVISOR_TRAINING("training_period", "training_id"),
        LEERBEDRIJF("leerbedrijf_period", "leerbedrijf_id");

        private final String table;
        private final String column;

        Sort(String table, String column) {
            this.table = table;
            this.column = column;
        }

        /** Gives the references that people use, by id. */
        String references() {
            return """
                    select %1$s as id, max(reference) as reference from query.%2$s
                     where %1$s = any(:ids) and known_until = 'infinity' group by 1""".formatted(column, table);
        }
    }
}
