package nl.leerspoor.query.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Rule;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What of the views a question of somebody reaches, by the table of {@link AccessPolicy}. What lies outside is answered as
 * what isn't there. Every question takes one, and so does {@link ScopedViews}.
 *
 * @param regions      in order
 * @param whole        whether all of these regions; else only what is somebody's own
 * @param organisation the leerbedrijf or school whose things are their own
 * @param werkcoach    who guides whom they may see, which is themselves
 * @param aggregates   whether only totals of which small ones are left out (rule B34)
 */
public record Scope(
        List<String> regions,
        boolean whole,
        Optional<String> organisation,
        Optional<String> werkcoach,
        boolean aggregates) {

    private static final Set<String> EVERY_REGION =
            CodeList.REGIONS.entries().stream().map(CodeList.Entry::code).collect(Collectors.toUnmodifiableSet());

    public Scope {
        regions = regions.stream().distinct().sorted().toList();
    }

    /** What somebody reaches with an action; the most that any of their roles gives them. */
    public static Scope of(Identity who, Action action) {
        Set<Rule> rules = who.roles().stream()
                .map(role -> AccessPolicy.rule(action, role))
                .collect(Collectors.toSet());
        boolean everywhere = rules.contains(Rule.ALL_REGIONS);
        boolean whole = everywhere || rules.contains(Rule.OWN_REGION);
        boolean organisation =
                rules.contains(Rule.OWN_ORGANISATION) && !who.organisation().isEmpty();
        boolean caseload = rules.contains(Rule.OWN_CASELOAD);
        boolean aggregates = rules.contains(Rule.AGGREGATES_ONLY) && !whole && !organisation && !caseload;
        return new Scope(
                List.copyOf(everywhere || aggregates ? EVERY_REGION : who.regions()),
                whole || aggregates,
                Optional.of(who.organisation()).filter(own -> organisation && !whole),
                Optional.of(who.subject()).filter(own -> caseload && !whole),
                aggregates);
    }

    /** Whether it reaches nothing at all, for nothing is their own. */
    public boolean isNothing() {
        return !whole && organisation.isEmpty() && werkcoach.isEmpty();
    }

    /** The condition that columns of a view have to meet. */
    public String condition(Own own) {
        if (whole) {
            return inRegions();
        }
        String mine = Stream.of(organisation.map(one -> own.organisation()), werkcoach.map(one -> own.werkcoach()))
                .flatMap(Optional::stream)
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining(" or "));
        return inRegions() + " and (" + (mine.isEmpty() ? "false" : mine) + ")";
    }

    /** The condition that a column with a leerbedrijf or school has to meet where a row tells of those of others, too. */
    String ofOwnOrganisation(String column) {
        return whole
                ? "true"
                : organisation.isPresent() ? "cast(" + column + " as text) = :scopeOrganisation" : "false";
    }

    /** One region is asked for as itself: then an index that begins with it has order. */
    private String inRegions() {
        if (regions.containsAll(EVERY_REGION)) {
            return "true";
        }
        return regions.size() == 1 ? "region = :scopeRegion" : "region = any(:scopeRegions)";
    }

    /** All regions, for what is known elsewhere of a person who was found within it (rule B31). */
    public Scope beyondRegions() {
        return new Scope(List.copyOf(EVERY_REGION), true, Optional.empty(), Optional.empty(), false);
    }

    /** Gives a statement the parameters of these conditions. */
    public StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters());
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("scopeRegion", regions.getFirst());
        parameters.put("scopeRegions", regions.toArray(String[]::new));
        organisation.ifPresent(own -> parameters.put("scopeOrganisation", own));
        werkcoach.ifPresent(own -> parameters.put("scopeWerkcoach", own));
        return parameters;
    }
}
