package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.figures.Suppression.Told;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** B34: small numbers are left out, with what would give them away. */
class SuppressionTest {

    private static final List<String> PARTS = List.of("DZ", "GP", "HV", "LOG");

    @Nested
    class ASplit {

        @Test
        void losesASmallPartAndOneMoreByWhichItCouldBeFound() {
            Published told = country(told(Map.of("DZ", 20L, "GP", 3L, "LOG", 9L), 32));

            assertThat(told.figures().get("onHold"))
                    .containsEntry("total", 32L)
                    .containsEntry("bySector", parts("DZ", null, "GP", null, "LOG", 9L));
            assertThat(told.suppressed()).containsExactlyInAnyOrder("onHold.bySector.DZ", "onHold.bySector.GP");
        }

        @Test
        void staysWholeWhenNothingIsSmall() {
            Published told = country(told(Map.of("DZ", 20L, "LOG", 9L), 29));

            assertThat(told.suppressed()).isEmpty();
            assertThat(told.figures().get("onHold")).containsEntry("bySector", Map.of("DZ", 20L, "LOG", 9L));
        }

        @Test
        void isLeftOutWhenItsPartsCanNotHideOneAnother() {
            Published told = country(told(Map.of("DZ", 1L, "GP", 1L, "HV", 1L, "LOG", 2L), 5));

            assertThat(told.figures().get("onHold")).containsEntry("total", 5L);
            assertThat(country(told(Map.of("DZ", 2L, "GP", 2L), 40)).figures().get("onHold"))
                    .containsEntry("total", 40L)
                    .containsEntry("bySector", null);
        }

        @Test
        void isLeftOutWithASmallTotal() {
            Published told = country(told(Map.of("DZ", 3L), 3));

            assertThat(told.figures().get("onHold"))
                    .containsEntry("total", null)
                    .containsEntry("bySector", null);
        }

        @Test
        void isLeftOutWhenItsTotalTellsHowFewAreInTwoPartsOrInNone() {
            for (long total : List.of(33L, 37L)) {
                Published told = country(told(Map.of("DZ", 20L, "GP", 15L), total));

                assertThat(told.figures().get("onHold"))
                        .containsEntry("total", total)
                        .containsEntry("bySector", null);
            }
            assertThat(country(told(Map.of("DZ", 20L, "GP", 15L), 30)).suppressed())
                    .as("five are enough")
                    .isEmpty();
        }

        @Test
        void ofThoseWhoAreAskedIsLeftOutWhenItTellsHowFewEndedTwice() {
            Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
            figures.put("completed", new LinkedHashMap<>(Map.of("total", 40L)));
            figures.put("stopped", new LinkedHashMap<>(Map.of("total", 20L)));
            figures.put("outcomes", new LinkedHashMap<>(Map.of("response", response(62))));

            assertThat(country(new Told(figures, Map.of())).suppressed()).containsExactly("outcomes.response.END");

            figures.put("outcomes", new LinkedHashMap<>(Map.of("response", response(60))));
            assertThat(country(new Told(figures, Map.of())).suppressed()).isEmpty();
        }

        private static Map<String, Object> response(long due) {
            return new TreeMap<>(Map.of("END", new TreeMap<>(Map.of("due", due, "answered", due))));
        }

        @Test
        void tellsOfNobody() {
            assertThat(country(told(Map.of(), 0)).figures().get("onHold")).containsEntry("total", 0L);
        }

        @Test
        void ofWhatFollowsFromAnotherIsLeftOutWithIt() {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("total", 48L);
            numbers.put("bySector", new TreeMap<>(Map.of("DZ", 25L, "LOG", 23L)));
            numbers.put("byCrebo", new TreeMap<>(Map.of("25250", 25L, "25254", 3L, "25255", 20L)));

            Published told = country(new Told(Map.of("onHold", numbers), Map.of()));

            assertThat(told.figures().get("onHold").get("bySector")).isNotNull();
            Map<?, ?> crebos = (Map<?, ?>) told.figures().get("onHold").get("byCrebo");
            assertThat(crebos == null || crebos.get("25254") == null && crebos.get("25255") == null)
                    .as("25255 and the sector would tell 25254")
                    .isTrue();
        }
    }

    @Nested
    class AFigure {

        @Test
        void hidesAMedianOfFewAndWhatIsAllButAFew() {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("total", 52L);
            numbers.put("validNow", 50L);
            numbers.put("medianDays", new BigDecimal("3.00"));

            Published told = country(new Told(Map.of("verklaringenIssued", numbers), Map.of()));

            assertThat(told.figures().get("verklaringenIssued"))
                    .containsEntry("total", 52L)
                    .containsEntry("validNow", null)
                    .containsEntry("medianDays", null);
        }

        @Test
        void thatSumsIsMeasuredByHowManyItIsOf() {
            Map<String, Object> numbers = new LinkedHashMap<>(Map.of("total", 30L));

            Published told = country(new Told(Map.of("outcomes", numbers), Map.of("outcomes.total", 4)));

            assertThat(told.figures().get("outcomes")).containsEntry("total", null);
        }
    }

