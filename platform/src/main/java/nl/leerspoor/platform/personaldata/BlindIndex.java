package nl.leerspoor.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds sealed names without opening them, by keyed hashes (HMAC-SHA256) of their words. Who has no key can neither make
 * nor guess one. Equal words of a field have equal hashes, so these tell who shares a name: they are personal data too,
 * and go with the person.
 */
public final class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`\u00b4]");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.]+");

    private final SecretKeySpec key;
    private final String id;

    BlindIndex(SecretKey key) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
        this.id = key.id();
    }

    /** Which key made the hashes: those of another key are found no more, and have to be made again. */
    public String keyId() {
        return id;
    }

    /**
     * A hash for each word of a name, without doubles and in no order that tells anything. A name is found by any of its
     * words, written with or without capitals, accents and apostrophes.
     *
     * @param field where it is searched; the same word has another hash in another field
     */
    public List<String> words(String field, String name) {
        String where = known(field);
        return normalised(name).stream()
                .map(word -> hash("word|1|" + where + "|" + word))
                .sorted()
                .toList();
    }

    /** The hash of a day, such as a birthday, to search a name by along with a word of it. */
    public String day(String field, LocalDate day) {
        return hash("day|1|" + known(field) + "|" + day);
    }

    /** Equal for two people with the same words in their names, in any order, and the same birthday. */
    public String duplicate(String name, LocalDate birthDate) {
        return hash("duplicate|1|" + normalised(name).stream().collect(Collectors.joining(" ")) + "|" + birthDate);
    }

    private static String known(String field) {
        if (!FIELD.matcher(field).matches()) {
            throw new IllegalArgumentException("There is no field " + field);
        }
        return field;
    }

    /** The words of a name, sorted: {@code "Åsa d'Hônt-Øz"} gives dhont, asa and oz. */
    private static List<String> normalised(String name) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(APOSTROPHES.matcher(name).replaceAll(""), Normalizer.Form.NFKD))
                .replaceAll("");
        // ß and the like become what they are as capitals, and the rest what it has no mark for
        String lower = plain.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ı", "i");
        return Arrays.stream(BETWEEN_WORDS.split(lower))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Equal for the same bytes, which nobody can guess from it. */
    public byte[] fingerprint(byte[] bytes) {
        return mac("fingerprint|1|", bytes);
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(mac(text, new byte[0]));
    }

    private byte[] mac(String text, byte[] more) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(more);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
