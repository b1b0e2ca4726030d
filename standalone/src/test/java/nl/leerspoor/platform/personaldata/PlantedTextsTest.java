package nl.leerspoor.platform.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.personaldata.PlantedTexts.Find;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaks is found, wherever and as whatever; what is sealed is not. */
class PlantedTextsTest {

    private static final String LEAKED = "Lekkandidaat Vierentwintig";
    private static final String SEALED = "Zegelkandidaat Dertig";

    private final PlantedTexts planted = new PlantedTexts(LEAKED, SEALED);

    @Nested
    class ATextInAFile {

        @TempDir
        Path folder;

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4})
        void isFoundInEveryFormWhateverStandsBeforeAndBehind(int before) throws IOException {
            String around = "x".repeat(before) + LEAKED + "y".repeat(before);
            byte[] bytes = around.getBytes(UTF_8);
            Files.write(folder.resolve("plain"), bytes);
            Files.write(folder.resolve("wide"), around.getBytes(StandardCharsets.UTF_16LE));
            Files.write(folder.resolve("wide big"), around.getBytes(StandardCharsets.UTF_16BE));
            Files.writeString(folder.resolve("hex"), HexFormat.of().formatHex(bytes));
            Files.writeString(folder.resolve("base64"), Base64.getEncoder().encodeToString(bytes));
            Files.writeString(
                    folder.resolve("base64 url"), Base64.getUrlEncoder().encodeToString(bytes));

            assertThat(planted.inFiles(folder))
                    .extracting(Find::where)
                    .contains("plain", "wide", "wide big", "hex", "base64", "base64 url");
        }

        @Test
        void isFoundWhereTwoPartsOfALargeFileMeet() throws IOException {
            for (int before = (1 << 20) - 30; before < (1 << 20) + 120; before += 7) {
                Files.writeString(folder.resolve(before + ""), "x".repeat(before) + LEAKED);
            }

            assertThat(planted.inFiles(folder))
                    .filteredOn(find -> find.form().equals("plain"))
                    .hasSize(22);
        }

        @Test
        void isNotFoundWhereItIsNot() throws IOException {
            Files.writeString(folder.resolve("almost"), LEAKED.substring(1) + LEAKED.substring(0, LEAKED.length() - 1));

            assertThat(planted.inFiles(folder)).isEmpty();
            assertThat(planted.inFiles(folder.resolve("none"))).isEmpty();
            assertThat(planted.in("log", "of " + SEALED.toLowerCase())).hasSize(1);
        }
    }

    @Nested
    class InAServer {

        @TempDir
        static Path folder;

        private static KeyDatabase database;

        @BeforeAll
        static void start() {
            database = KeyDatabase.start(folder);
        }

        @AfterAll
        static void stop() {
            database.close();
        }

        @ParameterizedTest
        @CsvSource({
            "text, 'Lekkandidaat Vierentwintig', plain",
            "bytea, 'Lekkandidaat Vierentwintig', hex",
            "jsonb, '{\"name\":\"Lekkandidaat Vierentwintig\"}', plain"
        })
        void aLeakIsFoundInTheTableInTheFilesAndInTheWal(String type, String value, String form)
                throws SQLException, IOException {
            String table = "leak_" + type;
            database.superuser()
                    .sql("create table public." + table + "(id int generated always as identity, value " + type + ")")
                    .update();
            database.superuser()
                    .sql("insert into public." + table + "(value) values (cast(:value as " + type + "))")
                    .param("value", value)
                    .update();

            assertThat(tables()).contains(new Find("public." + table, LEAKED, form));
            assertThat(files()).anySatisfy(find -> {
                assertThat(find.where()).startsWith("postgres/pg_wal/");
                assertThat(find.text()).isEqualTo(LEAKED);
            });
            database.superuser().sql("drop table public." + table).update();
        }

        @Test
        void aRowThatWasDeletedIsStillFoundInItsFile() throws IOException, SQLException {
            database.superuser()
                    .sql("create table public.gone(value text); insert into public.gone values ('" + LEAKED + "')")
                    .update();
            database.superuser().sql("delete from public.gone").update();
            database.superuser().sql("checkpoint").update();

            assertThat(tables()).noneMatch(find -> find.where().equals("public.gone"));
            assertThat(files()).anyMatch(find -> find.where().startsWith("postgres/base/"));
            database.superuser().sql("drop table public.gone").update();
        }

        @Test
        void whatIsSealedIsFoundNowhere() throws SQLException, IOException {
            KeyEncryptionKeys encryption = KeyDatabase.drawn();
            UUID person = UUID.randomUUID();
            Place place = new Place(person, "note.NoteTaken", "name");
            Set<Find> before = ofSealed(files());
            database.superuser()
                    .sql("create table public.sealed(value jsonb, payload bytea)")
                    .update();

            database.inTransaction(() -> database.superuser()
                    .sql("insert into public.sealed values (cast(:json as jsonb), cast(:json as bytea))")
                    .param(
                            "json",
                            database.sealing(encryption)
                                    .of(person)
                                    .seal(place, SEALED.getBytes(UTF_8))
                                    .json()
                                    .toString())
                    .update());
            database.superuser().sql("checkpoint").update();

            assertThat(before).isEmpty();
            assertThat(ofSealed(tables())).isEmpty();
            assertThat(ofSealed(files())).isEmpty();
            database.superuser().sql("drop table public.sealed").update();
        }

        private static Set<Find> ofSealed(Set<Find> finds) {
            finds.removeIf(find -> !find.text().equals(SEALED));
            return finds;
        }

        private Set<Find> tables() throws SQLException, IOException {
            try (Connection superuser = database.connect("postgres")) {
                return planted.inTables(superuser);
            }
        }

        private Set<Find> files() throws IOException {
            return planted.inFiles(folder);
        }
    }
}
