package nl.leerspoor.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be asked of either side. A command goes by the name of its record; a question, and what operators
 * ask for, by its routes. What an answer tells only some of those who may ask is an action of its own, without a route.
 */
public enum Action {
    START_REGION_PILOT,
    ADD_PARTNER,
    SET_TARGET,
    CONFIRM_PILOT_PLAN,
    RESCHEDULE_PILOT_END,
    RECORD_LESSON,
    COMPLETE_PILOT,

    REGISTER_CANDIDATE,
    CHANGE_TARGET_GROUP,
    RECORD_PREFERENCE,
    MEASURE_CONFIDENCE,
    DECLINE_CONFIDENCE_MEASUREMENT,
    LINK_SCHOOL_STUDENT,
    GIVE_CONSENT,
    WITHDRAW_CONSENT,
    RECORD_OUTCOME,
    RECORD_CANDIDATE_DETAILS,
    RECTIFY_CANDIDATE_DETAILS,
    ADD_NOTE,
    RETRACT_NOTE,
    MERGE_DUPLICATE,

    OPEN_TRAJECTORY,
    ASSESS_SUITABILITY,
    REFER_CANDIDATE,
    REASSIGN_WERKCOACH,
    PLAN_TRAJECTORY_START,
    POSTPONE_TRAJECTORY_START,
    WAITLIST_CANDIDATE,
    TAKE_OFF_WAITLIST,
    MATCH_CANDIDATE,
    UNMATCH,
    START_TRAJECTORY,
    REPLACE_PLACE,
    PUT_CANDIDATE_ON_HOLD,
    RESUME_CANDIDATE,
    RECORD_PROGRESS,
    REGISTER_ATTENDANCE,
    JUDGE_WERKPROCES,
    CONFIRM_WERKPROCES,
    COMPLETE_TRAJECTORY,
    STOP_TRAJECTORY,
    TRANSFER_TRAJECTORY,
    ADVISE_PROGRESSION,
    START_PROGRESSION,
    CORRECT_CANDIDATE_SECTOR,
    CORRECT_TRAJECTORY_START,
    RETRACT_HOLD,
    RETRACT_COMPLETION,
    RETRACT_STOP,
    RETRACT_WERKPROCES_CONFIRMATION,

    CREATE_COHORT,
    ADD_TO_COHORT,
    REMOVE_FROM_COHORT,
    PUT_COHORT_ON_HOLD,
    RESUME_COHORT,

    APPROACH_LEERBEDRIJF,
    RECORD_INTEREST,
    DECLINE,
    REOPEN_CONTACT,
    JOIN_PILOT,
    SUSPEND_LEERBEDRIJF,
    RESUME_LEERBEDRIJF,
    LEAVE_PILOT,
    OFFER_PLACES,
    WITHDRAW_PLACES,
    REQUEST_ERKENNING,
    CONFIRM_ERKENNING,
    REGISTER_ERKENNING_WITHDRAWAL,
    LAPSE_ERKENNING,
    NAME_CONTACT_PERSON,

    REGISTER_SUPERVISOR,
    MOVE_SUPERVISOR,
    CHANGE_CAPACITY,
    MARK_UNAVAILABLE,
    MARK_AVAILABLE,
    ENROL_IN_TRAINING,
    MARK_TRAINED,
    RECOGNISE_EXPERIENCE,
    EXPIRE_TRAINING,
    RETRACT_TRAINED,
    RECORD_SUPERVISOR_DETAILS,

    SCHEDULE_TRAINING,
    SUSPEND_TRAINING,
    RESUME_TRAINING,
    CANCEL_TRAINING,
    COMPLETE_TRAINING,

    DRAFT_POK,
    SIGN_POK,
    AMEND_POK,
    DISSOLVE_POK,
    END_POK,
    REJECT_POK,

    DRAFT_VERKLARING,
    SIGN_FOR_LEERBEDRIJF,
    APPROVE_VERKLARING,
    REFUSE_VERKLARING,
    WITHDRAW_DRAFT,
    ISSUE_VERKLARING,
    REVOKE_VERKLARING,
    REPLACE_VERKLARING,
    SHARE_VERKLARING,

    SCHEDULE_CEREMONY,
    NOMINATE_FOR_CEREMONY,
    RESCHEDULE_CEREMONY,
    CANCEL_CEREMONY,
    HOLD_CEREMONY,

    OPEN_PRIVACY_CASE,
    EXTEND_PRIVACY_CASE,
    GRANT_PRIVACY_CASE,
    PARTLY_GRANT_PRIVACY_CASE,
    REFUSE_PRIVACY_CASE,
    EXECUTE_ERASURE,
    /** What applies the register of erasures sends it. */
    ERASE_AGAIN,
    HAND_OVER_EXPORT,
    FINISH_RECTIFICATION,
    INFORM_RECIPIENTS,
    END_PROCESSING,

