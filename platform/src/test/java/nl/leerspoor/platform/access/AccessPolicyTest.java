package nl.leerspoor.platform.access;

import static nl.leerspoor.platform.access.Role.ACCOUNT_MANAGER;
import static nl.leerspoor.platform.access.Role.EXAMENCOMMISSIE;
import static nl.leerspoor.platform.access.Role.INTEGRATOR;
import static nl.leerspoor.platform.access.Role.MONITOR;
import static nl.leerspoor.platform.access.Role.OPERATOR;
import static nl.leerspoor.platform.access.Role.PROJECT_LEAD;
import static nl.leerspoor.platform.access.Role.SCHOOL_COACH;
import static nl.leerspoor.platform.access.Role.SUPERVISOR;
import static nl.leerspoor.platform.access.Role.WERKCOACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell of the table, as people read it, and what follows from it. */
class AccessPolicyTest {

    private static final String HERE = "AM05";
    private static final String ELSEWHERE = "AM06";
    private static final String SCHOOL = "ROC";
    private static final String COMPANY = "6d03f9b0-6114-595e-bf7c-01549445b853";
    private static final Target MINE = new Target(HERE, Set.of(COMPANY, SCHOOL), "testpersoon");
    private static final Target OF_A_COLLEAGUE = new Target(HERE, Set.of(COMPANY, SCHOOL), "iemand-anders");
    private static final Target OF_ANOTHER_SCHOOL = new Target(HERE, Set.of(COMPANY, "ZONE"), "iemand-anders");
    private static final Target IN_ANOTHER_REGION = new Target(ELSEWHERE, Set.of(COMPANY, SCHOOL), "testpersoon");
    private static final Target OF_ALL_REGIONS = new Target(null, Set.of(COMPANY, SCHOOL), "testpersoon");

    private static Identity person(String organisation, Role... roles) {
        return new Identity("testpersoon", Set.of(roles), Set.of(HERE, "AM35"), organisation);
    }

    private static Identity person(Role role) {
        return person(role == SUPERVISOR ? COMPANY : SCHOOL, role);
    }

    /** The table that people keep. */
    static final class Written {

        private Written() {}

        static List<String[]> lines() {
            try (var text = AccessPolicyTest.class.getResourceAsStream("/access/table.txt")) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(" +"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static List<String[]> rows() {
            return lines().subList(1, lines().size());
        }

        static Rule rule(String cell) {
            return switch (cell) {
                case "region" -> Rule.OWN_REGION;
                case "organisation" -> Rule.OWN_ORGANISATION;
                case "caseload" -> Rule.OWN_CASELOAD;
                case "all" -> Rule.ALL_REGIONS;
                case "aggregates" -> Rule.AGGREGATES_ONLY;
                case "." -> Rule.NEVER;
                default -> throw new IllegalArgumentException(cell);
            };
        }
    }

    static Stream<Arguments> cells() {
        String[] roles = Written.lines().getFirst();
        return Written.rows().stream()
                .flatMap(row -> IntStream.range(1, roles.length)
                        .mapToObj(i -> Arguments.of(Action.valueOf(row[0]), Role.valueOf(roles[i]), row[i])));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("cells")
    void everyCellIsWhatIsWritten(Action action, Role role, String cell) {
        Rule rule = Written.rule(cell);

        assertThat(AccessPolicy.rule(action, role)).isEqualTo(rule);
        assertThat(Stream.of(MINE, OF_A_COLLEAGUE, OF_ANOTHER_SCHOOL, IN_ANOTHER_REGION, OF_ALL_REGIONS)
                        .map(target -> AccessPolicy.decide(person(role), action, target)))
                .as("mine, a colleague's, another school's, another region's, of all regions")
                .isEqualTo(verdicts(rule, role));
    }

    private static List<Verdict> verdicts(Rule rule, Role role) {
        return switch (rule) {
            case OWN_REGION -> allowedOf(true, true, true, false, false);
            // the company is the same for both schools
            case OWN_ORGANISATION -> allowedOf(true, true, role == SUPERVISOR, false, false);
            case OWN_CASELOAD -> allowedOf(true, false, false, false, false);
            case ALL_REGIONS -> allowedOf(true, true, true, true, true);
            case AGGREGATES_ONLY ->
                IntStream.range(0, 5)
                        .mapToObj(any -> Verdict.ALLOWED_AS_AGGREGATES)
                        .toList();
            case NEVER -> IntStream.range(0, 5).mapToObj(any -> Verdict.REFUSED).toList();
        };
    }

    private static List<Verdict> allowedOf(Boolean... allowed) {
        return Arrays.stream(allowed)
                .map(may -> may ? Verdict.ALLOWED : Verdict.REFUSED_AS_ABSENT)
                .toList();
    }

    @Test
    void everyActionAndEveryRoleIsWritten() {
        assertThat(Written.lines().getFirst())
                .containsExactly(Stream.concat(
                                Stream.of("action"),
                                Arrays.stream(Role.values()).map(Role::name))
                        .toArray(String[]::new));
        assertThat(Written.rows().stream().map(row -> row[0]))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Action.values()).map(Action::name).toList());
    }

    @Nested
    class SomebodyWithSeveralRoles {

