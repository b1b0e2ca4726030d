package nl.leerspoor.command.training;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.training.Training.Course;

/**
 * Who takes part in a training: claimed seats with numbers from 1, so that two can't take the last one at once. Seats
 * are never given back; they tell who took part, also after the training.
 */
final class Seats {

    private final ClaimedKeys claims;
    private final UUID trainingId;

    Seats(ClaimedKeys claims, UUID trainingId) {
        this.claims = claims;
        this.trainingId = trainingId;
    }

    /** Takes the first free seat for a supervisor who has none; false when there is none. */
    boolean take(Course course, UUID supervisorId) {
        for (int seat = participants().size() + 1; seat <= course.places(); seat++) {
            if (claims.take(scope(), Integer.toString(seat), supervisorId)) {
                return true;
            }
        }
        return false;
    }

    /** The supervisors who have a seat. */
    List<UUID> participants() {
        return claims.holders(scope()).stream().sorted().toList();
    }

    private String scope() {
        return "participants/" + trainingId;
    }
}