    PUBLISH_SNAPSHOT,
    SUPERSEDE_SNAPSHOT,

    CONFIRM_RETENTION_RULE,
    END_RETENTION_RULE,

    DISCHARGE_DUTY,
    /** The calendar of duties sends these. */
    TELL_THAT_THE_DAY_CAME,
    TELL_OF_PROPOSALS,

    /** Hand in a file; each of its commands is decided on for itself besides. */
    IMPORT_COMMANDS("POST /v1/imports"),

    READ_TRAJECTORIES("GET /v1/trajectories", "GET /v1/trajectories/{trajectoryId}"),
    READ_TRAJECTORY_HISTORY("GET /v1/trajectories/{trajectoryId}/history"),
    /** All that was entered about one of them and what belongs to it, to take away; nothing in it is opened. */
    TAKE_DOSSIER("GET /v1/trajectories/{trajectoryId}/dossier"),
    READ_GUIDED_WEEKS("GET /v1/trajectories/{trajectoryId}/guided-weeks"),
    /** Names and birth dates. */
    READ_CANDIDATE_DETAILS("GET /v1/candidates/{candidateId}/details"),
    /** Where a person can be reached. */
    READ_CANDIDATE_CONTACT(READ_CANDIDATE_DETAILS),
    /** What was noted of a person. */
    READ_CANDIDATE_NOTES(READ_CANDIDATE_DETAILS),
    /** By name, to find out whether somebody is in view already. */
    SEARCH_CANDIDATES("POST /v1/candidate-searches"),
    READ_SUPERVISOR_DETAILS("GET /v1/supervisors/{supervisorId}/details"),
    READ_CONTACT_PERSONS("GET /v1/leerbedrijven/{leerbedrijfId}/contact-person"),
    READ_RETENTION("GET /v1/retention-rules", "GET /v1/retention-proposals"),
    READ_PRIVACY_CASES(
            "GET /v1/privacy-cases",
            "GET /v1/privacy-cases/{privacyCaseId}",
            "GET /v1/privacy-cases/{privacyCaseId}/certificate"),
    /** Everything about a person, or what they gave, for the person. */
    EXPORT_PERSON("GET /v1/privacy-cases/{privacyCaseId}/export"),
    READ_POSSIBLE_DUPLICATES("GET /v1/possible-duplicates"),
    READ_CASELOAD("GET /v1/caseload"),
    READ_WAITLIST("GET /v1/waitlist"),
    READ_DUTIES("GET /v1/duties"),
    READ_SUPERVISORS("GET /v1/supervisors"),
    READ_SUPERVISOR_TRAININGS("GET /v1/supervisor-trainings"),
    READ_LEERBEDRIJVEN("GET /v1/leerbedrijven"),
    READ_PLACEMENTS("GET /v1/placements"),
    READ_PRAKTIJKOVEREENKOMSTEN("GET /v1/praktijkovereenkomsten"),
    READ_VERKLARINGEN("GET /v1/verklaringen"),
    /** Beside the ids of candidates, in lists of those with whom somebody works. */
    READ_CANDIDATE_NAMES(READ_CASELOAD, READ_WAITLIST, READ_PLACEMENTS, READ_PRAKTIJKOVEREENKOMSTEN, READ_VERKLARINGEN),
    READ_CEREMONIES("GET /v1/ceremonies"),
    READ_COHORTS("GET /v1/cohorts"),
    READ_PILOTS("GET /v1/pilots", "GET /v1/lessons"),
    READ_FIGURES("GET /v1/figures", "GET /v1/figures/series"),
    READ_DIFFERENCES_OF_FIGURES("GET /v1/figures/difference"),
    READ_FORECAST("GET /v1/figures/forecast"),
    /** What would be published. */
    DRAFT_SNAPSHOT("GET /v1/snapshots/draft"),
    READ_SNAPSHOTS(
            "GET /v1/snapshots",
            "GET /v1/snapshots/{snapshotId}",
            "GET /v1/snapshots/{snapshotId}/reproduction",
            "GET /v1/snapshots/{snapshotId}/differences"),
    READ_AUDIT(
            "GET /v1/history/{id}",
            "GET /v1/audit/corrections",
            "GET /v1/audit/decisions/{correlationId}",
            "GET /v1/audit/late-entries",
            "GET /v1/audit/starts"),
    /** Whether a view says what the events say. */
    REPLAY_VIEWS("POST /v1/audit/replays/{view}", "GET /v1/audit/replays/{view}/{version}"),
    /** Who looked at whose data. */
    READ_PROCESSING_LOG("GET /v1/processing-log"),
    READ_PROOF(
            "GET /v1/proof/checkpoint",
            "GET /v1/proof/key",
            "GET /v1/proof/tile/{level}/{*index}",
            "GET /v1/proof/inclusion/{eventId}",
            "GET /v1/proof/consistency",
            "GET /v1/proof/processing-log"),
    /** Whoever hands a cosignature in is believed no more than its key. */
    HAND_IN_COSIGNATURE("POST /v1/proof/cosignatures"),
    /** The events of all regions, so of whoever may read every region that is in it. */
    EXPORT_LOG("GET /v1/proof/export"),
    /** What is published of all that happens. */
    RECEIVE_EVENTS(
            "GET /v1/events",
            "GET /v1/events/stream",
            "GET /v1/events/summary",
            "POST /v1/events/stream-session",
            "DELETE /v1/events/stream-session"),
    /** To be called when something is published, and everything about that; one's own only. */
    SUBSCRIBE(
            "POST /v1/subscriptions",
            "DELETE /v1/subscriptions/{subscriptionId}",
            "POST /v1/subscriptions/{subscriptionId}/pauses",
            "POST /v1/subscriptions/{subscriptionId}/resumptions",
            "POST /v1/subscriptions/{subscriptionId}/secrets",
            "POST /v1/subscriptions/{subscriptionId}/dead-letters/resendings",
            "POST /v1/subscriptions/{subscriptionId}/dead-letters/dismissals",
            "POST /v1/subscriptions/{subscriptionId}/replays",
            "POST /v1/subscriptions/{subscriptionId}/trials"),
    /** An operator sees those of everybody, without secrets. */
    READ_SUBSCRIPTIONS(
            "GET /v1/subscriptions",
            "GET /v1/subscriptions/{subscriptionId}",
            "GET /v1/subscriptions/{subscriptionId}/deliveries",
            "GET /v1/subscriptions/{subscriptionId}/dead-letters"),
    /** The same, by a place that is kept for who asks; their own places only. */
    CONSUME_EVENTS(
            "GET /v1/consumers",
            "GET /v1/consumers/{name}",
            "PUT /v1/consumers/{name}",
            "DELETE /v1/consumers/{name}",
            "GET /v1/consumers/{name}/events",
            "PUT /v1/consumers/{name}/position",
            "POST /v1/consumers/{name}/claims",
            "DELETE /v1/consumers/{name}/claims/{partition}"),
    /** Who is told of events, and how far each is; not what. */
    READ_RECEIVERS("GET /v1/receivers"),
    READ_REFERENCE_DATA("GET /v1/reference-data"),
    READ_EVENT_TYPES("GET /v1/event-types", "GET /v1/event-types/{type}/schema", "GET /v1/asyncapi.json"),
    READ_PROBLEMS("GET /v1/problems", "GET /v1/problems/{problem}"),
    READ_PROJECTIONS(
            "GET /v1/projections", "GET /v1/projections/{view}", "GET /v1/projections/{view}/versions/{version}"),
    OPERATE_PROJECTIONS(
            "GET /v1/projections/{view}/versions/{version}/comparison",
            "GET /v1/projections/{view}/versions/{version}/parked-events",
            "POST /v1/projections/{view}/versions",
            "POST /v1/projections/{view}/versions/{version}/swaps",
            "POST /v1/projections/{view}/versions/{version}/abandonments",
            "POST /v1/projections/{view}/retries");

