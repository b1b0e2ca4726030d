package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.Candidate.Registration;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.PersonalDataErased;

/** The rule of erasing who a candidate is (rule B32): what was counted stays, and nothing more is recorded. */
public final class Erasing {

    private static final String ALL = "ALL";

    private Erasing() {}

    /**
     * Why somebody is erased.
     *
     * @param legalBasis a ground of AVG art. 17(1)
     */
    public record Ground(UUID privacyCaseId, LocalDate on, String legalBasis) {}

    static Decision<CandidateEvent> erase(Candidate state, Ground ground) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known -> accepted(erased(known.registration(), ground));
            case Merged merged -> accepted(erased(merged.registration(), ground));
        };
    }

    private static PersonalDataErased erased(Registration registration, Ground ground) {
        return new PersonalDataErased(
                registration.candidateId(),
                registration.region(),
                ground.on(),
                registration.personId(),
                ground.privacyCaseId(),
                ALL,
                ground.legalBasis());
    }
}
