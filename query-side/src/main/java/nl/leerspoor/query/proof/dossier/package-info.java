/** The dossier of a trajectory: everything that was entered about it, to take away and check elsewhere. */
package nl.leerspoor.query.proof.dossier;
