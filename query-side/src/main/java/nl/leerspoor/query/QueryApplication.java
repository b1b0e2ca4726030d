package nl.leerspoor.query;

import java.util.Map;
import nl.leerspoor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** The reading side as a process of its own. */
@Platform
@Import(QuerySide.class)
public class QueryApplication {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        var application = new SpringApplication(QueryApplication.class);
        // not application.yml: this jar is also a library of the program that runs both sides
        application.setDefaultProperties(Map.of("spring.config.name", "query-side"));
        application.run(args);
    }
}
