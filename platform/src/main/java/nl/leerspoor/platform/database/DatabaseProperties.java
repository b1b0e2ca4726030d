package nl.leerspoor.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is, and who logs in for what. Each purpose has a role of its own with the least rights that it needs.
 *
 * @param url       JDBC address of the database
 * @param owner     owns all objects; logs in only to migrate the schema at start
 * @param command   appends and reads events, owns receipts and claims
 * @param projector reads events, writes read models
 * @param query     reads read models
 * @param sealer    reads events, adds to the sealed log
 * @param keys      makes the keys of people and wraps them anew
 * @param webhook   keeps subscriptions and how far each has been told
 */
@ConfigurationProperties("leerspoor.database")
public record DatabaseProperties(
        String url,
        @DefaultValue Login owner,
        @DefaultValue Login command,
        @DefaultValue Login projector,
        @DefaultValue Login query,
        @DefaultValue Login sealer,
        @DefaultValue Login keys,
        @DefaultValue Login webhook) {

    /**
     * @param username the role
     * @param password empty where the server trusts the connection
     * @param pool     the most connections that may be open at once
     */
    public record Login(
            String username,
            @DefaultValue("") String password,
            @DefaultValue("10") int pool) {}
}
