package nl.leerspoor.query.trajectories;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/** Reads trajectories on two clocks. */
@Component
class TrajectoryRows {

    private final EntityManager entities;

    TrajectoryRows(@Qualifier("queryEntityManagerFactory") EntityManagerFactory factory) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /** The place of a row in the list: by reference, then by id. */
    record Key(String reference, UUID id) {}

    /** One trajectory as it was on a day. */
    Optional<TrajectoryRow> find(UUID id, TwoClocks clocks) {
        return new Filter(clocks)
                .and("t.trajectory_id = :id", "id", id)
                .query(entities, "")
                .getResultStream()
                .findFirst();
    }

    /** Rows that pass a filter, from a place on or back from it, nearest first. */
    List<TrajectoryRow> list(Filter filter, Optional<Key> from, boolean backwards, int rows) {
        String side = backwards ? "<" : ">";
        from.ifPresent(key -> filter.and(
                        "coalesce(t.reference, '') " + side + "= :fromReference", "fromReference", key.reference())
                .and(
                        "(coalesce(t.reference, '') <> :fromReference or t.trajectory_id " + side + " :fromId)",
                        "fromId",
                        key.id()));
        String direction = backwards ? "desc" : "asc";
        return filter.query(
                        entities, "order by coalesce(t.reference, '') %1$s, t.trajectory_id %1$s".formatted(direction))
                .setMaxResults(rows)
                .getResultList();
    }

    /** The version of a stream that the view has applied: the place of its last event. */
    Optional<Long> version(UUID id) {
        List<?> versions = entities.createNativeQuery("""
                        select a.version from query.applied_stream a
                          join query.view_version v on v.view || '@' || v.number = a.view
                         where v.view = :view and v.state = 'SERVING' and a.stream_id = :id""", Long.class)
                .setParameter("view", Views.TRAJECTORIES)
                .setParameter("id", id)
                .getResultList();
        return versions.stream().map(Long.class::cast).findFirst();
    }

    /** Conditions on the rows that hold on both clocks. */
    static final class Filter {

        private final StringBuilder conditions;
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Filter(TwoClocks clocks) {
            conditions = new StringBuilder(clocks.hold("t"));
            parameters.put("validOn", clocks.validOn());
            clocks.known()
                    .ifPresent(known -> parameters.put("knownAt", known.at().atOffset(ZoneOffset.UTC)));
        }

        Filter and(String condition, String parameter, Object value) {
            conditions.append(" and ").append(condition);
            parameters.put(parameter, value);
            return this;
        }

        /** A condition that counts only when a value was given. */
        Filter and(String condition, String parameter, Optional<?> value) {
            value.ifPresent(given -> and(condition, parameter, given));
            return this;
        }

        /** A yes-or-no question about a column that is null for no. */
        Filter present(String column, Optional<Boolean> wanted) {
            wanted.ifPresent(
                    yes -> conditions.append(" and ").append(column).append(yes ? " is not null" : " is null"));
            return this;
        }

        private TypedQuery<TrajectoryRow> query(EntityManager entities, String order) {
            @SuppressWarnings("unchecked")
            var query = (TypedQuery<TrajectoryRow>) entities.createNativeQuery(
                    "select t.* from query.trajectory_period t where %s %s".formatted(conditions, order),
                    TrajectoryRow.class);
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
