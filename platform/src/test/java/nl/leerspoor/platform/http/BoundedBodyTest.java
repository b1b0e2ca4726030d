package nl.leerspoor.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A body has so many bytes and so much time. */
class BoundedBodyTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();

    /** What a container gives: as much as has come in, at least a byte. */
    private static final class Incoming extends ServletInputStream {

        private final InputStream body;

        Incoming(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int next = body.read();
            bytes[offset] = (byte) next;
            return next < 0 ? -1 : 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private BoundedBody bounded(InputStream body) {
        return new BoundedBody(new Incoming(body), 5, TEN_SECONDS, nanos::get);
    }

    @Test
    void aBodyWithinTheLimitsIsReadAsItIs() throws IOException {
        assertThat(bounded(new ByteArrayInputStream("12345".getBytes())).readAllBytes())
                .isEqualTo("12345".getBytes());
    }

    @Test
    void oneByteMoreIsTooLarge() {
        assertThatThrownBy(() ->
                        bounded(new ByteArrayInputStream("123456".getBytes())).readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessage("BODY_TOO_LARGE");
    }

    @Test
    void aBodyThatDripsIsGivenUpAfterTenSeconds() {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(4).toNanos());
                return 'x';
            }
        };

        assertThatThrownBy(() -> bounded(dripping).readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessage("BODY_TOO_SLOW");
        assertThat(Duration.ofNanos(nanos.get())).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aSilentSenderIsGivenUpToo() {
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException();
            }
        };

        assertThatThrownBy(() -> bounded(silent).readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessage("BODY_TOO_SLOW");
    }
}
