package nl.leerspoor.benchmark;

import java.time.LocalDate;
import nl.leerspoor.benchmark.history.PastYears;

/** A year of figures by week, for a chart. */
final class SeriesMeasured implements Measurement {

    private static final int WARM_UP = 4;
    private static final int ASKED = 30;

    @Override
    public void measure(Site site, Report report) throws Exception {
        Latencies regional = new Latencies();
        Latencies national = new Latencies();
        for (int n = -WARM_UP; n < ASKED; n++) {
            LocalDate from = PastYears.FIRST_DAY.plusDays(site.random.nextInt(700));
            String path = "/v1/figures/series?from=%s&until=%s&step=WEEK".formatted(from, from.plusYears(1));
            String region = Days.oneOf(site.random, PastYears.REGIONS);
            long inRegion =
                    site.http().get(path + "&region=" + region).orFail(200).nanos();
            long inCountry = site.http().get(path).orFail(200).nanos();
            if (n >= 0) {
                regional.add(inRegion);
                national.add(inCountry);
            }
        }
        report.line("a year of figures of a region by week", "300 ms", regional.say(50, 95), "");
        report.line("the same of the country", "300 ms", national.say(50, 95), "");
    }
}