    private static final Map<String, Action> BY_COMMAND = Arrays.stream(values())
            .filter(Action::isCommand)
            .collect(Collectors.toUnmodifiableMap(Action::command, Function.identity()));

    private static final Map<String, Action> BY_ROUTE = Arrays.stream(values())
            .flatMap(action -> action.routes.stream().map(route -> Map.entry(route, action)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> routes;
    private final boolean part;

    Action(String... routes) {
        this.routes = List.of(routes);
        this.part = false;
    }

    /** What is left out of the answers to other questions for those who may not. */
    Action(Action question, Action... more) {
        this.routes = List.of();
        this.part = Stream.concat(Stream.of(question), Stream.of(more)).noneMatch(Action::isCommand);
    }

    /** The action of a command, by the simple name of its record: {@code PutCandidateOnHold}. */
    public static Optional<Action> ofCommand(String name) {
        return Optional.ofNullable(BY_COMMAND.get(name));
    }

    /** The action of a route that takes no command: a method and the pattern of an address. */
    public static Optional<Action> ofRoute(String method, String pattern) {
        return Optional.ofNullable(BY_ROUTE.get(method + " " + pattern));
    }

    /** Whether it is a command, not a question or a request of operators. */
    public boolean isCommand() {
        return routes.isEmpty() && !part;
    }

    /** The routes by which it is asked, each a method and the pattern of an address; none of a command or of a part. */
    public List<String> routes() {
        return routes;
    }

    private String command() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
