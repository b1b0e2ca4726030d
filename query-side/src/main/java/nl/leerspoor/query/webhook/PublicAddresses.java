package nl.leerspoor.query.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which IP addresses lie in the open internet, by the registries of IANA of special-purpose addresses. Of IPv6 that is
 * 2000::/3 and nothing else, so that ways round by mapping, translation and tunnels are shut, too.
 */
final class PublicAddresses {

    /** Addresses that begin with the same bits. */
    private record Block(byte[] first, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException numbersNeedNoLookingUp) {
                throw new IllegalArgumentException(text, numbersNeedNoLookingUp);
            }
        }

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return Arrays.equals(address, 0, whole, first, 0, whole)
                    && (rest == 0 || (address[whole] & mask) == (first[whole] & mask));
        }
    }

    private static final int IPV4 = 4;
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

    private static final List<Block> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .stream()
            .map(Block::of)
            .toList();

    private PublicAddresses() {}

    /** Whether somebody outside could reach it as well. */
    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == IPV4 || GLOBAL_IPV6.has(bytes))
                && SPECIAL.stream().noneMatch(block -> block.has(bytes));
    }
}
