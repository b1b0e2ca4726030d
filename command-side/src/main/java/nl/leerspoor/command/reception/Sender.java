package nl.leerspoor.command.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.platform.identity.IdentityParameter;

/**
 * Who sends something to be recorded, and under which key it is recorded once.
 *
 * @param key      the idempotency key, or null when it is at fault
 * @param identity as the provider of identities vouches for them; the key counts in their name
 */
public record Sender(String key, Identity identity) {

    private static final String KEY_HEADER = "Idempotency-Key";

    /** With or without the quotes of a structured field, it is the same key. */
    private static final Pattern KEY = Pattern.compile("\"?([\\x20-\\x7E&&[^\"]]{1,128})\"?");

    private static final Text KEY_RULE = new Text(
            "Eén sleutel van 1 tot en met 128 leesbare ASCII-tekens.",
            "One key of 1 up to 128 printable ASCII characters.");

    /** Reads the headers, and adds what is wrong with them. */
    public static Sender of(HttpServletRequest request, List<InputError> errors) {
        return new Sender(key(request, errors), IdentityParameter.of(request));
    }

    private static String key(HttpServletRequest request, List<InputError> errors) {
        List<String> keys = Collections.list(request.getHeaders(KEY_HEADER));
        if (keys.isEmpty()) {
            errors.add(InputFault.REQUIRED.in(KEY_HEADER));
            return null;
        }
        Matcher key = KEY.matcher(keys.getFirst().strip());
        if (keys.size() > 1 || !key.matches()) {
            errors.add(InputFault.INVALID_VALUE.in(KEY_HEADER, KEY_RULE));
            return null;
        }
        if (CitizenServiceNumber.isIn(key.group(1))) {
            errors.add(InputFault.BSN_NOT_ALLOWED.in(KEY_HEADER));
        }
        return key.group(1);
    }
}
