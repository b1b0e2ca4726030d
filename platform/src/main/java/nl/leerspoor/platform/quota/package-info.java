/** How much one caller may ask of one node, so that the others are served too. */
package nl.leerspoor.platform.quota;