        @Test
        void mayWhatAnyOfThemGives() {
            Identity both = person("", WERKCOACH, PROJECT_LEAD);

            assertThat(AccessPolicy.decide(both, Action.READ_TRAJECTORIES, OF_A_COLLEAGUE))
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(AccessPolicy.decide(both, Action.MATCH_CANDIDATE, OF_A_COLLEAGUE))
                    .isEqualTo(Verdict.REFUSED_AS_ABSENT);
        }
    }

    @Nested
    class WhatHasNoOwner {

        @ParameterizedTest
        @EnumSource(Role.class)
        void isNobodysOwn(Role role) {
            for (Action action : Action.values()) {
                assertThat(AccessPolicy.decide(person(role), action, Target.NOWHERE) == Verdict.ALLOWED)
                        .as("%s by %s", action, role)
                        .isEqualTo(AccessPolicy.rule(action, role) == Rule.ALL_REGIONS);
            }
        }

        @Test
        void isNotOfThoseWithoutAnOrganisationEither() {
            Identity nobodys = person("", ACCOUNT_MANAGER);

            assertThat(Rule.OWN_ORGANISATION.covers(nobodys, new Target(HERE, Set.of(""), null)))
                    .isFalse();
        }
    }

    @Nested
    class AnIdentity {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "system:duties", "a\nb", "ë", "a;role=OPERATOR"})
        void hasAPlainSubjectOfAPerson(String subject) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Identity(subject, Set.of(WERKCOACH), Set.of(HERE), ""))
                    .withMessage("subject");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "*", "AM", "AM5", "AM005", "am05", "ALL", "AM0*", "AM05,AM06"})
        void hasRegionsByTheirCode(String region) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Identity("testpersoon", Set.of(WERKCOACH), Set.of(region), ""))
                    .withMessage("regions");
        }

        @Test
        void hasOneToThirtyFiveRegionsAndARole() {
            Set<String> all = regions(35);

            assertThat(new Identity("testpersoon", Set.of(MONITOR), all, "").regions())
                    .hasSize(35);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Identity("testpersoon", Set.of(MONITOR), regions(36), ""));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Identity("testpersoon", Set.of(MONITOR), Set.of(), ""));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Identity("testpersoon", Set.of(), all, ""))
                    .withMessage("roles");
        }

        @Test
        void followsTheCountryInNoOtherRole() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> person("", PROJECT_LEAD, MONITOR))
                    .withMessage("roles");
        }

        @ParameterizedTest
        @EnumSource(Role.class)
        void hasAnOrganisationWhereTheRoleIsBoundToOne(Role role) {
            if (Set.of(SCHOOL_COACH, EXAMENCOMMISSIE, SUPERVISOR).contains(role)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> person("", role))
                        .withMessage("organisation");
                assertThatIllegalArgumentException().isThrownBy(() -> person("", role, OPERATOR));
            } else {
                assertThat(person("", role).organisation()).isEmpty();
            }
        }

        private static Set<String> regions(int count) {
            return IntStream.rangeClosed(1, count).mapToObj("AM%02d"::formatted).collect(Collectors.toSet());
        }
    }

    /** The same table by role, for people; {@code -Dleerspoor.security.rewrite=true} writes it anew. */
    @Nested
    class ThePage {

        private static final Path PAGE = Path.of("../docs/security.md");
        private static final String BEGIN = "| role | reaches | may |\n";

        @Test
        void tellsTheTable() throws IOException {
            String page = Files.readString(PAGE).replace("\r\n", "\n");
            int begin = page.indexOf(BEGIN);
            assertThat(begin).isPositive();
            int end = page.indexOf("\n\n", begin) + 1;
            if (Boolean.getBoolean("leerspoor.security.rewrite")) {
                page = page.substring(0, begin) + table() + page.substring(end);
                Files.writeString(PAGE, page);
                end = page.indexOf("\n\n", begin) + 1;
            }

            assertThat(page.substring(begin, end)).isEqualTo(table());
        }

        private static String table() {
            StringBuilder table = new StringBuilder(BEGIN).append("| --- | --- | --- |\n");
            for (Role role : Role.values()) {
                Map<Rule, List<Action>> given = Arrays.stream(Action.values())
                        .filter(action -> AccessPolicy.rule(action, role) != Rule.NEVER)
                        .collect(Collectors.groupingBy(
                                action -> AccessPolicy.rule(action, role), LinkedHashMap::new, Collectors.toList()));
                given.forEach((rule, actions) -> table.append("| `%s` | %s | %s |\n"
                        .formatted(
                                role,
                                words(rule),
                                actions.stream().map(ThePage::words).collect(Collectors.joining(", ")))));
            }
            return table.toString();
        }

        private static String words(Enum<?> name) {
            return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Test
    void aProgramThatOnlyListensMayReadNoPersonsData() {
        assertThat(Arrays.stream(Action.values()).filter(action -> AccessPolicy.rule(action, INTEGRATOR) != Rule.NEVER))
                .containsExactlyInAnyOrder(
                        Action.RECEIVE_EVENTS,
                        Action.SUBSCRIBE,
                        Action.READ_SUBSCRIPTIONS,
                        Action.CONSUME_EVENTS,
                        Action.READ_REFERENCE_DATA,
                        Action.READ_EVENT_TYPES,
                        Action.READ_PROBLEMS);
    }
}
