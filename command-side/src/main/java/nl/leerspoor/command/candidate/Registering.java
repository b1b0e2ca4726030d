package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_MERGED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.NO_STARTKWALIFICATIE_TO_EXPLAIN;
import static nl.leerspoor.command.candidate.CandidateRefusal.STARTKWALIFICATIE_REASON_MISSING;
import static nl.leerspoor.command.candidate.CandidateRefusal.TARGET_GROUP_UNCHANGED;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.Candidate.Registration;
import nl.leerspoor.command.candidate.CandidateCommand.ChangeTargetGroup;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateTargetGroupCorrected;

/** The rules of coming into view of a region. */
final class Registering {

    private static final String FROM_ANOTHER_REGION = "REGION";

    private Registering() {}

    static Decision<CandidateEvent> register(Candidate state, RegisterCandidate c) {
        if (!(state instanceof NotRegistered)) {
            return rejected(ID_IN_USE);
        }
        if (c.hasStartkwalificatie() && c.startkwalificatieReason() == null) {
            return rejected(STARTKWALIFICATIE_REASON_MISSING);
        }
        if (!c.hasStartkwalificatie() && c.startkwalificatieReason() != null) {
            return rejected(NO_STARTKWALIFICATIE_TO_EXPLAIN);
        }
        return accepted(new CandidateRegistered(
                c.candidateId(),
                c.region(),
                c.effectiveOn(),
                c.candidateId(),
                c.targetGroup(),
                c.labourStatus(),
                c.hasStartkwalificatie(),
                c.startkwalificatieReason(),
                c.incomeKind(),
                c.referrer(),
                null,
                c.reference()));
    }

    /** The same person comes into view of another region, as who they are in the old one (rule B31). */
    static Decision<CandidateEvent> registerTransferred(
            Candidate state, Candidate from, UUID newId, String toRegion, LocalDate on) {
        if (!(state instanceof NotRegistered)) {
            return rejected(ID_IN_USE);
        }
        return switch (from) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known -> accepted(transferred(known.registration(), newId, toRegion, on));
        };
    }

    private static CandidateRegistered transferred(Registration old, UUID newId, String toRegion, LocalDate on) {
        return new CandidateRegistered(
                newId,
                toRegion,
                on,
                old.personId(),
                old.targetGroup(),
                old.labourStatus(),
                old.hasStartkwalificatie(),
                old.startkwalificatieReason(),
                old.incomeKind(),
                FROM_ANOTHER_REGION,
                old.candidateId(),
                null);
    }

    static Decision<CandidateEvent> correctTargetGroup(Candidate state, ChangeTargetGroup c) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known -> correctTargetGroup(known.registration(), c);
        };
    }

    private static Decision<CandidateEvent> correctTargetGroup(Registration registration, ChangeTargetGroup c) {
        if (c.newTargetGroup().equals(registration.targetGroup())) {
            return rejected(TARGET_GROUP_UNCHANGED);
        }
        return accepted(new CandidateTargetGroupCorrected(
                registration.candidateId(),
                registration.region(),
                registration.registeredOn(),
                registration.registeredBy(),
                registration.targetGroup(),
                c.newTargetGroup(),
                c.reason()));
    }
}
