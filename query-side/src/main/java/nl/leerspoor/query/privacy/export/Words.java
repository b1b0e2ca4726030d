package nl.leerspoor.query.privacy.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.question.TwoClocks;
import tools.jackson.databind.JsonNode;

/** How events and what is in them are called in plain Dutch, for the person whom they are about. */
final class Words {

    private static final Properties WORDS = read();
    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", DUTCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'om' HH:mm", DUTCH).withZone(TwoClocks.ZONE);

    private Words() {}

    /** A label, and the codes that what it labels is one of. */
    record Label(String text, Optional<CodeList> codes) {}

    /** What happened, by the name of the event; the name when there is no word for it. */
    static String event(String name) {
        return WORDS.getProperty("event." + name, name);
    }

    /** Whether there is a word for an event. */
    static boolean knows(String name) {
        return WORDS.containsKey("event." + name);
    }

    /** What a member of an event is called; nothing of one that says nothing to people. */
    static Optional<Label> label(String member) {
        return Optional.ofNullable(WORDS.getProperty("member." + member)).map(text -> {
            String[] parts = text.split("\\|");
            return new Label(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(CodeList.valueOf(parts[1])));
        });
    }

    static String role(String role) {
        return WORDS.getProperty("role." + role, role.isEmpty() ? "het programma zelf" : role);
    }

    static String activity(String activity) {
        return WORDS.getProperty("activity." + activity, activity);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** A value in words; a code by its list, whatever day it was valid on. */
    static String value(JsonNode value, Optional<CodeList> codes) {
        if (value.isArray()) {
            return value.valueStream().map(one -> value(one, codes)).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.path("code").asString("");
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "ja" : "nee";
        }
        String text = value.isString() ? value.asString() : value.toString();
        return codes.flatMap(list -> list.entries().stream()
                        .filter(entry -> entry.code().equals(text))
                        .map(CodeList.Entry::dutch)
                        .findFirst())
                .orElseGet(() -> dayOr(text));
    }

    private static String dayOr(String text) {
        try {
            return day(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    private static Properties read() {
        var words = new Properties();
        try (var file =
                new InputStreamReader(Words.class.getResourceAsStream("words-nl.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
