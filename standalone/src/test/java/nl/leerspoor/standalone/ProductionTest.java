package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What profile prod does with a program that is not fit for the people of a region. */
class ProductionTest {

    @Test
    void aProgramWithDemoUsersDoesNotStartAndSaysWhy(@TempDir Path data) throws Exception {
        try (ChildProgram program = ChildProgram.start(
                Standalone.class,
                Map.of("LEERSPOOR_IDENTITY_ISSUER", "", "SPRING_PROFILES_ACTIVE", "prod"),
                "--leerspoor.data=" + data,
                "--leerspoor.twente.load=false")) {
            await("its end").atMost(Duration.ofMinutes(2)).until(() -> !program.isAlive());

            assertThat(Files.readString(program.log()))
                    .contains("Profile prod refuses to start:", "Demo users can log in: set leerspoor.identity.issuer")
                    .doesNotContain("at nl.leerspoor");
        }
    }
}
