package nl.leerspoor.platform.eventstore;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A login that may read events. Each side has one; where both run in one process, either will do.
 *
 * @param jdbc    for short statements
 * @param outside opens connections outside the pool, for those that stay open for long
 */
public record EventReading(JdbcClient jdbc, DataSource outside) {}
