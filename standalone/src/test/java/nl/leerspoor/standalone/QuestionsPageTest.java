package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every address on the page of questions answers. What it answers is held by the tests that the page names. */
class QuestionsPageTest extends TwentePilot {

    private static final Path PAGE = Path.of("../docs/questions.md");
    private static final Pattern ADDRESS = Pattern.compile("\\| `(/v1/[^`]+)` \\|");

    @Test
    void hasNoAddressThatFails() throws IOException {
        List<String> addresses = ADDRESS.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(addresses).hasSizeGreaterThan(40);
        answer("/v1/duties?limit=1");
        assertThat(addresses)
                .filteredOn(address -> client.get(address).status() != 200)
                .isEmpty();
    }
}
