package nl.leerspoor.platform.personaldata;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The keys of people, or the key-encryption key that these are wrapped by, can't be reached now. Nothing is wrong with
 * what was sealed: the same work may succeed later. What has no personal data goes on.
 */
public final class KeysAway extends DataAccessResourceFailureException {

    public KeysAway(String message) {
        super(message);
    }

    KeysAway(String message, Throwable cause) {
        super(message, cause);
    }
}
