package nl.leerspoor.platform.operation;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every process a port of its own for operators: the public port plus 1,000, unless one is set. What is there is
 * never behind the public address by oversight, and answers while all public connections are taken.
 */
public final class ManagementPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PORT = "management.server.port";
    private static final int DISTANCE = 1_000;
    private static final int LAST_PORT = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.containsProperty(PORT)) {
            int open = environment.getProperty("server.port", Integer.class, 8080);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("management-port", Map.of(PORT, chosen(environment, open))));
        }
    }

    private static int chosen(ConfigurableEnvironment environment, int open) {
        return environment.getProperty("LEERSPOOR_MANAGEMENT_PORT", Integer.class, beside(open));
    }

    /** Where a free port is drawn for the public, one is drawn for operators. */
    static int beside(int open) {
        if (open <= 0) {
            return open;
        }
        return open + DISTANCE <= LAST_PORT ? open + DISTANCE : open - DISTANCE;
    }
}
