package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody may take the first part of a file for the whole of it. */
class BrokenFileTest extends RunningApplication {

    private static final String REGION = "AM22";
    private static final String FILE = "/v1/trajectories?validOn=2020-01-27&region=" + REGION;

    private Client reader;

    @BeforeEach
    void aRowThatCannotBeTold() {
        reader = client.with("Accept", "application/x-ndjson");
        String id = new RegionOffice(client, REGION).suitableTrajectory();
        client.get("/v1/trajectories/" + id + "?minPosition=" + sql().head());
        sql().as(Sql.SUPERUSER).sql("""
                        insert into query.trajectory_period (trajectory_id, valid, known, applied_position,
                            candidate_id, region, reference, goal, sector, level, status, status_since, opened_on,
                            days_on_hold, postponement_causes, postponement_days, werkprocessen_agreed,
                            werkprocessen_judged, werkprocessen_mastered, werkprocessen_confirmed,
                            werkprocessen_carried, leerbedrijf_id)
                        select gen_random_uuid(), t.valid, t.known, t.applied_position, t.candidate_id, t.region,
                               'DAMAGED-' || lpad(cast(n as text), 4, '0'), t.goal, t.sector, t.level, t.status,
                               t.status_since, t.opened_on, t.days_on_hold, t.postponement_causes, t.postponement_days,
                               t.werkprocessen_agreed, t.werkprocessen_judged, t.werkprocessen_mastered,
                               t.werkprocessen_confirmed, t.werkprocessen_carried,
                               case when n = 300 then gen_random_uuid() end
                          from query.trajectory_period t, generate_series(1, 300) n
                         where t.trajectory_id = cast(:id as uuid) and t.known_until = 'infinity'
                           and t.valid @> date '2020-01-27'""").param("id", id).update();
    }

    @AfterEach
    void mended() {
        sql().as(Sql.SUPERUSER)
                .sql("delete from query.trajectory_period where reference like 'DAMAGED-%'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void isBrokenOffWhenARowFailsAfterOthersWereSent(String type) {
        assertThatThrownBy(() -> client.with("Accept", type).get(FILE + "&sort=reference"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void isAProblemWhenTheFirstRowFails() {
        Reply reply = reader.get(FILE + "&sort=-reference");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(reply.header("Content-Disposition")).isNull();
    }
}
