package nl.leerspoor.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between this process and the rest of the world: leads every HTTP connection nowhere, and remembers it. */
final class OutsideWorld extends ProxySelector {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Proxy NOWHERE = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", 1));
    private static final List<URI> TRIED = new CopyOnWriteArrayList<>();

    private OutsideWorld() {}

    static void closeOff() {
        ProxySelector.setDefault(new OutsideWorld());
    }

    static List<URI> tried() {
        return List.copyOf(TRIED);
    }

    static void forget() {
        TRIED.clear();
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (HERE.contains(uri.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        TRIED.add(uri);
        return List.of(NOWHERE);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // expected: there is nothing at that address
    }
}
