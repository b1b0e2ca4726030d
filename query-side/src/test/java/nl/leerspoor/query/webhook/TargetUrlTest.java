package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import nl.leerspoor.query.webhook.TargetUrl.Fault;
import nl.leerspoor.query.webhook.TargetUrl.Read;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    private static Object read(String url, boolean allowLoopback) {
        return switch (TargetUrl.read(url, allowLoopback)) {
            case Read.Good good -> good.url().uri().toString();
            case Read.Bad bad -> bad.fault();
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://hook.example.nl,                   https://hook.example.nl/
            https://hook.example.nl/,                  https://hook.example.nl/
            https://HOOK.Example.NL:443/a/b?c=d,       https://hook.example.nl:443/a/b?c=d
            https://hook.example.nl:8443/x,            https://hook.example.nl:8443/x
            https://hook.example.nl./x,                https://hook.example.nl/x
            https://käse.example.nl/x,                 https://xn--kse-qla.example.nl/x
            https://käse.example.nl:8443/x,            https://xn--kse-qla.example.nl:8443/x
            https://1.hook2.nl/,                       https://1.hook2.nl/
            HTTPS://hook.example.nl/,                  https://hook.example.nl/
            """)
    void takesPublicNames(String url, String taken) {
        assertThat(read(url, false)).isEqualTo(taken);
        assertThat(read(url, true)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            http://hook.example.nl/,                   NOT_HTTPS
            ftp://hook.example.nl/,                    NOT_HTTPS
            file:///etc/passwd,                        NO_ADDRESS
            hook.example.nl,                           NO_ADDRESS
            /relative,                                 NO_ADDRESS
            mailto:iemand@example.nl,                  NO_ADDRESS
            https://,                                  NO_ADDRESS
            https://hook example.nl/,                  NO_ADDRESS
            https://hook.example.nl\\@127.0.0.1/,      NO_ADDRESS
            https://hook.example.nl:80/,               PORT
            https://hook.example.nl:22/,               PORT
            https://hook.example.nl:99999/,            PORT
            https://käse.example.nl:22/,               PORT
            https://hook.example.nl:123456/,           HOST
            https://user@hook.example.nl/,             CREDENTIALS
            https://user:secret@hook.example.nl/,      CREDENTIALS
            https://hook.example.nl@127.0.0.1/,        CREDENTIALS
            https://hook.example.nl/#part,             FRAGMENT
            https://127.0.0.1/,                        NUMERIC_HOST
            https://8.8.8.8/,                          NUMERIC_HOST
            https://127.1/,                            NUMERIC_HOST
            https://2130706433/,                       NUMERIC_HOST
            https://0x7f000001/,                       NUMERIC_HOST
            https://0X7F.1/,                           NUMERIC_HOST
            https://0177.0.0.1/,                       NUMERIC_HOST
            https://127.0.0.1./,                       NUMERIC_HOST
            https://[::1]/,                            NUMERIC_HOST
            https://[::ffff:127.0.0.1]/,               NUMERIC_HOST
            https://[2001:4860:4860::8888]/,           NUMERIC_HOST
            https://localhost/,                        HOST
            https://hook/,                             HOST
            https://hook.localhost/,                   HOST
            https://printer.local/,                    HOST
            https://db.internal/,                      HOST
            https://db.internal./,                     HOST
            https://router.home.arpa/,                 HOST
            https://DB.Internal/,                      HOST
            https://hook_a.example.nl/,                HOST
            https://-hook.example.nl/,                 HOST
            https://hook..example.nl/,                 HOST
            https://%31%32%37.0.0.1/,                  NUMERIC_HOST
            """)
    void refusesWhatCouldLeadInside(String url, Fault fault) {
        assertThat(read(url, false)).isEqualTo(fault);
        assertThat(read(url, true)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/x, NOT_HTTPS",
        "http://127.0.0.1:8080/x, NOT_HTTPS",
        "http://[::1]:8080/x, NOT_HTTPS"
    })
    void takesThisMachineForTrialsOnly(String url, Fault fault) {
        assertThat(read(url, true)).isEqualTo(url);
        assertThat(read(url, false)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.1/", "http://0.0.0.0:8080/", "http://127.0.0.2:80/", "http://hook.example.nl/"})
    void aTrialGoesNoFurtherThanThisMachine(String url) {
        assertThat(read(url, true)).isEqualTo(Fault.NOT_HTTPS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_001})
    void hasAnEnd(int length) {
        String url = "https://hook.example.nl/".concat("x".repeat(length - 24));

        assertThat(read(url, false)).isEqualTo(length > TargetUrl.LONGEST ? Fault.NO_ADDRESS : url);
    }
}
