package nl.leerspoor.command.imports;

/** A line as it came in, by its number in the file, which begins at 1. In CSV a row may go over several lines. */
sealed interface Line {

    int number();

    /** A line with its bytes, without the line break. */
    record Whole(int number, byte[] bytes) implements Line {}

    /** A line that is longer than {@link Lines#LONGEST}; its bytes are gone. */
    record TooLong(int number) implements Line {}
}
