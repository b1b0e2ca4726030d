/**
 * A dossier: the events of one thing and of what belongs to it, each with what shows that it is in the log, in a zip that
 * anybody can check without the log. The page and the table in it follow from the events, so they are made here, where
 * the verifier can make them again and compare.
 */
package nl.leerspoor.platform.proof.dossier;
