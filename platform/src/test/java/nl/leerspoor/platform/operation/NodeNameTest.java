package nl.leerspoor.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Processes on one host that have one number, as in containers, have names of their own. */
class NodeNameTest {

    @Test
    void isDrawnAtEveryStart() throws ReflectiveOperationException, IOException {
        String one = started();
        String other = started();

        assertThat(one).isNotEqualTo(other);
        assertThat(one).matches("[^/]+/[0-9a-f-]{13}");
        assertThat(other.substring(0, other.indexOf('/'))).isEqualTo(one.substring(0, one.indexOf('/')));
    }

    /** The name that a program would have that starts now; the process, and so its number, is this one each time. */
    private static String started() throws ReflectiveOperationException, IOException {
        URL classes = NodeName.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader program = new URLClassLoader(new URL[] {classes}, null)) {
            return (String) program.loadClass(NodeName.class.getName())
                    .getField("VALUE")
                    .get(null);
        }
    }
}
