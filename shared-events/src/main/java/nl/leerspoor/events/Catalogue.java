package nl.leerspoor.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent;

/**
 * Every event that exists, under the name by which it is stored: {@code <aggregate package>.<EventName>}. The catalogue
 * is closed: a name that it does not hold is an error, never an event to skip. Java classes may move; names may not.
 */
public final class Catalogue {

    private static final List<Class<? extends Event>> STREAMS = List.of(
            PilotEvent.class,
            CandidateEvent.class,
            TrajectoryEvent.class,
            CohortEvent.class,
            LeerbedrijfEvent.class,
            SupervisorEvent.class,
            TrainingEvent.class,
            PraktijkovereenkomstEvent.class,
            VerklaringEvent.class,
            CeremonyEvent.class,
            DutyEvent.class,
            PrivacyEvent.class,
            ReportSnapshotEvent.class,
            RetentionEvent.class);

    private static final Map<String, Class<? extends Event>> BY_NAME = STREAMS.stream()
            .flatMap(Catalogue::records)
            .collect(LinkedHashMap::new, (map, type) -> map.put(nameOf(type), type), Map::putAll);

    private Catalogue() {}

    /** The names of all events, in the order of the streams. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** The class behind a stored name. */
    public static Class<? extends Event> typeOf(String name) {
        Class<? extends Event> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("There is no event named '" + name + "'");
        }
        return type;
    }

    /** Whether a class is an event of the catalogue. */
    public static boolean contains(Class<?> type) {
        return BY_NAME.containsValue(type);
    }

    /** The stored name of an event class. */
    public static String nameOf(Class<?> type) {
        String packageName = type.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    /** The revision of an event class, 1 unless it says otherwise. */
    public static int revisionOf(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? 1 : revision.value();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Event>> records(Class<? extends Event> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(subclass -> records((Class<? extends Event>) subclass))
                : Stream.of(type);
    }
}
