package nl.leerspoor.query;

import nl.leerspoor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** The reading side as a process of its own. */
@Platform
@Import(QuerySide.class)
public class QueryApplication {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        SpringApplication.run(QueryApplication.class, args);
    }
}
