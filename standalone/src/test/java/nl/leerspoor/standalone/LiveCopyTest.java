package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who keeps a copy as the examples do hears of what happens next. */
class LiveCopyTest extends RunningApplication {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aCopyFollowsWhatHappens(Example example) {
        RegionOffice office = new RegionOffice(client, "AM32");
        Process process = example.start(folder, client.as("koppeling; role=INTEGRATOR; regions=AM32"));
        try {
            Awaitility.await(example + " to catch up")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(folder.resolve("said")) && Files.size(folder.resolve("said")) > 0);

            String candidate = office.candidate();

            Awaitility.await(example + " to hear")
                    .untilAsserted(() -> assertThat(
                                    Example.copy(folder).path("facts").valueStream())
                            .anySatisfy(fact ->
                                    assertThat(fact.path("subject").asString()).isEqualTo(candidate)));
        } finally {
            process.destroyForcibly();
        }
    }
}
