package nl.leerspoor.platform.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** How this process is known to others. Containers give every process the same number, so part of it is drawn. */
public final class NodeName {

    /** {@code <host>/<drawn>}; another one at every start. */
    public static final String VALUE =
            host() + "/" + UUID.randomUUID().toString().substring(0, 13);

    private NodeName() {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException withoutName) {
            return "localhost";
        }
    }
}
