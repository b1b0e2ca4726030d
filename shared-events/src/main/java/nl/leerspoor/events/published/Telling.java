package nl.leerspoor.events.published;

import java.util.List;

/** What was decided of an internal event: that it is told outside, or kept inside. */
public sealed interface Telling {

    /**
     * It is told.
     *
     * @param versions the same fact in each version of the one type that it has, the oldest first; never empty
     */
    record Outside(List<Published> versions) implements Telling {
        public Outside {
            versions = List.copyOf(versions);
        }
    }

    /**
     * It isn't told.
     *
     * @param why in a sentence, for the catalogue
     */
    record Inside(String why) implements Telling {}

    static Telling told(Published... versions) {
        return new Outside(List.of(versions));
    }

    static Telling kept(String why) {
        return new Inside(why);
    }
}
