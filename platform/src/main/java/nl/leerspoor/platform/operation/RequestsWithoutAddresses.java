package nl.leerspoor.platform.operation;

import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Tells of a request which operation it asked for and how it ended, not the address itself: a caller may have typed
 * anything in it.
 */
final class RequestsWithoutAddresses extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }
}
