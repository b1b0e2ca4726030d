package nl.leerspoor.query.figures;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.stereotype.Component;

/** By what people know things. */
@Component
class References {

    private final ScopedViews views;

    References(ScopedViews views) {
        this.views = views;
    }

    /** The references of things; of a person one of theirs. What has none is absent, or null. */
    Map<Thing, String> of(Scope scope, Set<Thing> things) {
        Map<Thing, String> references = new HashMap<>();
        things.stream()
                .filter(thing -> thing.id() != null)
                .collect(groupingBy(Thing::sort))
                .forEach((sort, some) -> views.read(
                        scope,
                        jdbc -> jdbc.sql(sort.references())
                                .param("ids", some.stream().map(Thing::id).toArray(UUID[]::new))
                                .query((row, n) -> references.put(
                                        new Thing(sort, row.getObject("id", UUID.class)), row.getString("reference")))
                                .list()));
        return references;
    }
}
