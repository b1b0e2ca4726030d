package nl.leerspoor.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.platform.personaldata.ShredRegister.Erasure;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was erased is remembered, and nobody changes that unseen. */
class ShredRegisterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T03:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "A".repeat(43) + "=";
    private static final String NEWER = "B".repeat(42) + "A=";

    @TempDir
    private Path folder;

    private Path file;
    private final List<Erasure> erasures = IntStream.range(0, 4)
            .mapToObj(
                    n -> new Erasure(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2020, 10, 1 + n), "AVG_17_1_B"))
            .toList();

    @BeforeEach
    void aRegister() {
        file = folder.resolve("register/shred-register");
        register(KEY).found(List.of(erasures.getFirst()));
        erasures.subList(1, 4).forEach(register(KEY)::add);
    }

    private ShredRegister register(String keys) {
        return ShredRegister.in(
                folder.resolve("register").toString(), Optional.of(AuthenticationKeys.parse(keys)), CLOCK);
    }

    @Test
    void processesThatAddAtOnceLoseNothingOfEachOther() throws Exception {
        int each = 60;
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AddingErasures.class.getName(),
                            folder.resolve("register").toString(),
                            KEY,
                            String.valueOf(each))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        try {
            for (Process process : processes) {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.outputWriter().append("go\n").flush();
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }

        assertThat(register(KEY).read())
                .hasSize(4 + 2 * each)
                .extracting(Erasure::person)
                .doesNotHaveDuplicates();
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.write(file, lines);
    }

    private void assertChanged() {
        assertThatThrownBy(() -> register(KEY).read())
                .isInstanceOf(ShredRegisterRefused.class)
                .hasMessageContaining("was changed at line");
        assertThatThrownBy(
                        () -> register(KEY).add(new Erasure(UUID.randomUUID(), UUID.randomUUID(), LocalDate.MIN, "X")))
                .isInstanceOf(KeysAway.class);
    }

    @Test
    void tellsWhoWasErasedInOrder() {
        assertThat(register(KEY).read()).isEqualTo(erasures);
    }

    @Test
    void hasAPersonOnceAndKeepsTheFirstLine() throws IOException {
        List<String> before = Files.readAllLines(file);
        Erasure first = erasures.getFirst();

        register(KEY).add(new Erasure(first.person(), UUID.randomUUID(), LocalDate.of(2021, 1, 1), "AVG_17_1_A"));

        assertThat(Files.readAllLines(file)).isEqualTo(before);
    }

    @Test
    void goesOnUnderANewerKeyAsLongAsTheOldOneIsThere() {
        Erasure later = new Erasure(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2022, 1, 1), "AVG_17_1_A");

        register(NEWER + "\n" + KEY).add(later);

        assertThat(register(NEWER + "\n" + KEY).read()).hasSize(5).endsWith(later);
        assertThatThrownBy(() -> register(KEY).read()).hasMessageContaining("was changed at line 6");
    }

    @Test
    void anyLineThatIsChangedRemovedSwappedOrAddedIsNoticed() throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int at = 0; at < lines.size() - 1; at++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(at);
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, at + 1);
            for (List<String> altered : at == 0 ? List.<List<String>>of() : List.of(without, swapped)) {
                rewrite(altered);
                assertChanged();
            }
        }
        List<String> another = new ArrayList<>(lines);
        another.set(
                2,
                lines.get(2)
                        .replace(
                                erasures.get(1).person().toString(),
                                UUID.randomUUID().toString()));
        rewrite(another);
        assertChanged();
        List<String> added = new ArrayList<>(lines);
        added.add(lines.getLast());
        rewrite(added);
        assertChanged();
        rewrite(lines);
        assertThat(register(KEY).read()).isEqualTo(erasures);
    }

    @Test
    void aLineThatWasNotWrittenToItsEndWasNeverAcknowledgedAndMakesRoom() throws IOException {
        Files.writeString(file, "2026-11-28T03:00:00Z " + UUID.randomUUID(), StandardOpenOption.APPEND);
        Erasure next = new Erasure(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2022, 1, 1), "AVG_17_1_A");

        assertThat(register(KEY).read()).isEqualTo(erasures);
        register(KEY).add(next);

        assertThat(register(KEY).read()).hasSize(5).endsWith(next);
    }

    @Test
    void isRefusedWhenItIsMissingEmptyOrUnreadable() throws IOException {
        Files.writeString(file, "");
        assertThatThrownBy(() -> register(KEY).read()).hasMessageContaining("is no shred register");
        Files.delete(file);
        assertThatThrownBy(() -> register(KEY).read())
                .isInstanceOf(ShredRegisterRefused.class)
                .hasMessageContaining("is missing");
        Files.createDirectory(file);
        assertThatThrownBy(() -> register(KEY).read()).hasMessageContaining("can't be read");
    }

    @Test
    void needsAKeyOfCodes() {
        assertThatThrownBy(() -> ShredRegister.in(folder.toString(), Optional.empty(), CLOCK))
                .isInstanceOf(ShredRegisterRefused.class)
                .hasMessageContaining("LEERSPOOR_MAC_KEY_FILE");
        assertThat(ShredRegister.in("", Optional.empty(), CLOCK).isKept()).isFalse();
    }
}
