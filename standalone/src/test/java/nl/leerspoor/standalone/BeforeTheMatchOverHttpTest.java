package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intake, planning, waiting and holds over HTTP: each command finds its way, and a refusal has its code. */
class BeforeTheMatchOverHttpTest extends RunningApplication {

    private static final String MARCH_16 = "2020-03-16";
    private static final String MARCH_23 = "2020-03-23";
    private static final String SEPTEMBER_1 = "2020-09-01";

    private RegionOffice office;
    private String trajectory;

    @BeforeEach
    void aTrajectoryWithAPlannedStart() {
        office = new RegionOffice(client, "AM05");
        trajectory = office.suitableTrajectory();
    }

    @Test
    void aPlannedStartIsPostponedAndNotPlannedAgain() {
        Map<String, Object> january = body("effectiveOn", "2020-01-27", "plannedStart", "2020-03-02");
        assertThat(post("planned-starts", january).code()).isEqualTo("START_ALREADY_PLANNED");

        done("postponements", body("effectiveOn", "2020-01-27", "newStart", "2020-03-02", "cause", "CORONA"));

        Reply back =
                post("postponements", body("effectiveOn", "2020-01-28", "newStart", "2020-03-01", "cause", "CORONA"));
        assertThat(back.code()).isEqualTo("NOT_LATER");
    }

    @Test
    void aCandidateWaitsForAPlaceAtALeerbedrijf() {
        String leerbedrijf = office.leerbedrijf();
        done(
                "waitlistings",
                body(
                        "effectiveOn", MARCH_16,
                        "cause", "SUPERVISOR_SHORTAGE",
                        "intendedLeerbedrijfId", leerbedrijf));
        done("waitlist-removals", body("effectiveOn", MARCH_23));

        Reply elsewhere = post(
                "waitlistings",
                body(
                        "effectiveOn",
                        MARCH_23,
                        "cause",
                        "SUPERVISOR_SHORTAGE",
                        "intendedLeerbedrijfId",
                        new RegionOffice(client, "AM09").leerbedrijf()));
        assertThat(elsewhere.code()).isEqualTo("OTHER_REGION");
    }

    @Test
    void aHoldEndsAndTheStartIsPlannedAgain() {
        done("holds", body("effectiveOn", MARCH_23, "cause", "CORONA", "expectedResumeOn", "2020-06-01"));
        Reply planned = post("planned-starts", body("effectiveOn", MARCH_23, "plannedStart", SEPTEMBER_1));
        assertThat(planned.code()).isEqualTo("TRAJECTORY_ON_HOLD");
        done("resumptions", body("effectiveOn", SEPTEMBER_1));
        done("planned-starts", body("effectiveOn", SEPTEMBER_1, "plannedStart", "2020-09-07"));
    }

    @Test
    void anotherWerkcoachRefersTheCandidateAndTheTrajectoryEnds() {
        done("werkcoach-reassignments", body("effectiveOn", MARCH_16, "werkcoachId", "testwerkcoach-b"));
        office = office.with("testwerkcoach-b; role=WERKCOACH");
        done("referrals", body("effectiveOn", MARCH_23, "to", "REGULIERE_ENTREE"));
        Reply held = post("holds", body("effectiveOn", MARCH_23, "cause", "CORONA"));
        assertThat(held.code()).isEqualTo("TRAJECTORY_ENDED");
    }

    private void done(String what, Map<String, ?> body) {
        office.done("/v1/trajectories/" + trajectory + "/" + what, body);
    }

    private Reply post(String what, Map<String, ?> body) {
        Reply reply = office.post("/v1/trajectories/" + trajectory + "/" + what, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        return reply;
    }
}
