package nl.leerspoor.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a sealed value belongs. A value opens in the place that it was sealed for and in no other, so that nobody can
 * show the data of one person, event or field as those of another.
 *
 * @param person  whom it is about
 * @param carrier the event or the table: {@code aggregate.EventName}, {@code query.table_name}
 * @param field   the component or the column
 */
public record Place(UUID person, String carrier, String field) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]+");

    public Place {
        if (person == null
                || !NAME.matcher(carrier).matches()
                || !NAME.matcher(field).matches()) {
            throw new IllegalArgumentException("There is no place " + person + "|" + carrier + "|" + field);
        }
    }

    /** What the cipher binds a value to: {@code 1|person|carrier|field}, where 1 is the version of the envelope. */
    byte[] associatedData() {
        return String.join("|", String.valueOf(Envelope.VERSION), person.toString(), carrier, field)
                .getBytes(StandardCharsets.UTF_8);
    }
}
