package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program, started as a newcomer starts it, on a PostgreSQL of its own that begins empty. All tests that
 * extend this share one program and its data, so each makes the things that it needs under fresh ids and keys.
 */
@SpringBootTest(
        classes = Standalone.class,
        useMainMethod = UseMainMethod.ALWAYS,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        args = {
            "--leerspoor.data=" + RunningApplication.DATA,
            "--leerspoor.twente.load=false",
            "--leerspoor.public-url=http://localhost:8080",
            "--leerspoor.webhooks.allow-loopback=true",
            // a dead letter after a second and a half, and not after three days
            "--leerspoor.webhooks.retries=300ms,300ms,1s",
            "--leerspoor.webhooks.whole-call=3s",
            "--leerspoor.proof.witnesses=" + RunningApplication.WITNESS,
            // some tests put events into the store as another release or program would, without codes
            "--leerspoor.proof.seal-without-codes-up-to=" + Long.MAX_VALUE
        })
abstract class RunningApplication {

    /** The public key of a witness; {@link ProofOverHttpTest} has the private one. */
    static final String WITNESS = "witness.test/w1+6c81167c+BCN38E5KCPo4T0FFDHxQ7P1q7pKo2gKta4MJETdmPyYE";

    static final String DATA = "target/running-application";

    /** Speaks HTTP with the program. */
    Client client;

    @Value("${leerspoor.database.url}")
    private String databaseUrl;

    static {
        OutsideWorld.closeOff();
        IdentityProvider.introduce();
        try {
            FileSystemUtils.deleteRecursively(Path.of(DATA));
        } catch (IOException e) {
            throw new UncheckedIOException("The data of the previous run can't be removed", e);
        }
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Client.of("http://127.0.0.1:" + port);
    }

    /** Looks into the program's database. */
    Sql sql() {
        return new Sql(databaseUrl);
    }
}
