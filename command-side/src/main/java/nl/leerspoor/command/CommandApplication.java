package nl.leerspoor.command;

import nl.leerspoor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** The writing side as a process of its own. */
@Platform
@Import(CommandSide.class)
public class CommandApplication {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        SpringApplication.run(CommandApplication.class, args);
    }
}
