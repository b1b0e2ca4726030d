/**
 * How anyone can check that the log of events is what it was: the bytes of an event, the Merkle tree over them (RFC 6962,
 * RFC 9162), its tiles (c2sp.org/tlog-tiles), signed checkpoints (c2sp.org/tlog-checkpoint, c2sp.org/signed-note) and
 * authentication codes. Calculations that need the JDK only; the verifier that auditors run is made of this package.
 */
package nl.leerspoor.platform.proof;
