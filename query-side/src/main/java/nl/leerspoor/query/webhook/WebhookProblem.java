package nl.leerspoor.query.webhook;

import java.util.Arrays;
import java.util.List;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Why somebody can't be called, or can't have it so. */
enum WebhookProblem {
    SUBSCRIPTION_EXISTS(
            HttpStatus.CONFLICT,
            "Onder dit id is er al een ander abonnement.",
            "There is another subscription under this id."),
    TOO_MANY_SUBSCRIPTIONS(
            HttpStatus.CONFLICT,
            "U hebt al twintig abonnementen. Verwijder er een.",
            "You have twenty subscriptions already. Remove one."),
    RIGHTS_LOST(
            HttpStatus.CONFLICT,
            "Uw toegangsbewijs geldt voor geen van de regio's van dit abonnement.",
            "Your token holds for none of the regions of this subscription."),
    TOO_MANY_SECRETS(
            HttpStatus.CONFLICT,
            "Er ondertekenen al vijf sleutels. Een dag na de wissel vervalt de oudste.",
            "Five keys are signing already. The oldest ends a day after it was replaced."),
    RECEIVER_SILENT(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "De ontvanger antwoordt niet op OPTIONS, of met een fout.",
            "The receiver doesn't answer OPTIONS, or answers with an error."),
    RECEIVER_UNWILLING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "De ontvanger staat in WebHook-Allowed-Origin niet toe dat hij van hieruit gebeld wordt.",
            "The receiver doesn't allow calls from here in WebHook-Allowed-Origin."),
    CHALLENGE_NOT_MET(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "De ontvanger herhaalt niet wat hem toegestuurd werd om te herhalen.",
            "The receiver doesn't repeat what it was sent to repeat.");

    private final ProblemKind kind;

    WebhookProblem(HttpStatus status, String dutch, String english) {
        this.kind = new ProblemKind(status, name(), new Text(dutch, english));
    }

    ProblemException exception() {
        return new ProblemException(Problem.of(kind));
    }

    /** Makes these known to whoever explains problems. */
    @Component
    static class Kinds implements ProblemKinds {

        @Override
        public List<ProblemKind> kinds() {
            return Arrays.stream(values()).map(problem -> problem.kind).toList();
        }
    }
}
