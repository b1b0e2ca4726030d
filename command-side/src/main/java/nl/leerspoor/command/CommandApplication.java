package nl.leerspoor.command;

import java.util.Map;
import nl.leerspoor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** The writing side as a process of its own. */
@Platform
@Import(CommandSide.class)
public class CommandApplication {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        var application = new SpringApplication(CommandApplication.class);
        // not application.yml: this jar is also a library of the program that runs both sides
        application.setDefaultProperties(Map.of("spring.config.name", "command-side"));
        application.run(args);
    }
}
