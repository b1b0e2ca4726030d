/**
 * Who the candidates are. Its views know where in the events it stands, and keyed hashes to search by; what tells who a
 * person is stands nowhere but in the events, sealed, and is opened for each answer.
 */
package nl.leerspoor.query.persons;
