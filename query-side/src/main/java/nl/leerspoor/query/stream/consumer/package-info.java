/** Places in the published events, kept here for clients that can't keep them, and shared by the processes of one. */
package nl.leerspoor.query.stream.consumer;
