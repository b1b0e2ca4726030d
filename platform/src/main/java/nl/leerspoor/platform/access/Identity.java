package nl.leerspoor.platform.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who asks, as the provider of identities vouches for them. One that can't be is an {@link IllegalArgumentException}.
 *
 * @param subject      the pseudonymous id of a person or program: 1 to 64 letters, digits and {@code . _ : -}; what
 *                     begins with {@code system:} is no person's
 * @param roles        at least one; who follows the country in totals does nothing else under the same name
 * @param regions      1 to 35 codes of labour-market regions
 * @param organisation id of the leerbedrijf or school for which they act; empty when there is none
 */
public record Identity(String subject, Set<Role> roles, Set<String> regions, String organisation) {

    private static final Pattern NAME = Pattern.compile("(?!system:)[A-Za-z0-9._:-]{1,64}");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9._:-]{0,64}");
    private static final Pattern REGION = Pattern.compile("AM[0-9]{2}");
    private static final int REGIONS = 35;

    public Identity {
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
        require(NAME.matcher(subject).matches(), "subject");
        require(!roles.isEmpty(), "roles");
        require(roles.size() == 1 || !roles.contains(Role.MONITOR), "roles");
        require(!regions.isEmpty() && regions.size() <= REGIONS, "regions");
        require(regions.stream().allMatch(region -> REGION.matcher(region).matches()), "regions");
        require(ORGANISATION.matcher(organisation).matches(), "organisation");
        require(!organisation.isEmpty() || roles.stream().noneMatch(Role::needsOrganisation), "organisation");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
