package nl.leerspoor.benchmark;

/** How many commands a second an import takes in. */
final class ImportsMeasured implements Measurement {

    @Override
    public void measure(Site site, Report report) throws Exception {
        if (site.http().get("/v1/imports").status() == 404) {
            report.line("commands in an import", "1,000/s", "not built yet", "");
        }
    }
}
