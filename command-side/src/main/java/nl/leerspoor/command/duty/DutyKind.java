package nl.leerspoor.command.duty;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;

/** What somebody may have to do, who that is, and what happens when its day comes while it stands open. */
enum DutyKind {
    /** Find another place (WEB 7.2.9 lid 2), within four weeks; then the project leader hears of it. */
    REPLACEMENT_PLACE("SCHOOL_COACH", Optional.of("PROJECT_LEAD")),
    /** Decide what becomes of a planned start, before its day. */
    START_AT_RISK("WERKCOACH", Optional.empty()),
    /** Decide who guides a candidate whose supervisor can't, within two weeks. */
    SUPERVISION_AT_RISK("WERKCOACH", Optional.empty()),
    /** Get all signatures on the praktijkovereenkomst, within ten working days. */
    MISSING_SIGNATURE("WERKCOACH", Optional.empty()),
    /** Ask what became of the candidate, 3, 6 and 12 months after the end. */
    OUTCOME_TO_ASK("WERKCOACH", Optional.empty()),
    /** Have an erkenning assessed again, four years after the last time (rule B25). */
    ERKENNING_TO_CHECK("ACCOUNT_MANAGER", Optional.empty()),
    /** Draw up the verklaring of what was proven (rule B11), within four weeks. */
    VERKLARING_TO_DRAFT("SCHOOL_COACH", Optional.empty()),
    /** Decide on what a person asked about their own data, within its term (AVG art. 12(3)). */
    PRIVACY_CASE_TO_DECIDE("PRIVACY_OFFICER", Optional.empty()),
    /** Do what was granted, within the same term. */
    PRIVACY_CASE_TO_CARRY_OUT("PRIVACY_OFFICER", Optional.empty()),
    /** Tell those who had got it that something was put right, or is to be erased (AVG art. 19), within ten working days. */
    RECIPIENTS_TO_INFORM("PRIVACY_OFFICER", Optional.empty()),
    /** Decide on the people of the region whose retention periods are over, within a month. */
    RETENTION_PROPOSALS("PRIVACY_OFFICER", Optional.empty());

    private final String forRole;
    private final Optional<String> escalatesTo;

    DutyKind(String forRole, Optional<String> escalatesTo) {
        this.forRole = forRole;
        this.escalatesTo = escalatesTo;
    }

    static DutyKind of(DutyRaised duty) {
        return valueOf(duty.kind());
    }

    /** Who has to do it. */
    String forRole() {
        return forRole;
    }

    /** Who hears of it when its day comes; when nobody does, the one who has to do it is reminded. */
    Optional<String> escalatesTo() {
        return escalatesTo;
    }

    /** Whether it is about what a person may ask of their own data, or about how long it is kept. */
    boolean isOfPrivacy() {
        return forRole.equals("PRIVACY_OFFICER");
    }

    /** The things by which an open duty of this kind is found again. */
    List<UUID> subjectsOf(DutyRaised duty) {
        Stream<UUID> subjects = switch (this) {
            case REPLACEMENT_PLACE -> Stream.of(duty.trajectoryId(), duty.leerbedrijfId(), duty.supervisorId());
            case START_AT_RISK -> Stream.of(duty.trajectoryId(), duty.supervisorId(), duty.trainingId());
            case SUPERVISION_AT_RISK -> Stream.of(duty.trajectoryId(), duty.supervisorId());
            case MISSING_SIGNATURE, OUTCOME_TO_ASK, VERKLARING_TO_DRAFT -> Stream.of(duty.trajectoryId());
            case ERKENNING_TO_CHECK -> Stream.of(duty.leerbedrijfId());
            case PRIVACY_CASE_TO_DECIDE, PRIVACY_CASE_TO_CARRY_OUT, RECIPIENTS_TO_INFORM ->
                Stream.of(duty.privacyCaseId());
            case RETENTION_PROPOSALS -> Stream.of(Subject.proposals(duty.region()));
        };
        return subjects.filter(Objects::nonNull).toList();
    }
}
