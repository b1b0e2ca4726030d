package nl.leerspoor.platform.http;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds citizen service numbers (BSN), which may not be processed here (UAVG article 46, rule B33): nine digits whose
 * weighted sum divides by eleven, also with a space, dot or hyphen between them. One in eleven numbers of nine digits
 * passes by chance.
 */
public final class CitizenServiceNumber {

    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){8}(?!\\d)");

    /** Random ids, and hashes of SHA-256, hold nine digits now and then. */
    private static final Pattern BY_CHANCE = Pattern.compile(
            "\\b(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}" + "|[0-9a-f]{64})\\b");

    private CitizenServiceNumber() {}

    /** Whether a text holds one. */
    public static boolean isIn(String text) {
        String digits = BY_CHANCE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("#");
        Matcher matcher = NINE_DIGITS.matcher(digits);
        return matcher.results().anyMatch(found -> passes(found.group().replaceAll("\\D", "")));
    }

    private static boolean passes(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !digits.equals("000000000");
    }
}
