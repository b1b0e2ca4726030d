/** The published events on Kafka, for who has a broker: nothing of it runs before its address is set. */
package nl.leerspoor.query.stream.kafka;
