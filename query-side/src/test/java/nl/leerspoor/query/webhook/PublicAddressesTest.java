package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a name may lead to. */
class PublicAddressesTest {

    /** Names that lead where a test says. */
    private static DnsResolver leadingTo(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] found = new InetAddress[addresses.length];
                for (int n = 0; n < found.length; n++) {
                    found[n] = InetAddress.getByName(addresses[n]);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static void assertRefused(String host, boolean allowLoopback, String... addresses) {
        var names = new CheckedNames(leadingTo(addresses), allowLoopback);

        assertThatThrownBy(() -> names.resolve(host))
                .as(Arrays.toString(addresses))
                .isInstanceOf(CheckedNames.NotPublic.class);
        assertThatThrownBy(() -> names.resolve(host, 443)).isInstanceOf(CheckedNames.NotPublic.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsNotConnectedTo(String address) {
        assertRefused("hook.example.nl", false, address);
        assertRefused("hook.example.nl", true, address);
        // one that is public beside it changes nothing
        assertRefused("hook.example.nl", false, "93.184.216.34", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:4860:4860::8888",
                "2a00:1450:400e::1"
            })
    void whatIsPublicIsConnectedToAsItWasChecked(String address) throws UnknownHostException {
        var names = new CheckedNames(leadingTo(address), false);

        assertThat(names.resolve("hook.example.nl")).containsExactly(InetAddress.getByName(address));
        assertThat(names.resolve("hook.example.nl", 8443))
                .singleElement()
                .satisfies(connected -> assertThat(connected.getAddress()).isEqualTo(InetAddress.getByName(address)));
    }

    @Test
    void aTrialOnThisMachineLeadsToThisMachine() throws UnknownHostException {
        assertThat(new CheckedNames(leadingTo("127.0.0.1", "::1"), true).resolve("localhost"))
                .hasSize(2);
        assertRefused("localhost", true, "10.0.0.1");
        assertRefused("localhost", true, "93.184.216.34");
        assertRefused("localhost", false, "127.0.0.1");
        assertRefused("localhost.example.nl", true, "127.0.0.1");
    }

    @Test
    void aNameThatLeadsNowhereIsRefused() {
        assertRefused("hook.example.nl", false);
    }
}
