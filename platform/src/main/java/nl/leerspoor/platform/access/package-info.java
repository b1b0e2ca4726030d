/**
 * Who may do and see what: one table for both sides, decided without Spring, a clock or a database. It has to name every
 * action, so it is the one place of the platform that knows words of the business.
 */
package nl.leerspoor.platform.access;
