/**
 * Personal data under a key of each person (Tink, AES-256-GCM), so that they can be erased from what is never changed:
 * without the key nobody reads them, wherever copies lie. The keys lie in schema {@code keys}, wrapped by a
 * key-encryption key that the database never sees.
 */
package nl.leerspoor.platform.personaldata;
