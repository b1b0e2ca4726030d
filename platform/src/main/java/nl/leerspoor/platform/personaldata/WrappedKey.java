package nl.leerspoor.platform.personaldata;

/**
 * A person's key as it lies in the database: encrypted.
 *
 * @param bytes a Tink keyset, encrypted by the key-encryption key and bound to the person
 * @param by    the id of that key-encryption key
 */
record WrappedKey(byte[] bytes, String by) {}
