package nl.leerspoor.query.projection;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that nobody may overlook: as long as there is any, health is amber and says why. Every bean of this type is
 * looked for each second, and shown as a gauge with the views as its label.
 *
 * @param metric  the name of the gauge, as {@code leerspoor.projection.parked}
 * @param meaning what is counted, for people: "Events that a view could not take"
 * @param look    finds what there is now, in one quick query
 */
public record Alarm(String metric, String meaning, Supplier<List<Finding>> look) {

    /**
     * What there is of it in a version of a view.
     *
     * @param reason what is the matter, for operators
     */
    public record Finding(String view, long count, String reason) {}
}
