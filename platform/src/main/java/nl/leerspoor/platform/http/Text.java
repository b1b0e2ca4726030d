package nl.leerspoor.platform.http;

import java.util.Locale;

/** A sentence for people, in the two languages that they may ask for. */
public record Text(String dutch, String english) {

    /** Dutch, unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : dutch;
    }
}
