/** What has to be so before a process may serve the people of a region: profile {@code prod} refuses to start without. */
package nl.leerspoor.platform.production;
