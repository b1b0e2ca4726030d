package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.standalone.provider.DemoUsers;
import org.junit.jupiter.api.Test;

/** Every address on the page of questions answers. What it answers is held by the tests that the page names. */
class QuestionsPageTest extends TwentePilot {

    private static final Path PAGE = Path.of("../docs/questions.md");
    private static final Pattern ADDRESS = Pattern.compile("\\| `(/v1/[^`]+)` \\|");

    private static final Pattern ASKER = Pattern.compile("Asked by `([a-z-]+)`");

    private static List<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void hasNoAddressThatFails() throws IOException {
        List<String> addresses = addresses(Files.readString(PAGE));

        assertThat(addresses).hasSizeGreaterThan(40);
        answer("/v1/duties?limit=1");
        assertThat(addresses)
                .filteredOn(address -> client.get(address).status() != 200)
                .isEmpty();
    }

    @Test
    void whoItSaysMayAskMay() throws IOException {
        int asked = 0;
        for (String section : Files.readString(PAGE).split("\n## ")) {
            Matcher asker = ASKER.matcher(section);
            if (asker.find()) {
                Identity user = DemoUsers.all().stream()
                        .filter(one -> one.subject().equals(asker.group(1)))
                        .findFirst()
                        .orElseThrow();
                Client as = client.with("Authorization", "Bearer " + IdentityProvider.token(user));
                for (String address : addresses(section)) {
                    // what is of another school isn't there
                    assertThat(as.get(address).status())
                            .as("%s %s", user.subject(), address)
                            .isIn(200, 404);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
    }
}
