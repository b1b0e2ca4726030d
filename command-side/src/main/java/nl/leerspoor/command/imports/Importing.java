package nl.leerspoor.command.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Problems;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a file in, some lines at a time: reads them first, however long the sender takes, and then has them decided at
 * once. Keeps nothing of a file but these lines.
 */
@Component
class Importing {

    /** Lines of a file. */
    static final int MOST_LINES = 1_000_000;

    /** What may be waiting to be decided. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Deciding deciding;
    private final Problems problems;
    private final JsonMapper json;

    Importing(Deciding deciding, Problems problems, JsonMapper json) {
        this.deciding = deciding;
        this.problems = problems;
        this.json = json;
    }

    /**
     * Lines to decide.
     *
     * @param end why nothing comes after these, or empty when they go on or were all
     */
    private record Batch(List<Reading> lines, boolean last, Optional<Problem> end) {}

    /**
     * Takes all lines in, and answers them.
     *
     * @throws IOException when the sender does not take the answers
     */
    void run(ImportKey key, Lines lines, LineReader reader, Answers answers) throws IOException {
        Batch batch;
        Optional<Problem> end;
        do {
            batch = read(lines, reader);
            end = decide(key, batch.lines(), answers).or(batch::end);
        } while (!batch.last() && end.isEmpty());
        answers.end(end.map(problem -> problems.json(problem, key.locale())).orElse(null), json);
    }

    /** Reads what is there, one line at least; a sender who is slow is answered line by line. */
    private static Batch read(Lines lines, LineReader reader) {
        List<Reading> read = new ArrayList<>();
        int bytes = 0;
        try {
            do {
                Optional<Line> line = lines.next();
                if (line.isEmpty()) {
                    return new Batch(read, true, Optional.empty());
                }
                bytes += line.get() instanceof Line.Whole whole ? whole.bytes().length : 0;
                read.add(reader.read(line.get()));
            } while (read.size() < Deciding.MOST_LINES && bytes < MOST_BYTES && lines.isAtHand());
            return new Batch(read, false, Optional.empty());
        } catch (ProblemException e) {
            return new Batch(read, true, Optional.of(e.problem()));
        } catch (IOException e) {
            return new Batch(read, true, Optional.of(HttpProblem.MALFORMED_REQUEST.problem()));
        }
    }

    /** Has lines decided, and answers those that are; says why when it could not go on. */
    private Optional<Problem> decide(ImportKey key, List<Reading> lines, Answers answers) throws IOException {
        List<Reading> rest = lines;
        while (!rest.isEmpty()) {
            List<LineAnswer> decided;
            try {
                decided = deciding.decide(key, rest);
            } catch (ProblemException e) {
                return Optional.of(e.problem());
            }
            answers.write(decided);
            rest = rest.subList(decided.size(), rest.size());
        }
        return Optional.empty();
    }
}
