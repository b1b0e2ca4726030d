package nl.leerspoor.platform.personaldata;

/** What the database has for a person. */
sealed interface StoredKey {

    /** Nothing of this person was ever sealed. */
    record Absent() implements StoredKey {}

    record Kept(WrappedKey key) implements StoredKey {}

    /** The person was erased; there will never be another key. */
    record Destroyed() implements StoredKey {}
}