    @Nested
    class TheRegions {

        @Test
        void hideASmallOneBehindAnotherWhoeverIsAsked() {
            Suppression all = of(
                    told(Map.of(), 87),
                    Map.of("AM05", told(Map.of(), 54), "AM06", told(Map.of(), 3), "AM07", told(Map.of(), 30)));

            assertThat(all.country().figures().get("onHold")).containsEntry("total", 87L);
            assertThat(all.region("AM06").figures().get("onHold")).containsEntry("total", null);
            assertThat(all.region("AM05").figures().get("onHold")).containsEntry("total", null);
            assertThat(all.region("AM07").figures().get("onHold")).containsEntry("total", 30L);
        }
    }

    /** Whoever knows all that is told, of the country and of each region, can't tell any small number. */
    @Test
    void nobodyCanTellASmallNumberFromAllThatIsTold() {
        var random = new Random(34);
        int smallOnes = 0;
        for (int n = 0; n < 3_000; n++) {
            var table = Table.random(random);
            smallOnes += table.smallOnes();
            assertThat(table.pinned()).as("table %d: %s", n, table).isEmpty();
        }
        assertThat(smallOnes).isGreaterThan(5_000);
    }

    /**
     * Numbers of regions by parts, and what of them is told.
     *
     * @param overlap how many of each part are in two regions, and once in the country
     */
    private record Table(long[][] cells, long[] overlap, Suppression told) {

        static Table random(Random random) {
            int regions = 1 + random.nextInt(4);
            int parts = 1 + random.nextInt(PARTS.size());
            long[][] cells = new long[regions][parts];
            for (long[] row : cells) {
                for (int part = 0; part < parts; part++) {
                    row[part] = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(14);
                }
            }
            Map<String, Told> sheets = new HashMap<>();
            long[] country = new long[parts];
            for (int region = 0; region < regions; region++) {
                sheets.put(code(region), told(cells[region]));
                for (int part = 0; part < parts; part++) {
                    country[part] += cells[region][part];
                }
            }
            long[] overlap = new long[parts];
            for (int part = 0; random.nextBoolean() && part < parts; part++) {
                long most = 0;
                for (long[] row : cells) {
                    most = Math.max(most, row[part]);
                }
                overlap[part] = Math.min(random.nextInt(8), country[part] - most);
                country[part] -= overlap[part];
            }
            return new Table(cells, overlap, new Suppression(told(country), sheets));
        }

        int smallOnes() {
            int small = 0;
            for (long[] row : cells) {
                for (long cell : row) {
                    small += cell > 0 && cell < Suppression.FEWEST ? 1 : 0;
                }
            }
            return small;
        }

        /** The small numbers of which no other table could have been told the same. */
        List<String> pinned() {
            List<String> pinned = new ArrayList<>();
            for (int region = 0; region < cells.length; region++) {
                for (int part = 0; part < cells[region].length; part++) {
                    if (isSmall(cells[region][part]) && !new Attack(this).finds(region, part)) {
                        pinned.add(code(region) + " " + PARTS.get(part));
                    }
                }
                if (isSmall(total(region)) && !new Attack(this).findsTotal(region)) {
                    pinned.add(code(region));
                }
            }
            for (int part = 0; part < overlap.length; part++) {
                if (isSmall(overlap[part]) && !new Attack(this).findsOverlap(part)) {
                    pinned.add("overlap of " + PARTS.get(part));
                }
            }
            return pinned;
        }

        long total(int region) {
            long total = 0;
            for (long cell : cells[region]) {
                total += cell;
            }
            return total;
        }

        private static boolean isSmall(long number) {
            return number > 0 && number < Suppression.FEWEST;
        }

        /** A total that is told of a region; -1 for one that is left out. */
        long toldTotal(int region) {
            return number(told.region(code(region)), "total");
        }

        long toldOfCountry() {
            return number(told.country(), "total");
        }

        /** A part that is told; -1 for one that is left out, -2 for one that is left out but known to be something. */
        long toldPart(int region, int part) {
            return part(told.region(code(region)), part);
        }

        long toldOfCountry(int part) {
            return part(told.country(), part);
        }

        private static long number(Published published, String name) {
            Object number = published.figures().get("onHold").get(name);
            return number == null ? -1 : (long) number;
        }

        private static long part(Published published, int part) {
            if (!(published.figures().get("onHold").get("bySector") instanceof Map<?, ?> parts)) {
                return -1;
            }
            if (!parts.containsKey(PARTS.get(part))) {
                return 0;
            }
            Object number = parts.get(PARTS.get(part));
            return number == null ? -2 : (long) number;
        }

        static String code(int region) {
            return "AM0" + (region + 1);
        }

