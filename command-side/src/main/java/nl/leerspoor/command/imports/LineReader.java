package nl.leerspoor.command.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;

/** Reads lines of one form, each by itself. */
abstract sealed class LineReader permits NdjsonReader, CsvReader {

    /** What a line asks, or everything that is wrong with it. */
    final Reading read(Line line) {
        return switch (line) {
            case Line.TooLong tooLong -> new Reading.Faulty(tooLong.number(), tooLong());
            case Line.Whole whole -> {
                try {
                    yield asked(whole.number(), text(whole.bytes()));
                } catch (ProblemException e) {
                    yield new Reading.Faulty(whole.number(), e.problem());
                }
            }
        };
    }

    /**
     * Reads the text of a line.
     *
     * @throws ProblemException with everything that is wrong with it
     */
    abstract Reading.Asked asked(int line, String text);

    /**
     * The text that some bytes are.
     *
     * @throws ProblemException when they are no UTF-8
     */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(List.of(InputFault.NOT_UTF8.at("#")));
        }
    }

    static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** Hash of what is asked: the command, its target, and the JSON of its body. */
    static byte[] fingerprint(Class<? extends Command> command, UUID target, byte[] canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((command.getSimpleName() + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static Problem tooLong() {
        return HttpProblem.BODY_TOO_LARGE.saying(
                "Een regel mag hoogstens " + Lines.LONGEST + " bytes hebben.",
                "A line may have at most " + Lines.LONGEST + " bytes.");
    }
}
