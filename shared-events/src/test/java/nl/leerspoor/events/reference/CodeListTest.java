package nl.leerspoor.events.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leerspoor.events.reference.CodeList.Entry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeListTest {

    private static final LocalDate PILOT_ERA = LocalDate.of(2021, 7, 31);
    private static final LocalDate NEW_LAW = LocalDate.of(2021, 8, 1);

    @Nested
    class EveryList {

        @ParameterizedTest
        @EnumSource
        void hasCodesThatAreNamedInDutchAndEnglish(CodeList list) {
            assertThat(list.entries()).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.code()).matches("[A-Z0-9][A-Z0-9_]*").hasSizeLessThanOrEqualTo(40);
                assertThat(entry.dutch()).isNotBlank().isEqualTo(entry.dutch().strip());
                assertThat(entry.english())
                        .isNotBlank()
                        .isEqualTo(entry.english().strip());
            });
        }

        @ParameterizedTest
        @EnumSource
        void hasPeriodsThatBeginBeforeTheyEnd(CodeList list) {
            assertThat(list.entries()).allSatisfy(entry -> {
                assertThat(entry.validFrom()).isBetween("2010-01-01", "2100-01-01");
                assertThat(entry.validTo())
                        .satisfiesAnyOf(
                                to -> assertThat(to).isNull(),
                                to -> assertThat(to).isAfterOrEqualTo(entry.validFrom()));
            });
        }

        @ParameterizedTest
        @EnumSource
        void meansOneThingByACodeOnADay(CodeList list) {
            assertThat(list.entries())
                    .allSatisfy(entry -> assertThat(list.entries().stream()
                                    .filter(other -> other.code().equals(entry.code()))
                                    .filter(other -> other.isValidOn(entry.validFrom())))
                            .containsExactly(entry));
        }

        @ParameterizedTest
        @EnumSource
        void hasTheSameColumnsInEveryLine(CodeList list) {
            Set<String> columns = list.entries().getFirst().attributes().keySet();

            assertThat(list.entries())
                    .allSatisfy(entry -> assertThat(entry.attributes().keySet()).isEqualTo(columns));
        }
    }

    @Nested
    class ACode {

        private final Entry pilot = new Entry("X", "x", "x", LocalDate.of(2018, 1, 1), PILOT_ERA, Map.of());

        @Test
        void isValidFromItsFirstDayToItsLast() {
            assertThat(pilot.isValidOn(LocalDate.of(2017, 12, 31))).isFalse();
            assertThat(pilot.isValidOn(LocalDate.of(2018, 1, 1))).isTrue();
            assertThat(pilot.isValidOn(PILOT_ERA)).isTrue();
            assertThat(pilot.isValidOn(NEW_LAW)).isFalse();
        }

        @Test
        void isNotFoundOutsideItsPeriod() {
            assertThat(CodeList.CAUSES.find("CORONA", LocalDate.of(2020, 3, 23)))
                    .isPresent();
            assertThat(CodeList.CAUSES.find("CORONA", LocalDate.of(1990, 1, 1))).isEmpty();
            assertThat(CodeList.CAUSES.find("corona", LocalDate.of(2020, 3, 23)))
                    .isEmpty();
        }
    }

    @Nested
    class TheLaw {

        @Test
        void hasOneDocumentRegimeOnEveryDaySinceThePilots() {
            assertThat(CodeList.DOCUMENT_REGIMES.codesOn(PILOT_ERA)).containsExactly("PILOT_PRAKTIJKVERKLARING");
            assertThat(CodeList.DOCUMENT_REGIMES.codesOn(NEW_LAW))
                    .containsExactly("MBO_VERKLARING_DEEL_PRAKTIJKVERKLARING");
        }

        @Test
        void knowsThirtyFiveRegions() {
            assertThat(CodeList.REGIONS.codesOn(NEW_LAW)).hasSize(35).allMatch(code -> code.matches("AM\\d\\d"));
        }
    }

    @Nested
    class ACrebo {

        @Test
        void belongsToADossierAndIfToASectorThenToAKnownOne() {
            assertThat(CodeList.CREBOS.entries()).allSatisfy(crebo -> {
                assertThat(crebo.code()).matches("\\d{5}");
                assertThat(crebo.attributes().get("dossier")).isIn(codesOf(CodeList.DOSSIERS));
                assertThat(crebo.attributes().get("level")).matches("[1-4]");
                assertThat(crebo.attributes().get("sector"))
                        .satisfiesAnyOf(
                                sector -> assertThat(sector).isEmpty(),
                                sector -> assertThat(sector).isIn(codesOf(CodeList.SECTORS)));
            });
        }

        @Test
        void existsForEverySector() {
            assertThat(CodeList.CREBOS.entries())
                    .extracting(crebo -> crebo.attributes().get("sector"))
                    .containsAll(codesOf(CodeList.SECTORS));
        }
    }

    @Test
    void aDossierHasAVersionAndASchoolADossier() {
        assertThat(CodeList.DOSSIERS.entries())
                .allSatisfy(dossier ->
                        assertThat(dossier.attributes().get("version")).matches("\\d{4}"));
        assertThat(CodeList.SCHOOLS.entries())
                .allSatisfy(
                        school -> assertThat(school.attributes().get("dossier")).isIn(codesOf(CodeList.DOSSIERS)));
    }

    private static List<String> codesOf(CodeList list) {
        return list.entries().stream().map(Entry::code).toList();
    }
}
