package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The program as a newcomer finds it after the first start: with the Twente pilot. Tests only ask; they send nothing. */
@SpringBootTest(
        classes = Standalone.class,
        useMainMethod = UseMainMethod.ALWAYS,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        args = {"--leerspoor.data=" + TwentePilot.DATA, "--leerspoor.webhooks.allow-loopback=true"})
public abstract class TwentePilot {

    static final String DATA = "target/twente";

    static {
        IdentityProvider.introduce();
        try {
            FileSystemUtils.deleteRecursively(Path.of(DATA));
        } catch (IOException e) {
            throw new UncheckedIOException("The data of the previous run can't be removed", e);
        }
    }

    Client client;
    Sql sql;

    @BeforeEach
    void connect(@LocalServerPort int port, @Value("${leerspoor.database.url}") String databaseUrl) {
        client = Client.of("http://127.0.0.1:" + port);
        sql = new Sql(databaseUrl);
    }

    /** What a question is answered once everything is applied. */
    JsonNode answer(String question) {
        var reply = client.get(question + (question.contains("?") ? "&" : "?") + "minPosition=" + sql.head());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** The items of the first page of a list. */
    List<JsonNode> items(String question) {
        return answer(question).path("items").valueStream().toList();
    }

    /** One member of each item of a list. */
    List<String> each(String member, String question) {
        return items(question).stream()
                .map(item -> item.at("/" + member.replace('.', '/')).asString())
                .toList();
    }
}
