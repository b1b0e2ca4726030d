package nl.leerspoor.query.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.leerspoor.query.stream.Feed;
import org.springframework.context.ApplicationContext;

/** Another query node as far as webhooks go: with leases of its own, on the database and the events of a running one. */
public final class SecondNode implements AutoCloseable {

    private final Couriers couriers;
    private final String name;

    private SecondNode(Couriers couriers, String name) {
        this.couriers = couriers;
        this.name = name;
    }

    public static SecondNode beside(ApplicationContext first, String name) {
        var couriers = new Couriers(
                first.getBean(Leases.class),
                first.getBean(Subscriptions.class),
                first.getBean(Attempts.class),
                new Courier.Means(
                        first.getBean(Feed.class),
                        first.getBean(Delivery.class),
                        first.getBean(Keys.class),
                        first.getBean(Rounds.class),
                        new Backoff(List.of(Duration.ofMillis(300))),
                        first.getBean(Clock.class),
                        true),
                Duration.ofDays(14),
                name);
        couriers.start();
        return new SecondNode(couriers, name);
    }

    /** As it calls itself where it has a lease. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        couriers.stop();
    }
}
