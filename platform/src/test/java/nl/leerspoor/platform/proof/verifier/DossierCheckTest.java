package nl.leerspoor.platform.proof.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.InclusionProof;
import nl.leerspoor.platform.proof.MerkleTree;
import nl.leerspoor.platform.proof.MerkleTree.Subtrees;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.proof.dossier.Dossier;
import nl.leerspoor.platform.proof.dossier.DossierZip;
import nl.leerspoor.platform.proof.dossier.Manifest;
import nl.leerspoor.platform.proof.dossier.Manifest.About;
import nl.leerspoor.platform.proof.dossier.Page;
import nl.leerspoor.platform.proof.dossier.ProvenEvent;
import nl.leerspoor.platform.proof.dossier.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody changes a dossier, and whoever has the public key notices; also when the manifest is made anew to fit. The log
 * has four trajectories with an agreement and a person each; the dossier is of the first.
 */
class DossierCheckTest {

    private static final NoteSigner SIGNER = NoteSigner.draw("log.example/test", new SecureRandom());
    private static final String MINE = "55a2beed-eaf1-5d72-ba42-5c221484e270";
    private static final String SEALED =
            "{\"pd\":1,\"s\":\"01710fc0-0df2-7df2-8000-000000000002\",\"k\":7,\"c\":\"AQ+/==\"}";

    @TempDir
    private Path folder;

    private final List<EventRow> log = new ArrayList<>();
    private Path zip;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String id(int number, int kind) {
        return "55a2beed-eaf1-5d72-ba42-5c221484e2%d%d".formatted(7 + kind, number);
    }

    private void append(String stream, String type, long version, String name, String payload) {
        long position = 10 + 2L * log.size();
        log.add(new EventRow(
                position,
                "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f%04d".formatted(position),
                stream,
                version,
                type,
                type + "." + name,
                "1",
                utf8(payload),
                utf8(
                        "{\"recordedBy\":\"testwerkcoach-zorg\",\"role\":\"WERKCOACH\",\"recordedAt\":\"2020-03-26T23:30:00Z\"}"),
                "2020-03-26T23:30:00Z"));
    }

    private Dossier dossier() {
        List<Hash> leaves = log.stream().map(EventRow::leaf).toList();
        var tree = new MerkleTree(Subtrees.in((level, index) -> new Tile(level, index, leaves)));
        var checkpoint = new Checkpoint(SIGNER.key().name(), leaves.size(), tree.root(leaves.size()));
        List<String> streams = List.of(id(0, 1), MINE, id(0, 2));
        List<ProvenEvent> events = log.stream()
                .filter(row -> streams.contains(row.stream()))
                .map(row -> new ProvenEvent(row, tree.inclusion(log.indexOf(row), leaves.size()), Optional.empty()))
                .toList();
        return dossier(checkpoint, events);
    }

    private static Dossier dossier(Checkpoint checkpoint, List<ProvenEvent> events) {
        Map<String, List<ProvenEvent>> byStream = events.stream()
                .collect(Collectors.groupingBy(event -> event.row().stream(), LinkedHashMap::new, Collectors.toList()));
        return new Dossier(
                new About("trajectory", MINE, SIGNER.key().label(), "2020-12-01T08:00:00Z", Page.VERSION),
                checkpoint,
                byStream.values().stream()
                        .map(its -> new Manifest.Stream(
                                its.getFirst().row().stream(),
                                its.getFirst().row().streamType(),
                                its.size()))
                        .toList(),
                events);
    }

    private void write(Dossier dossier) throws IOException {
        try (var out = Files.newOutputStream(zip)) {
            DossierZip.write(
                    out,
                    dossier,
                    dossier.checkpoint().sign(SIGNER).toString(),
                    Map.of("trajectory.CandidateOnHold.1.json", utf8("{}")));
        }
    }

    @BeforeEach
    void aDossier() throws IOException {
        for (int number = 0; number < 4; number++) {
            append(
                    id(number, 1),
                    "candidate",
                    0,
                    "CandidateDetailsRecorded",
                    "{\"candidateId\":\"%s\",\"region\":\"AM05\",\"effectiveOn\":\"2020-03-01\",\"name\":%s}"
                            .formatted(id(number, 1), SEALED));
            append(
                    id(number, 0),
                    "trajectory",
                    0,
                    "TrajectoryOpened",
                    "{\"trajectoryId\":\"%s\",\"candidateId\":\"%s\",\"effectiveOn\":\"2020-03-02\"}"
                            .formatted(id(number, 0), id(number, 1)));
        }
        for (int number = 0; number < 4; number++) {
            append(
                    id(number, 2),
                    "praktijkovereenkomst",
                    0,
                    "PraktijkovereenkomstDrafted",
                    "{\"praktijkovereenkomstId\":\"%s\",\"trajectoryId\":\"%s\",\"reference\":\"=1+1\",\"effectiveOn\":\"2020-03-03\"}"
                            .formatted(id(number, 2), id(number, 0)));
            append(
                    id(number, 0),
                    "trajectory",
                    1,
                    "CandidateOnHold",
                    "{\"trajectoryId\":\"%s\",\"cause\":\"<CORONA>\",\"effectiveOn\":\"2020-03-23\"}"
                            .formatted(id(number, 0)));
            append(
                    id(number, 0),
                    "trajectory",
                    2,
                    "CandidateResumed",
                    "{\"trajectoryId\":\"%s\",\"effectiveOn\":\"2020-05-11\",\"reason\":null}"
                            .formatted(id(number, 0)));
        }
        zip = folder.resolve("dossier.zip");
        write(dossier());
    }

