package nl.leerspoor.command.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers to lines as they are given, and at the end what became of the whole. */
final class Answers {

    private final OutputStream out;
    private final boolean refusedOnly;
    private int recorded;
    private int repeated;
    private int refused;

    /**
     * Writes to a sender.
     *
     * @param refusedOnly whether the sender wants to hear only of lines that were not recorded
     */
    Answers(OutputStream out, boolean refusedOnly) {
        this.out = out;
        this.refusedOnly = refusedOnly;
    }

    void write(List<LineAnswer> answers) throws IOException {
        StringBuilder text = new StringBuilder();
        for (LineAnswer answer : answers) {
            if (!answer.isSuccess()) {
                refused++;
            } else if (answer.replayed()) {
                repeated++;
            } else {
                recorded++;
            }
            if (!(refusedOnly && answer.isSuccess())) {
                text.append(answer.json());
            }
        }
        send(text.toString());
    }

    /** Writes the last line. Who does not get it, did not get all answers. */
    void end(Map<String, ?> problem, JsonMapper json) throws IOException {
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("complete", problem == null);
        last.put("lines", recorded + repeated + refused);
        last.put("recorded", recorded);
        last.put("repeated", repeated);
        last.put("refused", refused);
        if (problem != null) {
            last.put("problem", problem);
        }
        send(json.writeValueAsString(last) + "\n");
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
