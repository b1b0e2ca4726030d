package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.Decision.rejected;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateCommand.MergeDuplicate;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.events.candidate.CandidateEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Merges a candidate with another one, when nothing is under way with the first. */
@Component
class MergingHandler {

    private final Repository<CandidateStream> candidates;
    private final ClaimedKeys claims;

    MergingHandler(Repository<CandidateStream> candidates, ClaimedKeys claims) {
        this.candidates = candidates;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(MergeDuplicate command, By by) {
        Aggregate<CandidateStream> duplicate = Streams.load(candidates, command.candidateId());
        Optional<UUID> open = duplicate
                .invoke(CandidateStream::registeredAs)
                .flatMap(known -> claims.holder(
                        Aftermath.openTrajectory(known.region()),
                        command.candidateId().toString()));
        Decision<CandidateEvent> decision = open.isPresent()
                ? rejected(CandidateRefusal.DUPLICATE_HAS_OPEN_TRAJECTORY, Map.of("trajectoryId", open.get()))
                : merge(duplicate, command);
        return duplicate.invoke(stream -> stream.publish(decision, by));
    }

    private Decision<CandidateEvent> merge(Aggregate<CandidateStream> duplicate, MergeDuplicate command) {
        if (command.intoCandidateId().equals(command.candidateId())) {
            return rejected(CandidateRefusal.MERGED_WITH_ITSELF);
        }
        return Streams.find(candidates, command.intoCandidateId())
                .map(into -> into.invoke(kept -> duplicate.invoke(stream -> stream.merge(command, kept))))
                .orElse(rejected(CandidateRefusal.UNKNOWN_CANDIDATE_TO_MERGE_INTO));
    }
}
