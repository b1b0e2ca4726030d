package nl.leerspoor.query.trajectories;

import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.trajectories.TrajectoryState.Hold;
import nl.leerspoor.query.trajectories.TrajectoryState.Step;
import nl.leerspoor.query.trajectories.TrajectoryState.Waiting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.trajectory_period}. */
@Configuration(proxyBeanMethods = false)
class TrajectoryProjection {

    @Bean
    Projection<TrajectoryEvent, TrajectoryState> trajectories() {
        return new Projection<>(
                Views.TRAJECTORIES,
                TrajectoryEvent.class,
                TrajectoryCourse::evolve,
                1,
                "trajectory_period",
                "trajectory_id",
                TrajectoryProjection::row);
    }

    private static Row row(TrajectoryState state) {
        var route = state.route();
        Row row = new Row()
                .with("candidate_id", route.candidateId())
                .with("region", route.region())
                .with("reference", route.reference())
                .with("goal", route.goal())
                .with("sector", route.sector())
                .with("level", route.level())
                .with("werkcoach_id", route.werkcoachId())
                .with("transferred_from_id", route.transferredFrom().orElse(null))
                .with("status", state.status())
                .with("status_since", state.statusSince())
                .with("end_reason", state.endReason().orElse(null))
                .with("days_on_hold", state.daysOnHold())
                .with("planned_start", state.planning().plannedStart().orElse(null))
                .withTexts("postponement_causes", state.planning().causes())
                .withNumbers("postponement_days", state.planning().days())
                .withTexts("werkprocessen_agreed", state.werkprocessen().agreed())
                .withTexts("werkprocessen_judged", state.werkprocessen().judged())
                .withTexts("werkprocessen_mastered", state.werkprocessen().mastered())
                .withTexts("werkprocessen_confirmed", state.werkprocessen().confirmed())
                .withTexts("werkprocessen_carried", state.werkprocessen().carried());
        milestones(row, state.milestones());
        overlays(row, state);
        place(row, state);
        progression(row, state);
        return row;
    }

    private static void milestones(Row row, Milestones milestones) {
        row.with("opened_on", milestones.openedOn())
                .with("suitable_on", milestones.suitableOn().orElse(null))
                .with("matched_on", milestones.matchedOn().orElse(null))
                .with("contracted_on", milestones.contractedOn().orElse(null))
                .with("started_on", milestones.startedOn().orElse(null))
                .with("ended_on", milestones.endedOn().orElse(null));
    }

    private static void overlays(Row row, TrajectoryState state) {
        row.with("hold_since", state.hold().map(Hold::since).orElse(null))
                .with("hold_cause", state.hold().map(Hold::cause).orElse(null))
                .with("hold_phase", state.holdPhase().orElse(null))
                .with("hold_cohort_id", state.hold().flatMap(Hold::cohortId).orElse(null))
                .with(
                        "hold_expected_resume_on",
                        state.hold().flatMap(Hold::expectedResumeOn).orElse(null))
                .with("waiting_since", state.waiting().map(Waiting::since).orElse(null))
                .with(
                        "waiting_entered_at",
                        state.waiting().map(Waiting::enteredAt).orElse(null))
                .with("waiting_cause", state.waiting().map(Waiting::cause).orElse(null))
                .with(
                        "waiting_leerbedrijf_id",
                        state.waiting().flatMap(Waiting::leerbedrijfId).orElse(null));
    }

    private static void place(Row row, TrajectoryState state) {
        var place = state.place();
        row.with("leerbedrijf_id", place.map(Place::leerbedrijfId).orElse(null))
                .with("supervisor_id", place.map(Place::supervisorId).orElse(null))
                .with("school_id", place.map(Place::schoolId).orElse(null))
                .with("crebo", place.map(Place::crebo).orElse(null))
                .with("dossier_version", place.map(Place::dossierVersion).orElse(null))
                .with("in_preferred_sector", place.map(Place::inPreferredSector).orElse(null))
                .with(
                        "praktijkovereenkomst_id",
                        place.flatMap(Place::praktijkovereenkomstId).orElse(null));
    }

    private static void progression(Row row, TrajectoryState state) {
        var advised = state.progression().advised();
        var started = state.progression().started();
        row.with("progression_advised_on", advised.map(Step::on).orElse(null))
                .with("progression_advised_to", advised.map(Step::to).orElse(null))
                .with("progression_started_on", started.map(Step::on).orElse(null))
                .with("progression_started_to", started.map(Step::to).orElse(null));
    }
}