        private static Told told(long[] row) {
            Map<String, Long> parts = new TreeMap<>();
            long total = 0;
            for (int part = 0; part < row.length; part++) {
                total += row[part];
                if (row[part] > 0) {
                    parts.put(PARTS.get(part), row[part]);
                }
            }
            return SuppressionTest.told(parts, total);
        }

        @Override
        public String toString() {
            return java.util.Arrays.deepToString(cells) + " told " + told.country()
                    + java.util.stream.IntStream.range(0, cells.length)
                            .mapToObj(region -> told.region(code(region)).toString())
                            .toList();
        }
    }

    /**
     * Looks for another table of which the same would be told: one in which a number is one more or one less, and others
     * make up for it in the same row, in the same column, or in both.
     */
    private static final class Attack {

        private final Table table;

        Attack(Table table) {
            this.table = table;
        }

        boolean finds(int region, int part) {
            for (int otherRegion = -1; otherRegion < table.cells().length; otherRegion++) {
                for (int otherPart = -1; otherPart < table.cells()[0].length; otherPart++) {
                    if (otherRegion != region
                            && otherPart != part
                            && (fits(changed(region, part, otherRegion, otherPart, 1))
                                    || fits(changed(region, part, otherRegion, otherPart, -1)))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** One of the total is of another part, or of another region. */
        boolean findsTotal(int region) {
            for (int part = 0; part < table.cells()[0].length; part++) {
                for (int other = -1; other < table.cells().length; other++) {
                    if (other != region
                            && (fits(changed(region, part, other, -1, 1))
                                    || fits(changed(region, part, other, -1, -1)))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private long[][] changed(int region, int part, int otherRegion, int otherPart, int by) {
            long[][] changed = new long[table.cells().length][];
            for (int row = 0; row < changed.length; row++) {
                changed[row] = table.cells()[row].clone();
            }
            changed[region][part] += by;
            if (otherRegion >= 0) {
                changed[otherRegion][part] -= by;
            }
            if (otherPart >= 0) {
                changed[region][otherPart] -= by;
            }
            if (otherRegion >= 0 && otherPart >= 0) {
                changed[otherRegion][otherPart] += by;
            }
            return changed;
        }

        /** One more or one less is in two regions, and perhaps one less or one more of another part. */
        boolean findsOverlap(int part) {
            for (int by = -1; by <= 1; by += 2) {
                for (int region = -1; region < table.cells().length; region++) {
                    for (int otherPart = -1; otherPart < table.overlap().length; otherPart++) {
                        if (otherPart != part && fitsOverlap(region, part, otherPart, by)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean fitsOverlap(int region, int part, int otherPart, int by) {
            long[] overlap = table.overlap().clone();
            long[][] changed = new long[table.cells().length][];
            for (int row = 0; row < changed.length; row++) {
                changed[row] = table.cells()[row].clone();
            }
            overlap[part] += by;
            if (region >= 0) {
                changed[region][part] += by;
            }
            if (otherPart >= 0) {
                overlap[otherPart] -= by;
                if (region >= 0) {
                    changed[region][otherPart] -= by;
                }
            }
            return java.util.Arrays.stream(overlap).allMatch(one -> one >= 0) && fits(changed, overlap);
        }

        private boolean fits(long[][] guess) {
            return fits(guess, table.overlap());
        }

        private boolean fits(long[][] guess, long[] overlap) {
            long all = 0;
            long[] country = new long[guess[0].length];
            for (int region = 0; region < guess.length; region++) {
                long total = 0;
                for (int part = 0; part < guess[region].length; part++) {
                    if (!fits(guess[region][part], table.toldPart(region, part))) {
                        return false;
                    }
                    total += guess[region][part];
                    country[part] += guess[region][part];
                }
                long told = table.toldTotal(region);
                if (!fits(total, told == -1 ? -2 : told)) {
                    return false;
                }
                all += total;
            }
            for (int part = 0; part < country.length; part++) {
                if (!fits(country[part] - overlap[part], table.toldOfCountry(part))) {
                    return false;
                }
                all -= overlap[part];
            }
            long told = table.toldOfCountry();
            return fits(all, told == -1 ? -2 : told);
        }

        /** What is left out by name is not 0. */
        private static boolean fits(long guess, long told) {
            return switch ((int) told) {
                case -1 -> guess >= 0;
                case -2 -> guess >= 1;
                default -> guess == told;
            };
        }
    }

    private static Published country(Told told) {
        return of(told, Map.of("AM05", told)).country();
    }

    private static Suppression of(Told country, Map<String, Told> regions) {
        return new Suppression(country, regions);
    }

    private static Told told(Map<String, Long> parts, long total) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("total", total);
        numbers.put("bySector", new TreeMap<>(parts));
        return new Told(Map.of("onHold", numbers), Map.of());
    }

    private static Map<String, Long> parts(String one, Long first, String two, Long second, String three, Long third) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put(one, first);
        parts.put(two, second);
        parts.put(three, third);
        return parts;
    }
}
