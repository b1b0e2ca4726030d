package nl.leerspoor.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.standalone.provider.DemoPassword;
import nl.leerspoor.standalone.provider.DemoUsers;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the newcomer where everything is, and what to try. */
@Component
@Order(2)
class Welcome implements ApplicationRunner {

    private final String address;
    private final Path data;
    private final boolean twente;
    private final Optional<DemoPassword> password;

    Welcome(
            @Value("${leerspoor.public-url}") String address,
            @Value("${leerspoor.data}") Path data,
            @Value("${leerspoor.twente.load}") boolean twente,
            Optional<DemoPassword> password) {
        this.address = address;
        this.data = data.toAbsolutePath().normalize();
        this.twente = twente;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        System.out.printf(
                """

                Leerspoor runs. Stop it with Ctrl-C; a next start finds its data again.

                  Try it in a browser   %1$s/swagger-ui/index.html
                  API description       %1$s/v1/openapi.json
                  Data                  %2$s
                %3$s%4$s""",
                address,
                data,
                password.map(Welcome::logins).orElse(""),
                twente && password.isPresent() ? suggestions() : "");
    }

    private static String logins(DemoPassword password) {
        String users = Arrays.stream(Role.values())
                .map(role -> "     %-16s %s%n"
                        .formatted(
                                role,
                                DemoUsers.all().stream()
                                        .filter(user -> user.roles().contains(role))
                                        .map(Identity::subject)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        return """

                  Demo users by role, all with password %s (kept in %s):

                %s""".formatted(password.text(), password.file(), users);
    }

    private String suggestions() {
        return """

                Three things to try, with a token of a demo user; it holds for an hour:

                   TOKEN=$(scripts/token.sh testprojectleider)

                1. The pilot on 1 November 2020: 72 people in view, 54 learning at a company.
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-11-01&knownOn=2020-11-01'

                2. The same day in March 2020, as known on two days: the hold of 25 people was entered three days late.
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-03-25&knownOn=2020-03-25&by=cause'
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/figures?region=AM05&validOn=2020-03-25&knownOn=2020-03-27&by=cause'

                3. Everything that happened to one person's trajectory, with who entered it and when, for their werkcoach.
                   TOKEN=$(scripts/token.sh testwerkcoach-zorg)
                   curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/trajectories/%2$s/history?order=recorded'

                """.formatted(address, TwenteIds.of("trajectory", "K009"));
    }
}
