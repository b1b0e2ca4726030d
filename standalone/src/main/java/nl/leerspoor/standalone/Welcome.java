package nl.leerspoor.standalone;

import java.nio.file.Path;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the newcomer where everything is, and what to try. */
@Component
@Order(2)
class Welcome implements ApplicationRunner {

    private final WebServerApplicationContext server;
    private final Path data;
    private final boolean twente;

    Welcome(
            WebServerApplicationContext server,
            @Value("${leerspoor.data}") Path data,
            @Value("${leerspoor.twente.load}") boolean twente) {
        this.server = server;
        this.data = data.toAbsolutePath().normalize();
        this.twente = twente;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String base = "http://127.0.0.1:" + server.getWebServer().getPort();
        System.out.printf("""

                Leerspoor runs. Stop it with Ctrl-C; a next start finds its data again.

                  Try it in a browser   %1$s/swagger-ui/index.html
                  API description       %1$s/v1/openapi.json
                  Data                  %2$s
                %3$s""", base, data, twente ? suggestions(base) : "");
    }

    private static String suggestions(String base) {
        return """

                Three things to try, with a token of a demo user; it holds for five minutes:

                   TOKEN=$(scripts/token.sh testprojectleider)

                1. The pilot on 1 November 2020: 72 people in view, 54 learning at a company.
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-11-01&knownOn=2020-11-01'

                2. The same day in March 2020, as known on two days: the hold of 25 people was entered three days late.
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-03-25&knownOn=2020-03-25&by=cause'
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-03-25&knownOn=2020-03-27&by=cause'

                3. Everything that happened to one person's trajectory, with who entered it and when, for their werkcoach.
                   TOKEN=$(scripts/token.sh testwerkcoach-zorg)
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/trajectories/%2$s/history?order=recorded'

                """.formatted(base, TwenteIds.of("trajectory", "K009"));
    }
}
