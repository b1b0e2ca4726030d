package nl.leerspoor.query.question;

/** What the parameters that many questions share are said to be, in the API's description. */
public final class Described {

    public static final String VALID_ON = "Peildatum: wat die dag waar was. Vandaag als zij ontbreekt.";

    public static final String KNOWN_ON = "Kennisdatum: wat toen was ingevoerd, tot het einde van die dag in Nederland,"
            + " of tot een tijdstip. Alles als zij ontbreekt.";

    public static final String MIN_POSITION =
            "Positie die het antwoord gezien moet hebben; er wordt hoogstens twee seconden op gewacht.";

    public static final String REGION = "Arbeidsmarktregio. Alle die men mag zien als zij ontbreekt.";

    public static final String CURSOR = "Waar de bladzijde begint; uit de kop `Link` van een eerder antwoord.";

    public static final String SORT = "Volgorde; met `-` ervoor andersom. Zonder waarde staat achteraan.";

    public static final String LIMIT = "Het grootste aantal regels van een bladzijde.";

    public static final String POSITION = "Positie tot en met welke alle gebeurtenissen zijn verwerkt";

    private Described() {}
}
