package nl.leerspoor.query.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up once and gives what it has checked, which is what is connected to: a name that leads elsewhere a moment
 * later is of no use to anybody. One address among several that is not public refuses them all.
 */
final class CheckedNames implements DnsResolver {

    /** The name leads to what only this program can reach. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("the name leads to an address that is not public");
        }
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final DnsResolver names;
    private final boolean allowLoopback;

    CheckedNames(DnsResolver names, boolean allowLoopback) {
        this.names = names;
        this.allowLoopback = allowLoopback;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        boolean trial = allowLoopback && LOOPBACK.contains(host);
        if (found == null
                || found.length == 0
                || !Arrays.stream(found)
                        .allMatch(address -> trial ? address.isLoopbackAddress() : PublicAddresses.has(address))) {
            throw new NotPublic();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        resolve(host);
        return host;
    }
}