    private record Verdict(int exit, String said) {}

    private Verdict verify(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--key", SIGNER.key().toString()));
        arguments.addAll(List.of(options));
        arguments.add(zip.toString());
        var said = new ByteArrayOutputStream();
        int exit = Verifier.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(exit, said.toString(StandardCharsets.UTF_8));
    }

    private void noticed(String what) {
        Verdict verdict = verify();
        assertThat(verdict.said()).contains("TAMPERED: ").contains(what);
        assertThat(verdict.exit()).isEqualTo(Verifier.TAMPERED);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var opened = new ZipFile(zip.toFile())) {
            opened.stream().forEach(entry -> {
                try (var in = opened.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    private void replace(Map<String, byte[]> files) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
    }

    /** Changes a file and nothing else. */
    private void change(String name, UnaryOperator<String> how) throws IOException {
        Map<String, byte[]> files = files();
        files.computeIfPresent(name, (same, bytes) -> utf8(how.apply(new String(bytes, StandardCharsets.UTF_8))));
        replace(files);
    }

    /** Writes another dossier that fits in itself: manifest, page and table too. */
    private void forge(UnaryOperator<List<ProvenEvent>> how) throws IOException {
        Dossier genuine = dossier();
        write(dossier(genuine.checkpoint(), how.apply(new ArrayList<>(genuine.events()))));
    }

    @Test
    void anUntouchedDossierIsGenuineAndSaysWhatItCannotKnow() {
        Verdict verdict = verify();

        assertThat(verdict.said())
                .startsWith("GENUINE: 5 events of trajectory " + MINE)
                .contains("in the log log.example/test of 20 events")
                .contains("can't show whether a stream went on", "trajectory " + MINE + " 3");
        assertThat(verdict.exit()).isEqualTo(Verifier.GENUINE);
    }

    @Test
    void theSameDossierIsTheSameBytes() throws IOException {
        byte[] before = Files.readAllBytes(zip);
        write(dossier());

        assertThat(Files.readAllBytes(zip)).isEqualTo(before);
    }

    @Nested
    class ForPeople {

        @Test
        void thePageIsDutchAndShowsBothDatesAndNoSealedValue() {
            String page = new String(Page.of(dossier()), StandardCharsets.UTF_8);

            assertThat(page)
                    .contains(
                            "<h1>Dossier traject " + MINE,
                            "Stilgelegd",
                            "<td>2020-03-23</td><td>2020-03-27 00:30:00</td>")
                    .contains("name: [verzegeld]", "cause: &lt;CORONA&gt;")
                    .doesNotContain("\"pd\"", "AQ+/", "<script");
        }

        @Test
        void theTableIsSafeToOpenInASpreadsheet() throws IOException {
            String table = new String(Table.of(dossier()), StandardCharsets.UTF_8);

            assertThat(table).startsWith("\uFEFF\"Nr\";\"Geldt vanaf\"").contains("testwerkcoach-zorg");
            forge(events -> events.stream()
                    .map(event -> authored(event, "=cmd|' /C calc'!A0"))
                    .toList());
            assertThat(new String(files().get(Dossier.TABLE), StandardCharsets.UTF_8))
                    .contains("\"'=cmd|' /C calc'!A0\"")
                    .doesNotContain(";\"=");
        }

        /** Verifiers of later releases make them again and compare byte by byte. */
        @Test
        void theyAreMadeAsTheVersionOfThemSays() throws IOException {
            Dossier any = dossier();
            var fixed = new Dossier(
                    new About("trajectory", MINE, "log.example/test+00000000", "2020-12-01T08:00:00Z", Page.VERSION),
                    any.checkpoint(),
                    any.streams(),
                    any.events());
            byte[] words;
            try (var file = Page.class.getResourceAsStream("words-nl.properties")) {
                words = file.readAllBytes();
            }

            assertThat(Page.VERSION + " " + DossierZip.sha256(Page.of(fixed)) + " " + DossierZip.sha256(Table.of(fixed))
                            + " " + DossierZip.sha256(words))
                    .as("when this has to change, raise Page.VERSION too")
                    .isEqualTo("1 c8d26b379099f5eccfa6b65d3a82042e332fca92a426e48907954058da75cbf2"
                            + " 682ae8b96d7e4816f9a8d5fb9ae9ffaa08cbf0c663fefe41ee083c57bc70625e"
                            + " 6fdc27c51267eca1fa5707c1d8f47fcec75134c2d89513f2f71656b4b39f9fe8");
        }

        private static ProvenEvent authored(ProvenEvent event, String author) {
            return with(event, event.row().payload(), utf8("{\"recordedBy\":\"" + author + "\"}"));
        }
    }

    private static ProvenEvent with(ProvenEvent event, byte[] payload, byte[] metadata) {
        EventRow row = event.row();
        return new ProvenEvent(
                new EventRow(
                        row.position(),
                        row.eventId(),
                        row.stream(),
                        row.version(),
                        row.streamType(),
                        row.name(),
                        row.revision(),
                        payload,
                        metadata,
                        row.timestamp()),
                event.proof(),
                event.code());
    }

    @Nested
    class WhenAFileIsChanged {

        @Test
        void anAlteredEventIsNoticed() throws IOException {
            change(Dossier.EVENTS, text -> text.replaceFirst("\"version\":1", "\"version\":5"));
            noticed("is not in the log that was signed");
            noticed("file events.ndjson is not the one of the manifest");
        }

        @Test
        void anAlteredProofIsNoticed() throws IOException {
            change(Dossier.EVENTS, text -> text.replaceFirst("\"index\":0", "\"index\":1"));
            noticed("or its proof is not its own");
        }

        @Test
        void anAlteredPageTableOrSchemaIsNoticed() throws IOException {
            for (String name : List.of(Dossier.PAGE, Dossier.TABLE, "schemas/trajectory.CandidateOnHold.1.json")) {
                change(name, text -> text + " ");
                noticed("file " + name + " is not the one of the manifest");
            }
        }

        @Test
        void aFileThatWasAddedOrLeftOutIsNoticed() throws IOException {
            Map<String, byte[]> files = files();
            files.put("extra.txt", utf8("x"));
            files.remove(Dossier.PAGE);
            replace(files);
            noticed("file extra.txt is not in the manifest");
            noticed("file dossier.html is missing");
        }

        @Test
        void anotherCheckpointIsNoticed() throws IOException {
            change(Dossier.CHECKPOINT, text -> text.replaceFirst("\n20\n", "\n21\n"));
            noticed("the checkpoint is not signed with a key that was given");
        }

        @Test
        void aZipThatBrokeOffOrIsNoDossierCantBeRead() throws IOException {
            byte[] whole = Files.readAllBytes(zip);
            Files.write(zip, java.util.Arrays.copyOf(whole, whole.length / 2));
            assertThat(verify().exit()).isEqualTo(Verifier.UNREADABLE);
            replace(Map.of("a.txt", utf8("x")));
            assertThat(verify().exit()).isEqualTo(Verifier.UNREADABLE);
        }
    }

    @Nested
    class WhenAllIsMadeAnewToFit {

        @Test
        void anAlteredEventIsNoticed() throws IOException {
            forge(events -> events.stream()
                    .map(event -> event.row().name().endsWith("CandidateOnHold")
                            ? with(
                                    event,
                                    utf8("{\"trajectoryId\":\"%s\",\"effectiveOn\":\"2020-03-24\"}".formatted(MINE)),
                                    event.row().metadata())
                            : event)
                    .toList());
            noticed("is not in the log that was signed");
        }

        @Test
        void anEventLeftOutWithinAStreamIsNoticed() throws IOException {
            forge(events -> events.stream()
                    .filter(event -> !event.row().name().endsWith("CandidateOnHold"))
                    .toList());
            noticed("is number 2 of stream " + MINE + ", where number 1 should be");
        }

        @Test
        void theCandidateLeftOutIsNoticedThoughTheManifestFits() throws IOException {
            forge(events -> events.stream()
                    .filter(event -> !event.row().streamType().equals("candidate"))
                    .toList());
            noticed("there is nothing of the candidate");
        }

        @Test
        void anEventOfSomethingElseThatWasAddedIsNoticed() throws IOException {
            Dossier genuine = dossier();
            EventRow foreign = log.stream()
                    .filter(row -> row.stream().equals(id(1, 2)))
                    .findFirst()
                    .orElseThrow();
            List<Hash> leaves = log.stream().map(EventRow::leaf).toList();
            var tree = new MerkleTree(Subtrees.in((level, index) -> new Tile(level, index, leaves)));
            forge(events -> {
                events.add(new ProvenEvent(
                        foreign, tree.inclusion(log.indexOf(foreign), leaves.size()), Optional.empty()));
                return events;
            });
            assertThat(genuine.events()).hasSize(5);
            noticed("stream " + id(1, 2) + " has nothing to do with trajectory " + MINE);
        }

        @Test
        void anEventThatWasNeverRecordedIsNoticed() throws IOException {
            forge(events -> {
                ProvenEvent last = events.getLast();
                EventRow row = last.row();
                events.add(new ProvenEvent(
                        new EventRow(
                                row.position() + 1,
                                "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f9999",
                                row.stream(),
                                row.version() + 1,
                                row.streamType(),
                                row.name(),
                                row.revision(),
                                row.payload(),
                                row.metadata(),
                                row.timestamp()),
                        last.proof(),
                        last.code()));
                return events;
            });
            noticed("is not in the log that was signed");
        }

        @Test
        void anEventThatStandsThereTwiceIsNoticed() throws IOException {
            forge(events -> {
                events.add(events.getLast());
                return events;
            });
            noticed("comes after position");
        }

        @Test
        void aPageThatSaysSomethingElseIsNoticed() throws IOException {
            change(Dossier.PAGE, text -> text.replace("Stilgelegd", "Gestart"));
            Map<String, byte[]> files = files();
            Manifest manifest = Manifest.parse(new String(files.get(Dossier.MANIFEST), StandardCharsets.UTF_8));
            var summed = manifest.files().stream()
                    .map(file -> new Manifest.Summed(
                            file.name(), DossierZip.sha256(files.get(file.name())), files.get(file.name()).length))
                    .toList();
            files.put(Dossier.MANIFEST, utf8(new Manifest(manifest.about(), manifest.streams(), summed).text()));
            replace(files);
            noticed("dossier.html does not say what the events say");
        }

        /** What can't be noticed: a dossier is not the log. The number that is said has to be compared with that. */
        @Test
        void anEndThatWasLeftOutIsNotNoticedButSaid() throws IOException {
            forge(events -> events.subList(0, events.size() - 1));

            assertThat(verify().said()).startsWith("GENUINE: 4 events").contains("trajectory " + MINE + " 2");
        }

        @Test
        void withTheLogAnEndAndAStreamThatWereLeftOutAreNoticedToo() throws IOException {
            Path export = Files.writeString(
                    folder.resolve("log.ndjson"),
                    log.stream()
                            .map(row ->
                                    new ProvenEvent(row, new InclusionProof(0, 1, List.of()), Optional.empty()).line()
                                            + "\n")
                            .collect(Collectors.joining()));
            assertThat(verify("--log", export.toString()).said())
                    .startsWith("GENUINE")
                    .contains("the log that was given has no more of these streams");

            forge(events -> events.subList(0, events.size() - 1));
            assertThat(verify("--log", export.toString()).said())
                    .contains("number 2 of stream " + MINE + ", is in the log and not in the dossier");

            forge(events -> events.stream()
                    .filter(event -> !event.row().stream().equals(id(0, 2)))
                    .toList());
            assertThat(verify().exit()).isEqualTo(Verifier.GENUINE);
            assertThat(verify("--log", export.toString()).said())
                    .contains("number 0 of stream " + id(0, 2) + ", is in the log and not in the dossier");

            Files.writeString(export, Files.readString(export).replaceFirst("\"version\":0", "\"version\":7"));
            assertThat(verify("--log", export.toString()).said())
                    .contains("is not the one of the dossier's checkpoint");
            Files.writeString(export, "");
            assertThat(verify("--log", export.toString()).exit()).isEqualTo(Verifier.UNREADABLE);
        }

        @Test
        void anEndThatWasLeftOutIsNoticedByTheManifestWhenThatIsGenuine() throws IOException {
            change(
                    Dossier.EVENTS,
                    text -> text.lines().limit(4).map(line -> line + "\n").collect(Collectors.joining()));
            noticed("stream " + MINE + " (trajectory) had 3 events, and has 2 here");
        }
    }

    @Test
    void aKeptCheckpointOfTheSameSizeTellsAnotherLog() throws IOException {
        Path kept = folder.resolve("kept");
        Checkpoint mine = dossier().checkpoint();
        Files.writeString(
                kept,
                new Checkpoint(mine.origin(), mine.size(), Hash.OF_NOTHING)
                        .sign(SIGNER)
                        .toString());

        assertThat(verify("--checkpoint", kept.toString()).said()).contains("TAMPERED: the log was another");

        Files.writeString(
                kept,
                new Checkpoint(mine.origin(), 7, Hash.OF_NOTHING).sign(SIGNER).toString());
        assertThat(verify("--checkpoint", kept.toString()).said())
                .startsWith("GENUINE")
                .contains("was not compared");
    }
}
