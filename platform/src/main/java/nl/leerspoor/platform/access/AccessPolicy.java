package nl.leerspoor.platform.access;

import static nl.leerspoor.platform.access.Role.ACCOUNT_MANAGER;
import static nl.leerspoor.platform.access.Role.AUDITOR;
import static nl.leerspoor.platform.access.Role.EXAMENCOMMISSIE;
import static nl.leerspoor.platform.access.Role.INTEGRATOR;
import static nl.leerspoor.platform.access.Role.MONITOR;
import static nl.leerspoor.platform.access.Role.OPERATOR;
import static nl.leerspoor.platform.access.Role.PRIVACY_OFFICER;
import static nl.leerspoor.platform.access.Role.PROJECT_LEAD;
import static nl.leerspoor.platform.access.Role.SCHOOL_COACH;
import static nl.leerspoor.platform.access.Role.SUPERVISOR;
import static nl.leerspoor.platform.access.Role.WERKCOACH;
import static nl.leerspoor.platform.access.Rule.AGGREGATES_ONLY;
import static nl.leerspoor.platform.access.Rule.ALL_REGIONS;
import static nl.leerspoor.platform.access.Rule.NEVER;
import static nl.leerspoor.platform.access.Rule.OWN_CASELOAD;
import static nl.leerspoor.platform.access.Rule.OWN_ORGANISATION;
import static nl.leerspoor.platform.access.Rule.OWN_REGION;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of who may do and see what, and the decision by it. What a row doesn't give to a role, the role may not. That
 * one person may not do two things, such as approve what they confirmed (rules B9, B12 and B30), is decided where the
 * history of the thing is known.
 */
public final class AccessPolicy {

