/** How a token of the provider of identities becomes an identity that the table of who may what knows. */
package nl.leerspoor.platform.identity;
