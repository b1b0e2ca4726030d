package nl.leerspoor.platform.personaldata;

/**
 * Something stands where a sealed value of this person and place should, and is not it. Neither this nor any later try
 * will read it, and nobody may take it for erased.
 */
public final class SealBroken extends RuntimeException {

    public SealBroken(Place place, Opened.Cause cause) {
        super("The seal on " + place.carrier() + "." + place.field() + " of person " + place.person() + " is broken: "
                + cause);
    }
}
