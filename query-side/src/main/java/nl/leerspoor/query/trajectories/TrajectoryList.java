package nl.leerspoor.query.trajectories;

import java.util.List;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.trajectories.TrajectoryState.Status;

/** The list of all trajectories. */
final class TrajectoryList {

    static final ListQuestion<TrajectoryView> QUESTION = new ListQuestion<>(
                    "trajectories",
                    List.of(Views.TRAJECTORIES),
                    """
            select t.*, cast(:validOn as date) - t.status_since as days_in_status
              from query.trajectory_period t
             where hold(t)""",
                    "trajectory_id",
                    List.of(
                            Filter.someOf("status", "Status", Status.values(), "status = any(:status)"),
                            Filter.yesOrNo("onHold", "Of er een hold op ligt", "(hold_since is not null) = :onHold"),
                            Filter.codes(
                                    "holdCause",
                                    "Oorzaak van de hold",
                                    CodeList.CAUSES,
                                    "hold_cause = any(:holdCause)"),
                            Filter.yesOrNo(
                                    "waiting",
                                    "Of het op de wachtlijst staat",
                                    "(waiting_since is not null) = :waiting"),
                            Filter.codes(
                                    "waitingCause",
                                    "Oorzaak van het wachten",
                                    CodeList.CAUSES,
                                    "waiting_cause = any(:waitingCause)"),
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.text("werkcoach", "Werkcoach, onder pseudoniem", "werkcoach_id = :werkcoach"),
                            Filter.id(
                                    "leerbedrijf",
                                    "Leerbedrijf waar men geplaatst is",
                                    "leerbedrijf_id = :leerbedrijf"),
                            Filter.number(
                                    "daysInStatusMin",
                                    "Ten minste zoveel dagen in deze status",
                                    "days_in_status >= :daysInStatusMin"),
                            Filter.number(
                                    "daysInStatusMax",
                                    "Ten hoogste zoveel dagen in deze status",
                                    "days_in_status <= :daysInStatusMax"),
                            Filter.yesOrNo(
                                    "toConfirm",
                                    "Of een beheerst werkproces op bevestiging door de school wacht",
                                    "waits_for_confirmation = :toConfirm"),
                            Filter.codes(
                                    "progressionAdvised",
                                    "Waarheen doorstroom is geadviseerd",
                                    CodeList.PROGRESSION_TARGETS,
                                    "progression_advised_to = any(:progressionAdvised)"),
                            Filter.yesOrNo(
                                    "progressionStarted",
                                    "Of de doorstroom is begonnen",
                                    "(progression_started_on is not null) = :progressionStarted"),
                            Filter.text("reference", "Aanduiding", "coalesce(reference, '') = :reference"),
                            Filter.id("candidateId", "Kandidaat", "candidate_id = :candidateId"),
                            Filter.id(
                                    "transferredFromId",
                                    "Traject in een andere regio waarvan dit het vervolg is",
                                    "transferred_from_id = :transferredFromId"),
                            Filter.search("q", "Een deel van de aanduiding of van een id", """
                            reference ilike :q or cast(trajectory_id as text) ilike :q
                            or cast(candidate_id as text) ilike :q or werkcoach_id ilike :q""")),
                    List.of(
                            Sort.text("reference", "reference"),
                            Sort.text("status", "status"),
                            Sort.number("daysInStatus", "days_in_status"),
                            Sort.text("sector", "sector"),
                            Sort.text("werkcoach", "werkcoach_id"),
                            Sort.day("openedOn", "opened_on"),
                            Sort.day("plannedStart", "planned_start"),
                            Sort.day("startedOn", "started_on"),
                            Sort.day("endedOn", "ended_on"),
                            Sort.day("holdSince", "hold_since"),
                            Sort.day("waitingSince", "waiting_since")),
                    TrajectoryView.class,
                    TrajectoryView::of)
            .with(TrajectoryRows.OWN);

    private TrajectoryList() {}
}
