package nl.leerspoor.query.stream.consumer;

import java.util.Arrays;
import java.util.List;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Why somebody can't go on with a consumer as they ask. */
enum ConsumerProblem {
    CONSUMER_DIFFERS(
            "Er is al een afnemer met deze naam die iets anders ontvangt. Verwijder die eerst, of kies een andere naam.",
            "There is a consumer of this name already, which receives something else. Remove it first, or choose"
                    + " another name."),
    TOO_MANY_CONSUMERS(
            "U hebt het grootste aantal afnemers al. Verwijder eerst een die u niet meer gebruikt.",
            "You have as many consumers as there may be. Remove one first that you don't use any more."),
    CONSUMER_OUT_OF_REACH(
            "Deze afnemer ontvangt ook van een regio waarvoor dit toegangsbewijs niet geldt.",
            "This consumer receives of a region, too, for which this access token does not hold."),
    CONSUMER_AHEAD(
            "De administratie heeft de positie van deze afnemer niet. Is zij teruggezet uit een back-up, begin dan opnieuw.",
            "The administration doesn't have the position of this consumer. If it was restored from a backup, begin"
                    + " anew."),
    PARTITION_TAKEN(
            "Een ander proces leest dit deel nu. Neem een deel dat vrij is.",
            "Another process reads this partition now. Claim one that is free."),
    NO_PARTITION_FREE(
            "Alle delen worden gelezen. Probeer het opnieuw als een proces is gestopt.",
            "All partitions are being read. Try again when a process has stopped."),
    LEASE_LOST(
            "Dit deel is niet meer van dit proces: een ander nam het over. Gooi weg wat nog niet verwerkt is.",
            "This partition is this process's no longer: another has taken it over. Drop what isn't handled yet.");

    private final ProblemKind kind;

    ConsumerProblem(String dutch, String english) {
        this.kind = new ProblemKind(HttpStatus.CONFLICT, name(), new Text(dutch, english));
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
