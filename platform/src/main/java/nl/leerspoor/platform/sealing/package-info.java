/**
 * Keeps the log of events provable: codes over events as they are appended, and a sealer that takes them into a tree and
 * signs how large it is. What a proof is stands in {@code nl.leerspoor.platform.proof}.
 */
package nl.leerspoor.platform.sealing;
