package nl.leerspoor.platform.http;

/** The names of parameters as they come. */
public final class ParameterNames {

    private ParameterNames() {}

    /** A name of the caller's own making is not repeated if it could be something else than a name. */
    public static String repeatable(String name) {
        return name.matches("[A-Za-z][A-Za-z-]{0,40}") ? name : "?";
    }
}
