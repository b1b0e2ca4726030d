package nl.leerspoor.query.projection;

import java.util.function.Function;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;

/**
 * A view of all streams of one kind: what was true of each on every day, as known at every moment. It is said once, here,
 * and the machinery keeps it, builds it anew beside the one that serves, checks it, and repairs it.
 *
 * @param view      one of {@link Views}
 * @param family    the sealed events of its streams
 * @param evolution how a fact changes the state
 * @param meaning   raised when the evolution or the columns come to say something else; the view is then built anew
 * @param table     its name in schema {@code query}; the file {@code db/view/<table>.sql} makes a table for it
 * @param subject   the column that holds the id of the stream
 * @param columns   what a state says in the other columns
 * @param personal  whether it is about what is sealed in the events; then these are opened each time that they are taken,
 *                  and nothing of them is kept but the rows, which may say nothing that tells who a person is
 */
public record Projection<E extends Event, S>(
        String view,
        Class<E> family,
        Period.Evolution<E, S> evolution,
        int meaning,
        String table,
        String subject,
        Function<S, Row> columns,
        boolean personal) {

    /** A view that nothing personal is needed for. */
    public Projection(
            String view,
            Class<E> family,
            Period.Evolution<E, S> evolution,
            int meaning,
            String table,
            String subject,
            Function<S, Row> columns) {
        this(view, family, evolution, meaning, table, subject, columns, false);
    }

    /** The names under which the events of its streams are stored. */
    String[] eventNames() {
        return Catalogue.names().stream()
                .filter(name -> family.isAssignableFrom(Catalogue.typeOf(name)))
                .toArray(String[]::new);
    }
}
