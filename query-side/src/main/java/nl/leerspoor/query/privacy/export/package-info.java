/** The copy of everything about one person, for that person (AVG art. 15 and 20). */
package nl.leerspoor.query.privacy.export;
