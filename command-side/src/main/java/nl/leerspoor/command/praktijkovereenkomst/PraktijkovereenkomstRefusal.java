package nl.leerspoor.command.praktijkovereenkomst;

import nl.leerspoor.command.Refusal;

/** Why a command on a praktijkovereenkomst is refused. */
public enum PraktijkovereenkomstRefusal implements Refusal {
    POK_NOT_DRAFTED(
            "De praktijkovereenkomst was toen nog niet opgesteld.",
            "The praktijkovereenkomst had not been drafted then."),
    POK_OVER(
            "De praktijkovereenkomst is al beëindigd, ontbonden of afgewezen.",
            "The praktijkovereenkomst is over already."),
    POK_NOT_YET_ACTIVE("De praktijkovereenkomst is nog niet actief.", "The praktijkovereenkomst is not active yet."),
    POK_ACTIVE_ALREADY("De praktijkovereenkomst is al actief.", "The praktijkovereenkomst is active already."),
    NOTHING_TO_SIGN("Alle partijen hebben deze tekst al getekend.", "All parties have signed this text already."),
    ALREADY_SIGNED("Deze partij heeft deze tekst al getekend.", "This party has signed this text already."),
    PARTY_NOT_REQUIRED("Deze partij hoeft niet te tekenen.", "This party need not sign."),
    END_BEFORE_START("Het einde ligt voor het begin.", "The end lies before the start."),
    NO_WERKPROCES_OF_MATCH("Een werkproces staat niet in de match.", "A werkproces is not part of the match."),
    UNKNOWN_TRAJECTORY("Dit traject bestaat niet.", "There is no such trajectory."),
    POK_EXISTS("Het traject heeft al een praktijkovereenkomst.", "The trajectory has a praktijkovereenkomst already.");

    private final String dutch;
    private final String english;

    PraktijkovereenkomstRefusal(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    @Override
    public String dutch() {
        return dutch;
    }

    @Override
    public String english() {
        return english;
    }
}
