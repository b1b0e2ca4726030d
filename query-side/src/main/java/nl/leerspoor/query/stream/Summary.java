package nl.leerspoor.query.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.stream.SummaryApi.Day;

/** Adds messages up by the day in the Netherlands on which they were recorded. They come in order. */
final class Summary {

    private final SortedMap<LocalDate, Sum> sums = new TreeMap<>();

    void add(Message message) {
        sums.computeIfAbsent(LocalDate.ofInstant(message.recordedAt(), TwoClocks.ZONE), day -> new Sum())
                .add(message);
    }

    List<Day> days() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    private static final class Sum {

        private final MessageDigest ids = sha256();
        private final Map<String, Long> types = new TreeMap<>();
        private long count;

        void add(Message message) {
            ids.update((message.id() + "\n").getBytes(StandardCharsets.US_ASCII));
            types.merge(message.type(), 1L, Long::sum);
            count++;
        }

        Day of(LocalDate day) {
            return new Day(day, count, types, HexFormat.of().formatHex(ids.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
