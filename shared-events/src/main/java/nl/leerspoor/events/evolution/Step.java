package nl.leerspoor.events.evolution;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How an event that was stored in one revision reads in the next. The stored event stays as it is; the step is taken at
 * every reading, for as long as such events are kept.
 *
 * @param event  the name of the event in the catalogue
 * @param from   the revision that the step leaves
 * @param change makes the members of the next revision from those of this one and nothing else; texts, whole numbers,
 *               {@code BigDecimal}s, booleans, nulls, and lists and maps of them
 */
public record Step(String event, int from, UnaryOperator<Map<String, Object>> change) {}
