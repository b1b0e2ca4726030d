package nl.leerspoor.events.published;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every published type there is, by its name and version. It is closed, as that of the internal events is. */
public final class PublishedCatalogue {

    private static final Map<String, PublishedType> BY_NAME = records(Published.class, null)
            .collect(LinkedHashMap::new, (map, type) -> map.put(type.name(), type), Map::putAll);

    private static final Map<Class<?>, PublishedType> BY_CLASS =
            BY_NAME.values().stream().collect(Collectors.toMap(PublishedType::data, type -> type));

    private static final Map<String, Set<String>> BY_EVENT = BY_NAME.values().stream()
            .collect(Collectors.groupingBy(
                    PublishedType::event, Collectors.mapping(PublishedType::name, Collectors.toUnmodifiableSet())));

    private PublishedCatalogue() {}

    /** The names of all types, in the order of the families. */
    public static Set<String> types() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** All types, in the order of the families. */
    public static List<PublishedType> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The type of a name. */
    public static PublishedType named(String type) {
        PublishedType found = BY_NAME.get(type);
        if (found == null) {
            throw new IllegalArgumentException("There is no published type '" + type + "'");
        }
        return found;
    }

    /** The type of a message, by its data. */
    public static PublishedType of(Published data) {
        return BY_CLASS.get(data.getClass());
    }

    /** The name of the type that has this data. */
    public static String typeOf(Class<? extends Published> data) {
        return BY_CLASS.get(data).name();
    }

    /** The class of the data of a type. */
    public static Class<? extends Published> classOf(String type) {
        return named(type).data();
    }

    /** The types as which an internal event is told, as {@code trajectory.CandidateOnHold}; none when it is kept inside. */
    public static Set<String> publishedFrom(String event) {
        return BY_EVENT.getOrDefault(event, Set.of());
    }

    /** The internal event that a type tells of. */
    public static String eventOf(String type) {
        return named(type).event();
    }

    @SuppressWarnings("unchecked")
    private static Stream<PublishedType> records(Class<? extends Published> family, About about) {
        if (!family.isSealed()) {
            return Stream.of(PublishedType.of(family, about));
        }
        About own = family.getAnnotation(About.class);
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(part -> records((Class<? extends Published>) part, own == null ? about : own));
    }
}
