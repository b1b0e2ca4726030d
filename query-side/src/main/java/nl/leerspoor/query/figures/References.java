package nl.leerspoor.query.figures;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what people know things. */
@Component
class References {

    private final JdbcClient jdbc;

    References(@Qualifier("queryJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The references of things; of a person one of theirs. What has none is absent, or null. */
    Map<Thing, String> of(Set<Thing> things) {
        Map<Thing, String> references = new HashMap<>();
        things.stream()
                .filter(thing -> thing.id() != null)
                .collect(groupingBy(Thing::sort))
                .forEach((sort, some) -> jdbc.sql(sort.references())
                        .param("ids", some.stream().map(Thing::id).toArray(UUID[]::new))
                        .query((row, n) -> references.put(
                                new Thing(sort, row.getObject("id", UUID.class)), row.getString("reference")))
                        .list());
        return references;
    }
}
