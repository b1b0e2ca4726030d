/** Whether who sends a command may: asked before any handler decides, by the table of the platform and what the streams know. */
package nl.leerspoor.command.access;
