package nl.leerspoor.platform.personaldata;

/** The program may not start with these keys; the message is one sentence for whoever starts it. */
public final class KeyFileRefused extends RuntimeException {

    KeyFileRefused(String message) {
        super(message);
    }
}
