package nl.leerspoor.benchmark;

import nl.leerspoor.command.CommandSide;
import nl.leerspoor.platform.Platform;
import nl.leerspoor.query.QuerySide;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The program under measurement: both sides in one process, on a PostgreSQL that runs beside it. */
@Platform
@Import({CommandSide.class, QuerySide.class})
class BothSides {

    /** The query side waits for the events' table, which in one process is made only after its turn. */
    @Bean
    static BeanFactoryPostProcessor eventsBeforeViews() {
        return beans -> beans.getBeanDefinition("queryFlyway").setDependsOn("eventStoreFlyway");
    }

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        SpringApplication.run(BothSides.class, args);
    }
}
