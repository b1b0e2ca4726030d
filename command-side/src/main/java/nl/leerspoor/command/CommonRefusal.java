package nl.leerspoor.command;

/** Refusals that any aggregate can give. */
public enum CommonRefusal implements Refusal {
    ID_IN_USE("Dit id is al in gebruik.", "This id is in use already."),
    CONFLICTS_WITH_LATER_FACT(
            "Dit past niet bij een later feit dat al is vastgelegd.",
            "This does not fit a later fact that was recorded already."),
    EFFECTIVE_DATE_IN_FUTURE(
            "Een feit kan niet in de toekomst liggen; alleen een plan kan dat.",
            "A fact can't lie in the future; only a plan can."),
    SAME_PERSON_AUTHORISES(
            "Degene die dit goedkeurt, is ook degene die het invoerde.",
            "The person who authorises this is also the one who entered it."),
    UNKNOWN_EVENT("Dit feit bestaat niet.", "There is no such fact."),
    PERSON_ERASED(
            "De gegevens van deze persoon zijn gewist. Over deze persoon wordt niets meer vastgelegd.",
            "The data of this person were erased. Nothing more is recorded of this person."),
    OTHER_REGION("Dit hoort bij een andere regio.", "This belongs to another region.");

    private final String dutch;
    private final String english;

    CommonRefusal(String dutch, String english) {
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