    private static final Map<Role, Rule> EVERYBODY = Arrays.stream(Role.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), role -> ALL_REGIONS));

    private AccessPolicy() {}

    /** Decides by the most that any of somebody's roles gives them. */
    public static Verdict decide(Identity who, Action action, Target what) {
        var rules = who.roles().stream().map(role -> rule(action, role)).collect(Collectors.toSet());
        if (rules.stream().anyMatch(rule -> rule.covers(who, what))) {
            return Verdict.ALLOWED;
        }
        if (rules.contains(AGGREGATES_ONLY)) {
            return Verdict.ALLOWED_AS_AGGREGATES;
        }
        return rules.stream().allMatch(NEVER::equals) ? Verdict.REFUSED : Verdict.REFUSED_AS_ABSENT;
    }

    /** The role that lets somebody do something with one thing, if one does. */
    public static Optional<Role> permitting(Identity who, Action action, Target what) {
        return who.roles().stream()
                .filter(role -> rule(action, role).covers(who, what))
                .min(Comparator.naturalOrder());
    }

    /** A cell of the table. */
    public static Rule rule(Action action, Role role) {
        return row(action).getOrDefault(role, NEVER);
    }

    /** Whether it doesn't matter who somebody is. */
    public static boolean isForEverybody(Action action) {
        return row(action) == EVERYBODY;
    }

    private static Map<Role, Rule> row(Action action) {
        return switch (action) {
            // who leads the region's pilot; supervisors, trainings and ceremonies too, as in the Twente pilot
            case START_REGION_PILOT,
                    ADD_PARTNER,
                    SET_TARGET,
                    CONFIRM_PILOT_PLAN,
                    RESCHEDULE_PILOT_END,
                    RECORD_LESSON,
                    COMPLETE_PILOT,
                    CREATE_COHORT,
                    ADD_TO_COHORT,
                    REMOVE_FROM_COHORT,
                    PUT_COHORT_ON_HOLD,
                    RESUME_COHORT,
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
                    SCHEDULE_CEREMONY,
                    NOMINATE_FOR_CEREMONY,
                    RESCHEDULE_CEREMONY,
                    CANCEL_CEREMONY,
                    HOLD_CEREMONY,
                    REASSIGN_WERKCOACH,
                    PUBLISH_SNAPSHOT,
                    SUPERSEDE_SNAPSHOT,
                    DRAFT_SNAPSHOT,
                    IMPORT_COMMANDS -> Map.of(PROJECT_LEAD, OWN_REGION);
            // a candidate comes into view before anybody guides them
            case REGISTER_CANDIDATE, RECORD_CANDIDATE_DETAILS -> Map.of(WERKCOACH, OWN_REGION);
            // AVG art. 16: whoever keeps the data, and whoever hears of what is wrong with them
            case RECTIFY_CANDIDATE_DETAILS, RETRACT_NOTE ->
                Map.of(WERKCOACH, OWN_CASELOAD, PRIVACY_OFFICER, OWN_REGION);
            // B35, and the Twente pilot
            case CHANGE_TARGET_GROUP,
                    RECORD_PREFERENCE,
                    MEASURE_CONFIDENCE,
                    DECLINE_CONFIDENCE_MEASUREMENT,
                    GIVE_CONSENT,
                    WITHDRAW_CONSENT,
                    RECORD_OUTCOME,
                    ADD_NOTE,
                    OPEN_TRAJECTORY,
                    ASSESS_SUITABILITY,
                    REFER_CANDIDATE,
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
                    COMPLETE_TRAJECTORY,
                    STOP_TRAJECTORY,
                    TRANSFER_TRAJECTORY,
                    ADVISE_PROGRESSION,
                    START_PROGRESSION,
                    CORRECT_CANDIDATE_SECTOR,
                    RETRACT_STOP,
                    SHARE_VERKLARING -> Map.of(WERKCOACH, OWN_CASELOAD);
            // B30: it takes somebody else than who entered it, and a caseload has one werkcoach
            case RETRACT_COMPLETION, RETRACT_HOLD, CORRECT_TRAJECTORY_START ->
                Map.of(WERKCOACH, OWN_CASELOAD, PROJECT_LEAD, OWN_REGION);
            // the school keeps the progress document, too
            case RECORD_PROGRESS -> Map.of(WERKCOACH, OWN_CASELOAD, SCHOOL_COACH, OWN_ORGANISATION);
            // WEB 7.2.8: the school brings the agreement about; the Twente pilot had the werkcoach record it
            case DRAFT_POK, AMEND_POK, DISSOLVE_POK, END_POK, REJECT_POK ->
                Map.of(WERKCOACH, OWN_CASELOAD, SCHOOL_COACH, OWN_ORGANISATION);
            // WEB 7.2.9: the parties sign; the werkcoach records signatures on paper
            case SIGN_POK ->
                Map.of(WERKCOACH, OWN_CASELOAD, SCHOOL_COACH, OWN_ORGANISATION, SUPERVISOR, OWN_ORGANISATION);
            // B9: the leerbedrijf judges
            case JUDGE_WERKPROCES, SIGN_FOR_LEERBEDRIJF -> Map.of(SUPERVISOR, OWN_ORGANISATION);
            // B30: it takes somebody else than who entered hours, and a leerbedrijf may have one supervisor
            case REGISTER_ATTENDANCE -> Map.of(SUPERVISOR, OWN_ORGANISATION, WERKCOACH, OWN_CASELOAD);
            // B9 and B11: the school confirms and draws up the paper; the reference of a student is its own
            case CONFIRM_WERKPROCES,
                    RETRACT_WERKPROCES_CONFIRMATION,
                    DRAFT_VERKLARING,
                    WITHDRAW_DRAFT,
                    LINK_SCHOOL_STUDENT -> Map.of(SCHOOL_COACH, OWN_ORGANISATION);
            // B12 and B15; WEB 7.4.6: it issues the paper
            case APPROVE_VERKLARING, REFUSE_VERKLARING, ISSUE_VERKLARING, REVOKE_VERKLARING, REPLACE_VERKLARING ->
                Map.of(EXAMENCOMMISSIE, OWN_ORGANISATION);
            // the employer pipeline and the erkenning are the account manager's
            case APPROACH_LEERBEDRIJF,
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
                    NAME_CONTACT_PERSON -> Map.of(ACCOUNT_MANAGER, OWN_REGION);
            // AVG art. 12 and 15 to 21; that it takes two people to erase somebody is decided with the case
            case OPEN_PRIVACY_CASE,
                    EXTEND_PRIVACY_CASE,
                    GRANT_PRIVACY_CASE,
                    PARTLY_GRANT_PRIVACY_CASE,
                    REFUSE_PRIVACY_CASE,
                    EXECUTE_ERASURE,
                    HAND_OVER_EXPORT,
                    FINISH_RECTIFICATION,
                    INFORM_RECIPIENTS,
                    END_PROCESSING,
                    EXPORT_PERSON -> Map.of(PRIVACY_OFFICER, OWN_REGION);
            // proposes only: nobody is erased without a case that two people decide on and carry out
            case CONFIRM_RETENTION_RULE, END_RETENTION_RULE -> Map.of(PRIVACY_OFFICER, OWN_REGION);
            // ids, dates and grounds only
            case READ_PRIVACY_CASES, READ_RETENTION -> Map.of(PRIVACY_OFFICER, OWN_REGION, AUDITOR, OWN_REGION);
            // those who have duties, and who hears of them
            case DISCHARGE_DUTY ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION);
            // a privacy officer has duties that only doing them discharges
            case READ_DUTIES ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION,
                        PRIVACY_OFFICER, OWN_REGION);
            // only the program itself
            case TELL_THAT_THE_DAY_CAME, TELL_OF_PROPOSALS, ERASE_AGAIN -> Map.of();

            case READ_TRAJECTORIES ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        PROJECT_LEAD, OWN_REGION,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        AUDITOR, OWN_REGION);
            // who judged and who confirmed is a question of the school
            case READ_TRAJECTORY_HISTORY ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        AUDITOR, OWN_REGION);
            // it has all there is of a person but what is sealed
            case TAKE_DOSSIER -> Map.of(AUDITOR, OWN_REGION);
            // what a leerbedrijf gets for its effort rests on them
            case READ_GUIDED_WEEKS ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        PROJECT_LEAD, OWN_REGION,
                        SUPERVISOR, OWN_ORGANISATION,
                        AUDITOR, OWN_REGION);
            // the school draws up papers with names on them; who registered somebody reads it until they are guided
            case READ_CANDIDATE_DETAILS ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        PRIVACY_OFFICER, OWN_REGION);
            // papers need no more than a name and a birth date
            case READ_CANDIDATE_CONTACT, READ_CANDIDATE_NOTES ->
                Map.of(WERKCOACH, OWN_CASELOAD, PRIVACY_OFFICER, OWN_REGION);
            // two colleagues may have entered the same person
            case MERGE_DUPLICATE, READ_POSSIBLE_DUPLICATES ->
                Map.of(WERKCOACH, OWN_REGION, PRIVACY_OFFICER, OWN_REGION);
            // who registers has to know whether somebody is in view already
            case SEARCH_CANDIDATES -> Map.of(WERKCOACH, OWN_REGION, PRIVACY_OFFICER, OWN_REGION);
            // who places a candidate with them, and they themselves
            case READ_SUPERVISOR_DETAILS ->
                Map.of(
                        WERKCOACH, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        SCHOOL_COACH, OWN_REGION,
                        SUPERVISOR, OWN_ORGANISATION,
                        PRIVACY_OFFICER, OWN_REGION);
            case READ_CONTACT_PERSONS ->
                Map.of(
                        WERKCOACH, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        PRIVACY_OFFICER, OWN_REGION);
            // preference and confidence are nobody else's business
            case READ_CASELOAD -> Map.of(WERKCOACH, OWN_CASELOAD);
            case READ_WAITLIST -> Map.of(WERKCOACH, OWN_CASELOAD, ACCOUNT_MANAGER, OWN_REGION);
            // who matches has to choose among those of the region
            case READ_SUPERVISORS, READ_SUPERVISOR_TRAININGS ->
                Map.of(
                        WERKCOACH, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        SUPERVISOR, OWN_ORGANISATION);
            // the school asks whether one was erkend
            case READ_LEERBEDRIJVEN ->
                Map.of(
                        WERKCOACH, OWN_REGION,
                        PROJECT_LEAD, OWN_REGION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        SCHOOL_COACH, OWN_REGION,
                        EXAMENCOMMISSIE, OWN_REGION);
            // B35: what a leerbedrijf may know of its candidates, and no more
            case READ_PLACEMENTS -> Map.of(SUPERVISOR, OWN_ORGANISATION, ACCOUNT_MANAGER, OWN_REGION);
            // B35: who works there, for a leerbedrijf; whose papers it has, for a school; and nothing else of who they
            // are
            case READ_CANDIDATE_NAMES ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        SUPERVISOR, OWN_ORGANISATION);
            case READ_PRAKTIJKOVEREENKOMSTEN ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION);
            // who holds a ceremony has to know what is ready
            case READ_VERKLARINGEN ->
                Map.of(
                        PROJECT_LEAD, OWN_REGION,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        AUDITOR, OWN_REGION);
            case READ_CEREMONIES ->
                Map.of(
                        PROJECT_LEAD, OWN_REGION,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION);
            case READ_COHORTS, READ_PILOTS, READ_FORECAST -> Map.of(PROJECT_LEAD, OWN_REGION);
            case READ_FIGURES ->
                Map.of(
                        WERKCOACH, OWN_CASELOAD,
                        PROJECT_LEAD, OWN_REGION,
                        ACCOUNT_MANAGER, OWN_REGION,
                        SCHOOL_COACH, OWN_ORGANISATION,
                        EXAMENCOMMISSIE, OWN_ORGANISATION,
                        MONITOR, AGGREGATES_ONLY,
                        AUDITOR, OWN_REGION);
            // they name events and authors, which a monitor doesn't get
            case READ_DIFFERENCES_OF_FIGURES ->
                Map.of(PROJECT_LEAD, OWN_REGION, MONITOR, AGGREGATES_ONLY, AUDITOR, OWN_REGION);
            // who publishes, and who checks what was published
            case READ_SNAPSHOTS -> Map.of(PROJECT_LEAD, OWN_REGION, AUDITOR, OWN_REGION);
            case READ_AUDIT, REPLAY_VIEWS, EXPORT_LOG -> Map.of(AUDITOR, OWN_REGION);
            // a person may ask who looked, and an auditor whether they had to
            case READ_PROCESSING_LOG -> Map.of(PRIVACY_OFFICER, OWN_REGION, AUDITOR, OWN_REGION);
            // hashes and signatures only
            case READ_PROOF, HAND_IN_COSIGNATURE -> Map.of(AUDITOR, ALL_REGIONS);
            // nothing of a person is in them
            case RECEIVE_EVENTS -> Map.of(INTEGRATOR, OWN_REGION, AUDITOR, OWN_REGION);
            case SUBSCRIBE -> Map.of(INTEGRATOR, OWN_REGION);
            // whether everybody is told, and who isn't
            case READ_SUBSCRIPTIONS -> Map.of(INTEGRATOR, OWN_REGION, OPERATOR, ALL_REGIONS);
            case CONSUME_EVENTS -> Map.of(INTEGRATOR, OWN_REGION);
            case READ_REFERENCE_DATA, READ_EVENT_TYPES, READ_PROBLEMS -> EVERYBODY;
            // whether the log is complete and the views are up to date
            case READ_PROJECTIONS -> Map.of(AUDITOR, ALL_REGIONS, OPERATOR, ALL_REGIONS);
            // clients are programs under pseudonyms
            case READ_RECEIVERS -> Map.of(OPERATOR, ALL_REGIONS);
            case OPERATE_PROJECTIONS -> Map.of(OPERATOR, ALL_REGIONS);
        };
    }
}
