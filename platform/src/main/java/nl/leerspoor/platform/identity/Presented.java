package nl.leerspoor.platform.identity;

import java.time.Instant;
import nl.leerspoor.platform.access.Identity;

/** What comes of a token that a request presents. */
public sealed interface Presented {

    /** The provider vouches for them, until the token expires. */
    record Known(Identity identity, Instant expires) implements Presented {}

    /** It is no token of the contract. Nobody is told why: who sends such a token learns nothing from it. */
    record Refused() implements Presented {}

    /** Nobody can tell: the keys of the provider were never had, and it can't be reached now. */
    record Undecided() implements Presented {}
}
