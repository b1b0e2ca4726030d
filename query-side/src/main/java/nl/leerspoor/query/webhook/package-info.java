/** Calls whoever subscribed when something is published: the same messages as the feed, pushed to an address of theirs. */
package nl.leerspoor.query.webhook;
