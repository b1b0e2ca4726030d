package nl.leerspoor.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL keeps what it acknowledged, nobody logs in with more rights than the work needs, and what makes events
 * append-only and ordered is there and switched on.
 */
final class ProductionDatabase implements ProductionCondition {

    /** What is lost with a setting that is switched the wrong way. */
    private record Setting(String wrong, String right, String loss) {}

    private static final Map<String, Setting> SETTINGS = new TreeMap<>(Map.of(
            "fsync", new Setting("off", "on", "a power cut loses acknowledged events"),
            "full_page_writes", new Setting("off", "on", "a power cut leaves half a page"),
            "data_checksums", new Setting("off", "on", "a broken disk is not noticed"),
            "data_sync_retry", new Setting("on", "off", "a write that failed passes for one that was done")));

    /** Triggers, as table and name, that hold for everybody, owner and superuser included. */
    static final List<String> TRIGGERS = List.of(
            "eventstore.domain_event_entry lock_append",
            "eventstore.domain_event_entry refuse_change",
            "eventstore.domain_event_entry refuse_truncate",
            "eventstore.event_mac refuse_change",
            "eventstore.event_mac refuse_truncate",
            "eventstore.log_checkpoint refuse_change",
            "eventstore.log_checkpoint refuse_truncate",
            "eventstore.log_key refuse_change",
            "eventstore.log_key refuse_truncate",
            "eventstore.log_tile refuse_change",
            "eventstore.log_tile refuse_truncate",
            "keys.person_key refuse_removal",
            "keys.person_key refuse_return");

    private final DataSource owner;
    private final List<? extends DataSource> pools;

    /**
     * @param owner who migrates
     * @param pools who works
     */
    ProductionDatabase(DataSource owner, List<? extends DataSource> pools) {
        this.owner = owner;
        this.pools = pools;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Stream.concat(Stream.of(owner), pools.stream()).map(JdbcClient::create).forEach(login -> {
            faults.addAll(waiting(login));
            faults.addAll(rights(login));
        });
        faults.addAll(settings(JdbcClient.create(owner)));
        faults.addAll(triggers(JdbcClient.create(owner)));
        return faults.stream().distinct().toList();
    }

    private static List<String> settings(JdbcClient login) {
        return SETTINGS.entrySet().stream()
                .filter(entry ->
                        current(login, entry.getKey()).equals(entry.getValue().wrong()))
                .map(entry -> "Setting %s of PostgreSQL is %s: set it to %s, or %s."
                        .formatted(
                                entry.getKey(),
                                entry.getValue().wrong(),
                                entry.getValue().right(),
                                entry.getValue().loss()))
                .toList();
    }

    /** Views can be made again, so who writes only those need not wait for the disk. */
    private static List<String> waiting(JdbcClient login) {
        return login.sql("""
                        select format('Role %s does not wait for the disk: set its synchronous_commit to on, or a power '
                                      'cut loses acknowledged events.', current_user)
                         where current_setting('synchronous_commit') = 'off'
                           and (has_table_privilege('eventstore.domain_event_entry', 'insert')
                                or has_table_privilege('keys.person_key', 'insert'))""").query(String.class).list();
    }

    private static String current(JdbcClient login, String setting) {
        return login.sql("select current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }

    private static List<String> rights(JdbcClient login) {
        return login.sql("""
                        select format('Role %s may do anything in PostgreSQL: log in as a role without SUPERUSER, BYPASSRLS, '
                                      'CREATEROLE and REPLICATION.', rolname)
                          from pg_catalog.pg_roles
                         where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)""").query(String.class).list();
    }

    private static List<String> triggers(JdbcClient login) {
        List<String> standing = standing(login);
        return TRIGGERS.stream()
                .filter(trigger -> !standing.contains(trigger))
                .map(trigger -> trigger.split(" "))
                .map(trigger ->
                        "Trigger %s on %s is missing or switched off: find out who did that and what they changed "
                                        .formatted(trigger[1], trigger[0])
                                + "before anyone works on.")
                .toList();
    }

    /** Those that are switched on for everybody. */
    static List<String> standing(JdbcClient login) {
        return login.sql("""
                        select n.nspname || '.' || c.relname || ' ' || t.tgname
                          from pg_catalog.pg_trigger t
                          join pg_catalog.pg_class c on c.oid = t.tgrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where t.tgenabled = 'A' and n.nspname in ('eventstore', 'keys')
                         order by 1""").query(String.class).list();
    }
}
