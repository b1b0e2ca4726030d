package nl.leerspoor.standalone;

import java.nio.file.Path;
import java.util.Map;
import nl.leerspoor.command.CommandSide;
import nl.leerspoor.platform.Platform;
import nl.leerspoor.query.QuerySide;
import nl.leerspoor.standalone.provider.LoginServer;
import nl.leerspoor.standalone.twente.TwenteLoading;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Both sides in one process on a PostgreSQL of its own: the newcomer's way in. */
@Platform
@Import({CommandSide.class, QuerySide.class, TwenteLoading.class, LoginServer.class, Welcome.class})
public class Standalone {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        var application = new SpringApplication(Standalone.class);
        application.addInitializers(Standalone::startDatabase);
        application.run(args);
    }

    /** The query side waits for the table of events, which here the command side makes in the same thread. */
    @Bean
    static BeanFactoryPostProcessor eventsBeforeViews() {
        return beans -> beans.getBeanDefinition("queryFlyway").setDependsOn("eventStoreFlyway");
    }

    /** Starts PostgreSQL before anything needs it, and stops it after everything that used it has stopped. */
    private static void startDatabase(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        LocalDatabase database = LocalDatabase.start(Path.of(environment.getRequiredProperty("leerspoor.data")));
        SpringApplication.getShutdownHandlers().add(database::close);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("local-database", Map.of("leerspoor.database.url", database.url())));
    }
}
