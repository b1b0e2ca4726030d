package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A past that is loaded wakes nobody: what had to be done by then is recorded as missed. */
class TwenteDutiesTest extends TwentePilot {

    @Test
    void areRecordedAsMissed() {
        assertThat(count("payload_type = 'duty.DutyRaised' and (payload ->> 'missed')::boolean"))
                .isPositive()
                .isEqualTo(count("payload_type = 'duty.DutyRaised'"));
    }

    @Test
    void areToldToNobody() {
        assertThat(count("payload_type in ('duty.DutyBecameDue', 'duty.DutyEscalated')"))
                .isZero();
        assertThat(sql.as(Sql.COMMAND)
                        .sql("select count(*) from command.scheduled_task where task_name = 'duty-day'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areListedWithNothingToFollow() {
        assertThat(items("/v1/duties?region=AM05&state=OPEN&limit=200"))
                .isNotEmpty()
                .allSatisfy(duty -> assertThat(duty.path("nextOn").isNull()).isTrue());
    }

    private long count(String which) {
        return sql.as(Sql.SUPERUSER)
                .sql("select count(*) from (select payload_type, convert_from(payload, 'UTF8')::jsonb as payload"
                        + " from eventstore.domain_event_entry) event where " + which)
                .query(Long.class)
                .single();
    }
}
