package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The program tells nobody that it runs: it opens no connection to anywhere but its own machine. */
class NothingPhonesHomeTest extends RunningApplication {

    @Test
    void noConnectionToAnotherMachineIsTried() {
        assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
        assertThat(OutsideWorld.tried()).isEmpty();
    }

    @Test
    void aTryWouldHaveBeenSeen() {
        URI outside = URI.create("http://leerspoor.example/");

        assertThatThrownBy(() -> outside.toURL().openStream()).isInstanceOf(IOException.class);

        assertThat(OutsideWorld.tried()).containsExactly(outside);
        OutsideWorld.forget();
    }
}
