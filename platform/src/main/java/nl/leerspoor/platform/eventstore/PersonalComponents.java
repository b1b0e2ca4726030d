package nl.leerspoor.platform.eventstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.DataSubject;
import nl.leerspoor.events.PersonalData;

/**
 * Which components of an event are about a person, and about whom.
 *
 * @param subject  the component with the person's id; null when there is nothing personal
 * @param personal those that are sealed, whole, whatever their type
 */
record PersonalComponents(String subject, List<Component> personal) {

    private static final ClassValue<PersonalComponents> KNOWN = new ClassValue<>() {
        @Override
        protected PersonalComponents computeValue(Class<?> type) {
            return type.isRecord() ? read(type) : new PersonalComponents(null, List.of());
        }
    };

    /**
     * A sealed component.
     *
     * @param names the name that it has, and then those that it had
     */
    record Component(List<String> names, Class<?> type) {

        String name() {
            return names.getFirst();
        }
    }

    /**
     * Those of a class.
     *
     * @throws IllegalStateException when it says of personal data what can't be: not whose they are, in parts, or that a
     *                               primitive type is to be unreadable
     */
    static PersonalComponents of(Class<?> type) {
        return KNOWN.get(type);
    }

    boolean isEmpty() {
        return personal.isEmpty();
    }

    private static PersonalComponents read(Class<?> type) {
        List<RecordComponent> personal = annotated(type).toList();
        List<RecordComponent> subjects = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .toList();
        require(parts(type).flatMap(PersonalComponents::annotated).findAny().isEmpty(), type, "in a part of it");
        if (personal.isEmpty()) {
            return new PersonalComponents(null, List.of());
        }
        require(subjects.size() == 1, type, "of " + subjects.size() + " subjects");
        require(subjects.getFirst().getType() == UUID.class, type, "of a subject without a UUID");
        require(
                personal.stream().noneMatch(component -> component.getType().isPrimitive()),
                type,
                "of a primitive type");
        require(
                personal.stream().noneMatch(component -> component.isAnnotationPresent(DataSubject.class)),
                type,
                "that say who their subject is");
        return new PersonalComponents(
                subjects.getFirst().getName(),
                personal.stream().map(PersonalComponents::component).toList());
    }

    private static Component component(RecordComponent component) {
        String[] formerly = component.getAnnotation(PersonalData.class).formerly();
        return new Component(
                Stream.concat(Stream.of(component.getName()), Arrays.stream(formerly))
                        .toList(),
                component.getType());
    }

    private static Stream<RecordComponent> annotated(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(PersonalData.class));
    }

    /** The records that its components are or hold, all the way down. */
    private static Stream<Class<?>> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> records(component.getGenericType()))
                .filter(part -> part != type)
                .flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }

    private static Stream<Class<?>> records(Type type) {
        return switch (type) {
            case Class<?> simple -> simple.isRecord() ? Stream.of(simple) : Stream.empty();
            case ParameterizedType many ->
                Arrays.stream(many.getActualTypeArguments()).flatMap(PersonalComponents::records);
            default -> Stream.empty();
        };
    }

    private static void require(boolean is, Class<?> type, String what) {
        if (!is) {
            throw new IllegalStateException(type.getName() + " has personal data " + what);
        }
    }
}
