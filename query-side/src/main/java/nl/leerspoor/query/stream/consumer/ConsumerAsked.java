package nl.leerspoor.query.stream.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.StreamAsked;
import nl.leerspoor.query.stream.consumer.Consumer.Wanted;

/**
 * A consumer that somebody asks for.
 *
 * @param after up to where they have everything already
 */
record ConsumerAsked(Wanted wanted, int partitions, long after) {

    static final int MOST_PARTITIONS = 32;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Set<String> MEMBERS = Set.of("types", "region", "subject", "partitions", "after");

    private static final Text NAMES = new Text(
            "Een naam heeft 1 tot 40 kleine letters, cijfers en streepjes.",
            "A name has 1 to 40 lower-case letters, digits and hyphens.");
    private static final Text OF_MEMBERS = new Text(
            "Een proces heet naar 1 tot 40 letters, cijfers, punten en streepjes.",
            "A process is named by 1 to 40 letters, digits, dots, hyphens and underscores.");
    private static final Text OUT_OF_REACH = new Text(
            "Dit toegangsbewijs geldt niet voor die regio.", "This access token does not hold for that region.");

    /**
     * Reads what is asked for.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static ConsumerAsked read(String name, byte[] bytes, Scope scope, Feed feed) {
        var body = new Body(bytes, MEMBERS);
        if (!NAME.matcher(name).matches() || CitizenServiceNumber.isIn(name)) {
            body.refuse(InputFault.INVALID_VALUE.in("name", NAMES));
        }
        Optional<Set<String>> types = types(body);
        Set<String> regions = regions(body, scope);
        Optional<UUID> subject = body.text("subject").flatMap(text -> id(body, text));
        int partitions =
                body.number("partitions", 1, MOST_PARTITIONS).orElse(1L).intValue();
        long after = body.number("after", 0, Long.MAX_VALUE).orElse(0L);
        refuseAhead(body, "after", feed, after);
        body.check();
        return new ConsumerAsked(new Wanted(types, regions, subject), partitions, after);
    }

    /** The name of a process, from a parameter or a member of a body. */
    static boolean isMember(String member) {
        return MEMBER.matcher(member).matches() && !CitizenServiceNumber.isIn(member);
    }

    /** What is said of a name that no process can have. */
    static Text ofMembers() {
        return OF_MEMBERS;
    }

    static void refuseAhead(Body body, String name, Feed feed, long position) {
        if (!feed.reaches(position)) {
            body.refuse(InputFault.OUT_OF_RANGE.at("#/" + name, StreamAsked.AHEAD));
        }
    }

    private static Optional<Set<String>> types(Body body) {
        Optional<List<String>> asked = body.texts("types");
        List<String> all = asked.orElse(List.of());
        if (asked.isPresent() && all.isEmpty()) {
            body.refuse(InputFault.WRONG_SIZE.at("#/types"));
        }
        List<String> known = new ArrayList<>();
        for (int n = 0; n < all.size(); n++) {
            if (PublishedCatalogue.types().contains(all.get(n))) {
                known.add(all.get(n));
            } else {
                body.refuse(InputFault.INVALID_VALUE.at("#/types/" + n));
            }
        }
        return asked.map(some -> Set.copyOf(known));
    }

    private static Set<String> regions(Body body, Scope scope) {
        Set<String> reach = scope.whole() ? Set.copyOf(scope.regions()) : Set.of();
        Optional<String> one = body.text("region");
        one.filter(code -> CodeList.REGIONS.entries().stream()
                        .noneMatch(entry -> entry.code().equals(code)))
                .ifPresentOrElse(
                        unknown -> body.refuse(InputFault.UNKNOWN_CODE.at("#/region")),
                        () -> one.filter(code -> !reach.contains(code))
                                .ifPresent(out -> body.refuse(InputFault.INVALID_VALUE.at("#/region", OUT_OF_REACH))));
        return one.map(Set::of).orElse(reach);
    }

    private static Optional<UUID> id(Body body, String text) {
        try {
            if (text.length() == 36) {
                return Optional.of(UUID.fromString(text));
            }
        } catch (IllegalArgumentException wrong) {
            // said below
        }
        body.refuse(InputFault.INVALID_ID.at("#/subject"));
        return Optional.empty();
    }
}
