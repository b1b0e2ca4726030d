/** Who looked at whose data: written before the answer leaves, and told to those who may ask. */
package nl.leerspoor.query.processing;
