package nl.leerspoor.command.imports;

/**
 * The answer to a line.
 *
 * @param status   as the command would have had by itself
 * @param body     JSON: what was recorded, or the problem
 * @param replayed whether it was given before
 */
record LineAnswer(int line, int status, String body, boolean replayed) {

    boolean isSuccess() {
        return status < 400;
    }

    /** The answer as a line of JSON. */
    String json() {
        return "{\"line\":" + line + ",\"status\":" + status + (replayed ? ",\"replayed\":true" : "")
                + (isSuccess() ? ",\"answer\":" : ",\"problem\":") + body + "}\n";
    }
}
