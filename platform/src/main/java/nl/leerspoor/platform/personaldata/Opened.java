package nl.leerspoor.platform.personaldata;

/** What opening a sealed value comes to. That the keys can't be reached is none of these, but {@link KeysAway}. */
public sealed interface Opened {

    /** It is whole and belongs here. */
    record Value(byte[] bytes) implements Opened {}

    /** The person was erased: nobody can read it any more. */
    record Erased() implements Opened {}

    /** It was changed, moved here from another place, or is under a key that there never was. */
    record Fault(Cause cause) implements Opened {}

    /** What is the matter with a sealed value. */
    enum Cause {
        /** It is no envelope, or one of another person. */
        NOT_SEALED_FOR_THIS_PERSON,
        /** It is under a key that this person never had. */
        UNKNOWN_KEY,
        /** It was changed, or sealed for another event, table or field. */
        ALTERED_OR_MOVED
    }
}
