package nl.leerspoor.platform.eventstore;

import java.util.Optional;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonSealing;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Writes and reads events under their catalogue names. A stored name chooses a class from the closed catalogue and
 * nothing else: an unknown name or revision is an exception, since an event that is skipped or half read would silently
 * falsify every state after it.
 */
public final class CatalogueSerializer extends SealingSerializer {

    /** For who meets no personal data: an event that has any can't be written or read. */
    public CatalogueSerializer() {
        super(new Reading.Nothing(), Optional.empty());
    }

    private CatalogueSerializer(Reading reading, Optional<PersonSealing> sealing) {
        super(reading, sealing);
    }

    /** Opens personal data in reading. It writes none. */
    public static CatalogueSerializer opening(PersonOpening opening) {
        return new CatalogueSerializer(new Reading.Opening(opening), Optional.empty());
    }

    /**
     * Leaves personal data sealed in reading, so that it needs no keys and nobody keeps what it read.
     *
     * @param sealing empty for who only reads
     */
    public static CatalogueSerializer leavingSealed(Optional<PersonSealing> sealing) {
        return new CatalogueSerializer(new Reading.LeavingSealed(), sealing);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return Catalogue.contains(type)
                ? new SimpleSerializedType(Catalogue.nameOf(type), String.valueOf(Catalogue.revisionOf(type)))
                : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        Class<? extends Event> event = Catalogue.typeOf(type.getName());
        requireCurrent(event, type.getRevision());
        return event;
    }

    /**
     * Older revisions have taken their steps to the present one before they come here. JSON of another revision would be
     * read too, with nulls for what it lacks and without what it has more.
     */
    private static void requireCurrent(Class<? extends Event> event, String revision) {
        String current = String.valueOf(Catalogue.revisionOf(event));
        if (!current.equals(revision)) {
            throw new IllegalArgumentException("'" + Catalogue.nameOf(event) + "' has revision " + revision
                    + " here, and can only be read in revision " + current);
        }
    }
}
