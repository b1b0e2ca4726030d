package nl.leerspoor.benchmark;

import java.time.LocalDate;
import nl.leerspoor.benchmark.history.PastYears;

/** A year by week, for a chart: of one figure, and of all. */
final class SeriesMeasured implements Measurement {

    private static final int WARM_UP = 15;
    private static final int ASKED = 30;

    @Override
    public void measure(Site site, Report report) throws Exception {
        Latencies single = new Latencies();
        Latencies regional = new Latencies();
        Latencies national = new Latencies();
        for (int n = -WARM_UP; n < ASKED; n++) {
            LocalDate from = PastYears.FIRST_DAY.plusDays(site.random.nextInt(700));
            String path = "/v1/figures/series?from=%s&until=%s&step=WEEK".formatted(from, from.plusYears(1));
            String region = Days.oneOf(site.random, PastYears.REGIONS);
            String figure = Days.oneOf(site.random, FiguresMeasured.FIGURES);
            long one = site.http()
                    .get(path + "&region=" + region + "&figure=" + figure)
                    .orFail(200)
                    .nanos();
            long inRegion =
                    site.http().get(path + "&region=" + region).orFail(200).nanos();
            long inCountry = site.http().get(path).orFail(200).nanos();
            if (n >= 0) {
                single.add(one);
                regional.add(inRegion);
                national.add(inCountry);
            }
        }
        report.line("a year of one figure of a region by week", "300 ms", single.say(50, 95), "");
        report.line("a year of all figures of a region by week", "300 ms", regional.say(50, 95), "");
        report.line("the same of the country", "300 ms", national.say(50, 95), "");
    }
}
