package nl.leerspoor.platform.http;

/** What can be wrong with one value of the input. The names are stable codes. */
public enum InputFault {
    NOT_JSON("Dit is geen geldige JSON.", "This is not valid JSON."),
    NOT_UTF8("Deze tekst is geen geldige UTF-8.", "This text is not valid UTF-8."),
    NOT_CSV("Hier staat een aanhalingsteken verkeerd.", "A quote stands wrong here."),
    NOT_AN_OBJECT("Hier hoort een JSON-object.", "A JSON object is expected here."),
    REQUIRED("Dit is verplicht.", "This is required."),
    UNKNOWN_COMMAND("Deze opdracht bestaat niet.", "There is no such command."),
    UNKNOWN_FIELD("Dit veld bestaat niet.", "There is no such field."),
    UNKNOWN_PARAMETER("Deze parameter bestaat niet.", "There is no such parameter."),
    WRONG_TYPE("Dit heeft het verkeerde type.", "This has the wrong type."),
    INVALID_ID("Dit is geen UUID.", "This is not a UUID."),
    INVALID_DATE("Dit is geen datum van de vorm 2020-03-16.", "This is not a date of the form 2020-03-16."),
    INVALID_VALUE("Deze waarde kan hier niet.", "This value can't be used here."),
    INVALID_CURSOR(
            "Deze cursor komt niet uit een eerder antwoord.", "This cursor does not come from an earlier answer."),
    OUT_OF_RANGE("Dit ligt buiten de grenzen.", "This lies outside the limits."),
    WRONG_SIZE("Dit heeft niet de juiste lengte.", "This does not have the right length."),
    TOO_LITTLE_TO_SEARCH_BY(
            "Zoek op ten minste twee woorden van de naam, of op een woord en de geboortedatum.",
            "Search by two words of the name or more, or by one word and the birth date."),
    UNKNOWN_CODE("Deze code bestaat niet op deze datum.", "There is no such code on this date."),
    RESERVED_TEXT(
            "Deze tekst zegt dat iets gewist of verzegeld is.", "This text says that something was erased or sealed."),
    NOT_PLAIN_TEXT("Deze tekst bevat besturingstekens.", "This text holds control characters."),
    BSN_NOT_ALLOWED("Een burgerservicenummer mag hier niet staan.", "A citizen service number may not stand here.");

    private final Text text;

    InputFault(String dutch, String english) {
        this.text = new Text(dutch, english);
    }

    public Text text() {
        return text;
    }

    /** The fault at a place in the body: a JSON pointer as a fragment, {@code #/effectiveOn}. */
    public InputError at(String pointer) {
        return at(pointer, text);
    }

    /** The same, with a more precise explanation. */
    public InputError at(String pointer, Text detail) {
        return new InputError(pointer, null, name(), detail);
    }

    /** The fault in a path or query parameter or a header. */
    public InputError in(String parameter) {
        return in(parameter, text);
    }

    /** The same, with a more precise explanation. */
    public InputError in(String parameter, Text detail) {
        return new InputError(null, parameter, name(), detail);
    }
}
