package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.MATCHED;
import static nl.leerspoor.standalone.RegionOffice.START;
import static nl.leerspoor.standalone.RegionOffice.WERKPROCES;
import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a trajectory does together with supervisors, agreements and papers, over HTTP and all or nothing. */
class TrajectoryOverHttpTest extends RunningApplication {

    private static final String MAY = "2020-05-15";

    @Autowired
    @Qualifier("projectorJdbc")
    private JdbcClient events;

    private RegionOffice office;
    private String leerbedrijf;
    private String supervisor;

    @BeforeEach
    void anOfficeWithOnePlace() {
        office = new RegionOffice(client, "AM05");
        leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 1);
    }

    @Nested
    class APlaceIsFreeAgain {

        @Test
        void afterAnUnmatch() {
            String trajectory = office.suitableTrajectory();
            assertThat(office.match(trajectory, leerbedrijf, supervisor).status())
                    .isEqualTo(201);
            office.done("/v1/trajectories/" + trajectory + "/unmatchings", on(MATCHED, "reason", "CANDIDATE_REQUEST"));
            assertThat(office.match(office.suitableTrajectory(), leerbedrijf, supervisor)
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void afterAStopWhichAlsoDissolvesTheAgreementAndLetsAnotherTrajectoryOpen() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            office.done("/v1/trajectories/" + trajectory + "/stops", on(MAY, "reason", "PERSONAL"));
            assertThat(count("trajectory.TrajectoryStopped", trajectory)).isOne();
            assertThat(count("praktijkovereenkomst.PraktijkovereenkomstDissolved", trajectory))
                    .isOne();
            assertThat(count("supervisor.SupervisorReleased", trajectory)).isOne();
            assertThat(office.openTrajectory(candidateOf(trajectory)).status()).isEqualTo(201);
        }

        @Test
        void afterACompletionWhichEndsTheAgreement() {
            String trajectory = completed();
            assertThat(count("praktijkovereenkomst.PraktijkovereenkomstEnded", trajectory))
                    .isOne();
            assertThat(count("supervisor.SupervisorReleased", trajectory)).isOne();
        }
    }

    @Nested
    class ARetractedStop {

        @Test
        void givesBackThePlaceAndTheAgreement() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            office.done("/v1/trajectories/" + trajectory + "/stops", on(MAY, "reason", "PERSONAL"));
            office.done("/v1/trajectories/" + trajectory + "/stop-retractions", reason());
            assertThat(count("praktijkovereenkomst.PraktijkovereenkomstEndRetracted", trajectory))
                    .isOne();
            assertThat(office.match(office.suitableTrajectory(), leerbedrijf, supervisor)
                            .code())
                    .isEqualTo("NO_FREE_PLACE");
            office.at(leerbedrijf)
                    .done(
                            "/v1/trajectories/" + trajectory + "/werkproces-judgements",
                            on(MAY, "werkproces", WERKPROCES, "result", "MASTERED", "supervisorId", supervisor));
        }

        @Test
        void isRefusedWhenSomebodyElseHasThePlaceByNow() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            office.done("/v1/trajectories/" + trajectory + "/stops", on(MAY, "reason", "PERSONAL"));
            assertThat(office.match(office.suitableTrajectory(), leerbedrijf, supervisor)
                            .status())
                    .isEqualTo(201);
            Reply refused = office.post("/v1/trajectories/" + trajectory + "/stop-retractions", reason());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("NO_FREE_PLACE");
            assertThat(count("praktijkovereenkomst.PraktijkovereenkomstEndRetracted", trajectory))
                    .isZero();
        }
    }

    @Nested
    class ATransfer {

        @Test
        void opensTheSameRouteInTheOtherRegionAndEndsItHere() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            Reply reply = office.done(
                    "/v1/trajectories/" + trajectory + "/transfers",
                    on(MAY, "toRegion", "AM09", "werkcoachId", "testwerkcoach"));
            String newTrajectory = reply.json().path("newTrajectoryId").asString();
            assertThat(count("trajectory.TrajectoryTransferredIn", newTrajectory))
                    .isOne();
            assertThat(count("praktijkovereenkomst.PraktijkovereenkomstDissolved", trajectory))
                    .isOne();

            RegionOffice achterhoek = new RegionOffice(client, "AM09");
            String place = achterhoek.leerbedrijf();
            Reply match = achterhoek.matchOn(MAY, newTrajectory, place, achterhoek.supervisor(place, 1));
            assertThat(match.status()).as(match.body()).isEqualTo(201);
        }
    }

    @Nested
    class TheCountry {

        @Test
        void countsAPersonOnceOnEveryDayOfATransfer() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            long started = position(office.done(
                    "/v1/trajectories/" + trajectory + "/progress-notes", on(START, "skillKind", "WERKNEMERS")));
            List<String> days = List.of(START, "2020-05-14", MAY, "2020-05-16");
            List<String> before =
                    days.stream().map(day -> learningInTheCountry(day, started)).toList();
            long transferred = position(office.done(
                    "/v1/trajectories/" + trajectory + "/transfers",
                    on(MAY, "toRegion", "AM09", "werkcoachId", "testwerkcoach")));
            assertThat(days.stream()
                            .map(day -> learningInTheCountry(day, transferred))
                            .toList())
                    .isEqualTo(before);
        }

        private long position(Reply reply) {
            return reply.json().path("position").asLong();
        }

        private String learningInTheCountry(String day, long position) {
            var figures = client.get("/v1/figures?by=phase&validOn=" + day + "&minPosition=" + position)
                    .json()
                    .path("figures");
            return figures.path("inProgress").path("total") + " learn, "
                    + figures.path("inView").path("total") + " in view";
        }
    }

    @Nested
    class AJudgement {

        @Test
        void isNotConfirmedByTheOneWhoJudged() {
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            office.at(leerbedrijf)
                    .done(
                            "/v1/trajectories/" + trajectory + "/werkproces-judgements",
                            on(MAY, "werkproces", WERKPROCES, "result", "MASTERED", "supervisorId", supervisor));
            Reply own = office.with("testbegeleider; role=SCHOOL_COACH; org=ROC")
                    .post(
                            "/v1/trajectories/" + trajectory + "/werkproces-confirmations",
                            on(MAY, "werkproces", WERKPROCES));
            assertThat(own.code()).isEqualTo("JUDGE_MAY_NOT_CONFIRM");
        }
    }

    @Nested
    class WhatStandsOnAPaper {

        @Test
        void isNotRetractedUntilThatPaperIsWithdrawn() {
            String trajectory = completed();
            String paper = office.made(
                    "/v1/verklaringen",
                    on(
                            MAY,
                            "region",
                            "AM05",
                            "trajectoryId",
                            trajectory,
                            "leerbedrijfId",
                            leerbedrijf,
                            "werkprocessen",
                            List.of(WERKPROCES)));
            String confirmation = client.get("/v1/trajectories/" + trajectory + "/history")
                    .json()
                    .path("events")
                    .valueStream()
                    .filter(event -> event.path("name").asString().equals("trajectory.WerkprocesConfirmed"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asString();
            Map<String, Object> retraction = reason();
            retraction.put("confirmationEventId", confirmation);
            String path = "/v1/trajectories/" + trajectory + "/werkproces-confirmation-retractions";
            assertThat(office.post(path, retraction).code()).isEqualTo("STANDS_ON_VERKLARING");
            office.done("/v1/verklaringen/" + paper + "/withdrawals", on(MAY, "reason", "DATA_ENTRY_ERROR"));
            assertThat(office.post(path, retraction).code()).isEqualTo("CONFLICTS_WITH_LATER_FACT");
        }
    }

    private String completed() {
        return office.completedTrajectory(leerbedrijf, supervisor, List.of(WERKPROCES));
    }

    private long count(String name, String trajectory) {
        return events.sql("""
                        select count(*) from eventstore.event_log
                         where name = :name and payload ->> 'trajectoryId' = :trajectory""")
                .param("name", name)
                .param("trajectory", trajectory)
                .query(Long.class)
                .single();
    }

    private String candidateOf(String trajectory) {
        return events.sql("""
                        select payload ->> 'candidateId' from eventstore.event_log
                         where stream_id = :trajectory::uuid and version = 0""")
                .param("trajectory", trajectory)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> on(String day, Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", day);
        return body;
    }

    private static Map<String, Object> reason() {
        Map<String, Object> body = body("reason", "DATA_ENTRY_ERROR");
        body.remove("effectiveOn");
        return body;
    }
}
