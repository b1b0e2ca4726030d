package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself keeps regions apart, behind all that questions ask of it. */
class RegionsApartTest extends TwentePilot {

    @Value("${leerspoor.database.url}")
    private String url;

    private JdbcClient superuser() {
        return new Sql(url).as(Sql.SUPERUSER);
    }

    /**
     * The tables of the reading side with something of a region, and the view on the version that serves. Nobody reads the
     * months of a table by themselves.
     */
    private List<String> relations() {
        return superuser().sql("""
                        select table_name from information_schema.columns
                         where table_schema = 'query' and column_name = 'region'
                           and not (select relispartition from pg_class
                                     where oid = to_regclass(format('query.%I', table_name)))
                         order by table_name""").query(String.class).list();
    }

    /** How many rows the role that reads views finds when it forgets to ask for a region. */
    private long found(String relation, String setting) throws SQLException {
        try (Connection connection = new Sql(url).connect(Sql.QUERY)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(setting);
            ResultSet rows = connection.createStatement().executeQuery("select count(*) from query." + relation);
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void whoForgetsTheRegionsSeesNothing() throws SQLException {
        for (String relation : relations()) {
            assertThat(found(relation, "select 1")).as(relation).isZero();
            assertThat(found(relation, "select set_config('app.regions', '', true)"))
                    .as(relation)
                    .isZero();
            assertThat(found(relation, "select set_config('app.regions', 'AM06,AM99', true)"))
                    .as(relation)
                    .isZero();
        }
    }

    @Test
    void whoSaysWhichSeesAllOfThem() throws SQLException {
        for (String relation : relations()) {
            long all = superuser()
                    .sql("select count(*) from query." + relation + " where region = 'AM05'")
                    .query(Long.class)
                    .single();
            assertThat(found(relation, "select set_config('app.regions', 'AM05,AM06', true)"))
                    .as(relation)
                    .isEqualTo(all);
        }
        assertThat(found("trajectory_period", "select set_config('app.regions', 'AM05', true)"))
                .isPositive();
    }

    @Test
    void theSettingEndsWithItsTransaction() throws SQLException {
        try (Connection connection = new Sql(url).connect(Sql.QUERY)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select set_config('app.regions', 'AM05', true)");
            connection.commit();
            ResultSet rows = connection.createStatement().executeQuery("select count(*) from query.trajectory_period");
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void everyTableWithARegionIsGuardedAlsoFromWhoMadeIt() {
        Set<String> open =
                superuser().sql("""
                        select c.relname from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'region' and not a.attisdropped
                         where c.relnamespace = 'query'::regnamespace and c.relkind in ('r', 'p')
                           and not (c.relrowsecurity and c.relforcerowsecurity)""").query(String.class).list().stream().collect(Collectors.toSet());

        assertThat(open).isEmpty();
        assertThat(superuser().sql("""
                                select c.relname from pg_class c where c.relnamespace = 'query'::regnamespace
                                   and c.relkind = 'v' and not ('security_invoker=true' = any(c.reloptions))""").query(String.class).list())
                .as("views that are read with the rights of who made them")
                .isEmpty();
    }

    @Test
    void whoReadsViewsCanDoNothingElseAndNobodyPassesTheGuard() {
        assertThat(superuser().sql("""
                                select distinct privilege_type from information_schema.role_table_grants
                                 where grantee = 'leerspoor_query' and table_schema = 'query'""").query(String.class).list()).containsExactly("SELECT");
        assertThat(superuser().sql("""
                                select rolname from pg_roles
                                 where rolname like 'leerspoor%' and (rolbypassrls or rolsuper)""").query(String.class).list()).isEmpty();
    }
}
