package nl.leerspoor.query.question;

import java.util.List;

/** What is added to the items of a page for who asks, and stands in no view that the list reads. Files have none of it. */
public interface Addition<T> {

    /** Nothing. */
    static <T> Addition<T> none() {
        return new Addition<>() {
            @Override
            public Object basis(long least) {
                return "";
            }

            @Override
            public List<T> to(List<T> items, TwoClocks clocks) {
                return items;
            }
        };
    }

    /**
     * What it is made of: as long as that is the same, so is what is added.
     *
     * @param least the position that the answer must have seen
     */
    Object basis(long least);

    /** The items with what is added to them. */
    List<T> to(List<T> items, TwoClocks clocks);
}
