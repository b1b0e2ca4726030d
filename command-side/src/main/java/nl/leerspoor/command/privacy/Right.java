package nl.leerspoor.command.privacy;

import java.util.List;

/** A right that a person has over the data about them. */
public sealed interface Right {

    /** One of which a part can be granted. */
    sealed interface Divisible extends Right {}

    /** To know what is known (AVG art. 15). */
    record Access() implements Divisible {}

    /** To have put right what is wrong (AVG art. 16). */
    record Rectification() implements Divisible {}

    /** To be erased (AVG art. 17); whole, for one key seals everything of a person. */
    record Erasure() implements Right {}

    /** To take along what one gave (AVG art. 20). */
    record Portability() implements Divisible {}

    /**
     * To have something not done any more (AVG art. 21).
     *
     * @param processings what it is, without doubles
     */
    record Objection(List<String> processings) implements Divisible {}

    /** The name of the kind of case. */
    default String kind() {
        return switch (this) {
            case Access right -> "ACCESS";
            case Rectification right -> "RECTIFICATION";
            case Erasure right -> "ERASURE";
            case Portability right -> "PORTABILITY";
            case Objection right -> "OBJECTION";
        };
    }
}
