package nl.leerspoor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.platform.personaldata.Envelope;
import nl.leerspoor.platform.personaldata.Opened;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonSealing;
import nl.leerspoor.platform.personaldata.Place;
import nl.leerspoor.platform.personaldata.ShredRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The program has keys for personal data as soon as it runs, though nothing in it is personal yet. */
class PersonalDataKeysTest extends RunningApplication {

    @Autowired
    private PersonSealing sealing;

    @Autowired
    private PersonOpening opening;

    @Autowired
    @Qualifier("commandTransactionManager")
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({"key-encryption.key", "index.key"})
    void keysWereMadeOutsideTheDatabaseForTheirOwnerOnly(String file) throws IOException {
        Path key = Path.of(DATA, "keys", file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void theCommandSideSealsAndErases() {
        var transaction = new TransactionTemplate(transactions);
        UUID person = UUID.randomUUID();
        Place place = new Place(person, "note.NoteTaken", "name");

        Envelope envelope =
                transaction.execute(status -> sealing.of(person).seal(place, "Testkandidaat 001".getBytes(UTF_8)));
        assertThat(opening.of(person).open(place, envelope)).isInstanceOf(Opened.Value.class);
        transaction.executeWithoutResult(status ->
                sealing.erase(new ShredRegister.Erasure(person, person, LocalDate.of(2020, 1, 6), "AVG_17_1_A")));

        assertThat(opening.of(person).open(place, envelope)).isEqualTo(new Opened.Erased());
    }

    @ParameterizedTest
    @CsvSource({
        "idle_in_transaction_session_timeout, 5s",
        "lock_timeout, 2s",
        "statement_timeout, 15s",
    })
    void aFrozenNodeHoldsNoKeyForLong(String setting, String limit) {
        assertThat(sql().as("leerspoor_keys")
                        .sql("show " + setting)
                        .query(String.class)
                        .single())
                .isEqualTo(limit);
    }
}
