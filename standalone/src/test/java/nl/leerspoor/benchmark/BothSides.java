package nl.leerspoor.benchmark;

import nl.leerspoor.command.CommandSide;
import nl.leerspoor.platform.Platform;
import nl.leerspoor.query.QuerySide;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** The program under measurement: both sides in one process, on a PostgreSQL that runs beside it. */
@Platform
@Import({CommandSide.class, QuerySide.class})
class BothSides {

    public static void main(String[] args) {
        Platform.Quiet.silenceAxon();
        SpringApplication.run(BothSides.class, args);
    }
}
