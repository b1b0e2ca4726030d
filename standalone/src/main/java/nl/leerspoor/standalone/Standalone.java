package nl.leerspoor.standalone;

import java.nio.file.Path;
import java.util.Map;
import nl.leerspoor.command.CommandSide;
import nl.leerspoor.platform.Platform;
import nl.leerspoor.query.QuerySide;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Both sides in one process on a PostgreSQL of its own: the newcomer's way in. */
@Platform
@Import({CommandSide.class, QuerySide.class})
public class Standalone {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        var options = new DefaultApplicationArguments(args).getOptionValues("leerspoor.data");
        Path data = Path.of(options == null || options.isEmpty() ? "data" : options.getLast());
        LocalDatabase database = LocalDatabase.start(data);
        SpringApplication.getShutdownHandlers().add(database::close);
        var application = new SpringApplication(Standalone.class);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("local-database", Map.of("leerspoor.database.url", database.url()))));
        application.run(args);
    }
}
