package nl.leerspoor.query.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.WitnessKey;
import nl.leerspoor.platform.proof.WitnessKey.Cosignature;
import nl.leerspoor.platform.sealing.SealedLog;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what known witnesses say of checkpoints, each checked first, and shows it below them. The first word of a witness on a
 * checkpoint is kept.
 */
@Component
@EnableConfigurationProperties(WitnessProperties.class)
class Cosignatures {

    /** By how much the clock of a witness may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String KEPT =
            "select origin, size, witness, signed_at, line from query.checkpoint_cosignature ";

    /**
     * That a witness saw a checkpoint.
     *
     * @param witness the label of its key
     */
    record Kept(String origin, long size, String witness, Instant at, String line) {

        private static Kept of(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getString("origin"),
                    row.getLong("size"),
                    row.getString("witness"),
                    row.getTimestamp("signed_at").toInstant(),
                    row.getString("line"));
        }
    }

    private final List<WitnessKey> witnesses;
    private final JdbcClient jdbc;
    private final SealedLog log;
    private final Clock clock;

    Cosignatures(WitnessProperties settings, @Qualifier("auditJdbc") JdbcClient jdbc, Clock clock) {
        this.witnesses = settings.keys();
        this.jdbc = jdbc;
        this.log = new SealedLog(jdbc);
        this.clock = clock;
    }

    /**
     * Keeps the lines of known witnesses below a checkpoint, and gives it with all that are kept.
     *
     * @param text a note; ends the request when it is none, no checkpoint of this log, or no known witness signed it
     */
    String keep(String text) {
        SignedNote note = note(text);
        Sealed sealed = sealed(note).orElseThrow(ProofProblem.UNKNOWN_CHECKPOINT::exception);
        List<Kept> genuine = witnesses.stream()
                .flatMap(witness -> witness
                        .cosignature(note)
                        .filter(by -> !by.at().isAfter(clock.instant().plus(SKEW)))
                        .map(by -> kept(sealed, witness, by))
                        .stream())
                .toList();
        if (genuine.isEmpty()) {
            throw ProofProblem.NOT_COSIGNED.exception();
        }
        genuine.forEach(this::insert);
        return with(sealed);
    }

    private static SignedNote note(String text) {
        try {
            return SignedNote.parse(text);
        } catch (IllegalArgumentException none) {
            throw ProofProblem.NO_CHECKPOINT.exception();
        }
    }

    private Optional<Sealed> sealed(SignedNote note) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return log.of(checkpoint.origin(), checkpoint.size())
                    .filter(found -> SignedNote.parse(found.note()).text().equals(note.text()));
        } catch (IllegalArgumentException none) {
            throw ProofProblem.NO_CHECKPOINT.exception();
        }
    }

    private static Kept kept(Sealed sealed, WitnessKey witness, Cosignature by) {
        return new Kept(
                sealed.checkpoint().origin(),
                sealed.size(),
                witness.label(),
                by.at(),
                by.line().line());
    }

    private void insert(Kept one) {
        jdbc.sql("""
                        insert into query.checkpoint_cosignature (origin, size, witness, signed_at, line)
                        values (:origin, :size, :witness, :at, :line) on conflict do nothing""")
                .param("origin", one.origin())
                .param("size", one.size())
                .param("witness", one.witness())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .param("line", one.line())
                .update();
    }

    /** A checkpoint with what witnesses say of it. */
    String with(Sealed sealed) {
        List<SignedNote.By> lines = jdbc
                .sql(KEPT + "where origin = :origin and size = :size order by witness")
                .param("origin", sealed.checkpoint().origin())
                .param("size", sealed.size())
                .query(Kept::of)
                .list()
                .stream()
                .map(kept -> SignedNote.By.parse(kept.line().strip()))
                .toList();
        return lines.isEmpty()
                ? sealed.note()
                : SignedNote.parse(sealed.note()).with(lines).toString();
    }

    /** The newest checkpoint that a witness cosigned. */
    Optional<String> newest() {
        return newest(Long.MAX_VALUE).map(this::with);
    }

    private Optional<Sealed> newest(long size) {
        return jdbc.sql(KEPT + "where size <= :size order by size desc, origin limit 1")
                .param("size", size)
                .query(Kept::of)
                .optional()
                .flatMap(kept -> log.of(kept.origin(), kept.size()));
    }

    /** Of each day and witness the last checkpoint that it cosigned, oldest first. */
    List<String> all() {
        return jdbc
                .sql("select distinct origin, size from (select distinct on (witness, day) origin, size"
                        + " from (select *, (signed_at at time zone 'UTC')::date as day"
                        + " from query.checkpoint_cosignature) c order by witness, day, size desc) last order by size")
                .query((row, n) -> log.of(row.getString("origin"), row.getLong("size")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(this::with)
                .toList();
    }

    /** The first that a witness said of an event: of the first checkpoint that it cosigned with it. */
    Optional<Kept> first(String origin, long index) {
        return jdbc.sql(KEPT + "where origin = :origin and size > :index order by signed_at limit 1")
                .param("origin", origin)
                .param("index", index)
                .query(Kept::of)
                .optional();
    }
}
