package nl.leerspoor.command.following;

import java.util.function.LongSupplier;

/**
 * Something that nobody may overlook: as long as there is any, health is amber and says so. Every bean of this type is
 * counted from time to time and shown as a gauge.
 *
 * @param metric  the name of the gauge, as {@code leerspoor.following.parked}
 * @param meaning what is counted, for people: "events are parked"
 * @param count   counts them, in one quick query
 */
public record Concern(String metric, String meaning, LongSupplier count) {}
