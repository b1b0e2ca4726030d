package nl.leerspoor.platform.eventstore;

import nl.leerspoor.events.Catalogue;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes and reads events under their catalogue names. A stored name chooses a class from the closed catalogue and
 * nothing else: an unknown name is an exception, since a skipped event would silently falsify every state after it.
 */
public final class CatalogueSerializer extends Jackson3Serializer {

    public CatalogueSerializer() {
        super(Jackson3Serializer.builder());
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
        return Catalogue.typeOf(type.getName());
    }
}
