package nl.leerspoor.events.published;

/** What a receiver of a published event has to do who keeps a copy of what it tells. */
public enum Duty {
    /** An ordinary fact. */
    APPLY(
            "Verwerk het feit per ingangsdatum; die kan in het verleden liggen.",
            "Apply the fact as of its effective date, which may lie in the past."),

    /** Something that the receiver may have fetched changed. */
    FETCH(
            "Wie hier gegevens van bewaart, haalt ze opnieuw op (`readAt`), met eigen rechten.",
            "Who keeps data of this reads them again (`readAt`), with rights of their own."),

    /** An earlier message was wrong. */
    CORRECT(
            "Vervang wat uit de gebeurtenis `correctsEventId` volgde, en reken na wat daarop rust.",
            "Replace what followed from the event `correctsEventId`, and work out again what rests on it."),

    /** Earlier messages never happened. */
    RETRACT(
            "Maak ongedaan wat uit de gebeurtenissen in `retracts` volgde, alsof zij er nooit waren;"
                    + " bewaar hooguit dat zij herroepen zijn.",
            "Undo what followed from the events in `retracts`, as if they had never been;"
                    + " keep at most that they were retracted."),

    /** The thing goes on under another id in another region. */
    TRANSFER(
            "Sluit het oude traject af en tel het niet dubbel: het gaat verder onder een ander id in een andere regio.",
            "Close the old trajectory and don't count it twice: it goes on under another id in another region."),

    /** A paper counts no more. */
    WITHDRAW(
            "Toon de verklaring niet langer als geldig; dat zij uitgereikt is geweest, blijft waar.",
            "Show the verklaring as valid no longer; that it was issued stays true."),

    /** Two ids turned out to be one person. */
    MERGE(
            "Voeg samen wat onder beide ids bewaard is; nieuwe feiten komen onder `intoCandidateId`.",
            "Join what is kept under both ids; new facts come under `intoCandidateId`."),

    /** Somebody took back what they agreed to. */
    STOP(
            "Stop met alles wat op deze toestemming rust, en wis wat alleen daarom bewaard is.",
            "Stop everything that rests on this consent, and erase what is kept for that reason alone."),

    /** A person was erased. */
    ERASE(
            "Wis binnen een maand alles wat over deze persoon bewaard is en tot de persoon te herleiden valt,"
                    + " ook in reservekopieën en bij wie u het doorgaf (AVG art. 17 en 19).",
            "Within a month erase all that is kept of this person and can be traced to them,"
                    + " in backups and with whom you passed it on to as well (GDPR art. 17 and 19).");

    private final String dutch;
    private final String english;

    Duty(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The duty in Dutch. */
    public String dutch() {
        return dutch;
    }

    /** The duty in English. */
    public String english() {
        return english;
    }
}
