package nl.leerspoor.command.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;

/** A body that may be silent for longer than the container waits, but not for ever. */
final class PatientBody extends FilterInputStream {

    private final Duration longestSilence;
    private final LongSupplier nanos;

    PatientBody(InputStream body, Duration longestSilence, LongSupplier nanos) {
        super(body);
        this.longestSilence = longestSilence;
        this.nanos = nanos;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long began = nanos.getAsLong();
        while (true) {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                if (!isSilence(e)) {
                    throw e;
                }
                if (nanos.getAsLong() - began >= longestSilence.toNanos()) {
                    throw new ProblemException(HttpProblem.BODY_TOO_SLOW.saying(
                            "Er kwam " + longestSilence.toSeconds() + " seconden niets binnen.",
                            "Nothing came in for " + longestSilence.toSeconds() + " seconds."));
                }
            }
        }
    }

    /** The container waited for the next bytes in vain; it is ready to wait again. */
    private static boolean isSilence(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }
}
