package nl.leerspoor.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request body that may have so many bytes and take so much time; more of either ends the request. */
final class BoundedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final int mostBytes;
    private final Duration mostTime;
    private final LongSupplier nanos;
    private final long began;
    private long count;

    BoundedBody(ServletInputStream body, int mostBytes, Duration mostTime, LongSupplier nanos) {
        this.body = body;
        this.mostBytes = mostBytes;
        this.mostTime = mostTime;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    static Problem tooLarge(int mostBytes) {
        return HttpProblem.BODY_TOO_LARGE.saying(
                "Een verzoek mag hoogstens " + mostBytes + " bytes hebben.",
                "A request may have at most " + mostBytes + " bytes.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readInTime(bytes, offset, length);
        count += Math.max(read, 0);
        if (count > mostBytes) {
            throw new ProblemException(tooLarge(mostBytes));
        }
        return read;
    }

    private int readInTime(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = body.read(bytes, offset, length);
            if (nanos.getAsLong() - began <= mostTime.toNanos()) {
                return read;
            }
        } catch (SocketTimeoutException silent) {
            // the container waited for the next bytes in vain
        }
        throw new ProblemException(HttpProblem.BODY_TOO_SLOW.saying(
                "Een verzoek moet binnen " + mostTime.toSeconds() + " seconden binnen zijn.",
                "A request must be in within " + mostTime.toSeconds() + " seconds."));
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Bodies are read in the thread of their request");
    }
}
