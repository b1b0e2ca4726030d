package nl.leerspoor.platform.http;

/** What a text from outside may consist of. */
public final class PlainText {

    private PlainText() {}

    /** Whether a text has no control characters and no halves of characters; PostgreSQL can't even keep U+0000. */
    public static boolean is(String text) {
        return text.codePoints()
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE
                        || Character.getType(character) == Character.LINE_SEPARATOR
                        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR);
    }
}
