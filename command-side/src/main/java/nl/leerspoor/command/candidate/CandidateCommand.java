package nl.leerspoor.command.candidate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.candidate.CandidateEvent.Contact;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask to record of a candidate. */
public sealed interface CandidateCommand extends Command {

    UUID candidateId();

    @Override
    default UUID target() {
        return candidateId();
    }

    /** What is recorded about a trajectory of the candidate, which must exist and be theirs. */
    sealed interface OnTrajectory extends CandidateCommand {

        UUID trajectoryId();
    }

    /**
     * Brings a person into view of the region.
     *
     * @param startkwalificatieReason required with a startkwalificatie, and only then (rule B3)
     */
    record RegisterCandidate(
            UUID candidateId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.TARGET_GROUPS) String targetGroup,
            @NotNull @Code(CodeList.LABOUR_STATUSES) String labourStatus,
            @NotNull Boolean hasStartkwalificatie,
            @Code(CodeList.STARTKWALIFICATIE_REASONS) String startkwalificatieReason,
            @NotNull @Code(CodeList.INCOME_KINDS) String incomeKind,
            @NotNull @Code(CodeList.REFERRERS) String referrer,
            @Size(max = 40) String reference)
            implements CandidateCommand, Creation {}

    /** Corrects the target group, which was entered wrongly at the registration. */
    record ChangeTargetGroup(
            UUID candidateId,
            @NotNull @Code(CodeList.TARGET_GROUPS) String newTargetGroup,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements CandidateCommand {

        @Override
        public LocalDate effectiveOn() {
            return null;
        }
    }

    /** Records what the candidate says to want. */
    record RecordPreference(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SECTORS) String sector,
            @Code(CodeList.WORK_KINDS) String workKind,
            @Size(max = 40) String place,
            @Min(1) @Max(60) Integer hoursPerWeek)
            implements CandidateCommand {}

    /** Records how confident the candidate says to be, on the scale of a named instrument. */
    record MeasureConfidence(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId,
            @NotBlank @Size(max = 40) String instrument,
            @NotBlank @Size(max = 20) String instrumentVersion,
            @NotNull @Min(-1000) @Max(1000) Integer score,
            @NotNull @Min(-1000) @Max(1000) Integer scaleMin,
            @NotNull @Min(-1000) @Max(1000) Integer scaleMax,
            @NotNull @Code(CodeList.CONFIDENCE_MOMENTS) String moment)
            implements OnTrajectory {}

    /** Records that the candidate would rather not be measured. */
    record DeclineConfidenceMeasurement(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId,
            @NotNull @Code(CodeList.CONFIDENCE_MOMENTS) String moment)
            implements OnTrajectory {}

    /**
     * Records by which opaque reference a school knows the candidate.
     *
     * @param onderwijsovereenkomstOn date of the agreement between school and student (WEB 8.1.3), if there is one
     */
    record LinkSchoolStudent(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SCHOOLS) String schoolId,
            @NotBlank @Size(max = 40) String schoolStudentRef,
            LocalDate onderwijsovereenkomstOn)
            implements CandidateCommand {}

    /** Records that the candidate agrees to something. */
    record GiveConsent(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CONSENT_KINDS) String kind) implements CandidateCommand {}

    /** Records that the candidate takes an agreement back. */
    record WithdrawConsent(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CONSENT_KINDS) String kind) implements CandidateCommand {}

    /** Records what became of the candidate, at the end of a trajectory or some months later. */
    record RecordOutcome(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId,
            @NotNull @Code(CodeList.OUTCOME_MOMENTS) String moment,
            @NotNull @Code(CodeList.OUTCOMES) String outcome,
            @Code(CodeList.WORK_KINDS) String workKind,
            @Code(CodeList.CONTRACT_KINDS) String contractKind,
            Boolean sameLeerbedrijf,
            @Min(1) @Max(8) Integer educationLevel,
            @NotNull @Code(CodeList.OUTCOME_SOURCES) String source)
            implements OnTrajectory {}

    /**
     * Where a candidate can be reached; what is not known is left out.
     *
     * @param street with the number of the house
     */
    record ContactDetails(
            @Size(max = 120) @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s.]+([.][^@\\s.]+)+")
            String email,

            @Pattern(regexp = "[+][1-9][0-9]{7,14}|0[0-9]{1,3}-?[0-9]{6,8}")
            String telephone,

            @Size(max = 80) String street,

            @Size(max = 12) String postcode,

            @Size(max = 60) String town) {

        Contact toContact() {
            return new Contact(email, telephone, street, postcode, town);
        }
    }

    /** What tells who a candidate is. */
    sealed interface OfWho extends CandidateCommand, Confidential {

        String name();

        LocalDate birthDate();

        ContactDetails contact();

        /** Null when nothing of it is known. */
        default Contact toContact() {
            return contact() == null ? null : contact().toContact();
        }
    }

    /** Records who the candidate is from a day on, in place of what was recorded before. */
    record RecordCandidateDetails(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,

            @NotBlank @Size(max = 120) String name,

            LocalDate birthDate,

            @Valid ContactDetails contact)
            implements OfWho {}

    /** Corrects what was recorded wrongly of who the candidate is, for the same days. */
    record RectifyCandidateDetails(
            UUID candidateId,

            @NotBlank @Size(max = 120) String name,

            LocalDate birthDate,

            @Valid ContactDetails contact,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements OfWho {

        @Override
        public LocalDate effectiveOn() {
            return null;
        }
    }

    /** Writes something down about the candidate. */
    record AddNote(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,

            @NotBlank @Size(max = 1000) String text) implements CandidateCommand, Confidential {}

    /** Takes a note back: it is shown to nobody any more, and its reason is kept. */
    record RetractNote(
            UUID candidateId,
            @NotNull UUID noteEventId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements CandidateCommand {

        @Override
        public LocalDate effectiveOn() {
            return null;
        }
    }

    /**
     * Records that the candidate is one that was in view already.
     *
     * @param intoCandidateId which one
     */
    record MergeDuplicate(
            UUID candidateId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID intoCandidateId) implements CandidateCommand {}
}
