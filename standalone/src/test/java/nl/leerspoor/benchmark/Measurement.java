package nl.leerspoor.benchmark;

/** Something that is measured, and reported beside its goal. */
@FunctionalInterface
interface Measurement {

    void measure(Site site, Report report) throws Exception;
}
