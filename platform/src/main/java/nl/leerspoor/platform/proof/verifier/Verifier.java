package nl.leerspoor.platform.proof.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.NoteKey;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.Witness;
import nl.leerspoor.platform.proof.WitnessKey;
import nl.leerspoor.platform.proof.verifier.DossierCheck.Lines;
import nl.leerspoor.platform.proof.verifier.ExportCheck.Finding;
import nl.leerspoor.platform.proof.verifier.ExportCheck.Unreadable;

/** The program with which anybody checks an export of the log: {@code java -jar … verify}. It needs nothing else. */
public final class Verifier {

    /** All is as it was. */
    public static final int GENUINE = 0;

    /** Something was changed. */
    public static final int TAMPERED = 1;

    /** It can't be said. */
    public static final int UNREADABLE = 2;

    /** The arguments are not right. */
    public static final int USAGE = 64;

    private static final String HELP = """
            Checks that an export of the log of Leerspoor, or a dossier, is what was signed.

              verify --key <key>… [--checkpoint <file>]… [--witness <key>]… [--mac-key <file>]
                     [--without-codes-up-to <position>] [--cosign-with <file>] <export>
                  <key>        the public key, or the file that has it
                  <file>       checkpoints that you kept, or those of the folder outside the database
                  <export>     what GET /v1/proof/export gave, also as .gz; - for the standard input;
                               or a dossier, whose name ends in .zip; with --log <export>, also whether the log has
                               more of what it is of
                  --witness    the public key of a witness who has to have cosigned a checkpoint, or the file that has it
                  --cosign-with  the private key of a witness: when all is genuine, the newest checkpoint is printed with
                               a cosignature of now. Give it every checkpoint that you cosigned before.
                  exit 0: genuine; 1: tampered with; 2: can't be read

              new-keys <folder> <name>
                  makes mac.key and signing.key in a folder, and prints the public key. The name is that of the log for all
                  the world, such as leerspoor.example.org/log.

              new-witness <file> <name>
                  makes the private key of a witness, and prints the public one.
            """;

    private final List<String> arguments;
    private final PrintStream out;

    private Verifier(List<String> arguments, PrintStream out) {
        this.arguments = new ArrayList<>(arguments);
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Does what the arguments say, and prints what it found. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            return new Verifier(arguments, out).run();
        } catch (IOException | UncheckedIOException e) {
            out.println("UNREADABLE: " + e.getMessage());
            return UNREADABLE;
        } catch (IllegalArgumentException wrong) {
            out.println("ERROR: " + wrong.getMessage());
            return USAGE;
        }
    }

    private int run() throws IOException {
        String command = arguments.isEmpty() ? "" : arguments.removeFirst();
        switch (command) {
            case "verify":
                return verify();
            case "new-keys":
                return newKeys();
            case "new-witness":
                return newWitness();
            default:
                out.print(HELP);
                return USAGE;
        }
    }

    private int verify() throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (var key = option("--key"); key.isPresent(); key = option("--key")) {
            keys.addAll(keys(key.get()));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("--key is missing");
        }
        Optional<AuthenticationKeys> codes = Optional.empty();
        Optional<String> codeFile = option("--mac-key");
        if (codeFile.isPresent()) {
            codes = Optional.of(AuthenticationKeys.parse(Files.readString(Path.of(codeFile.get()))));
        }
        List<WitnessKey> witnesses = new ArrayList<>();
        for (var key = option("--witness"); key.isPresent(); key = option("--witness")) {
            keyLines(key.get()).map(WitnessKey::parse).forEach(witnesses::add);
        }
        Optional<String> cosigner = option("--cosign-with");
        long withoutCodes = Long.parseLong(option("--without-codes-up-to").orElse("0"));
        Map<String, String> kept = new LinkedHashMap<>();
        for (var file = option("--checkpoint"); file.isPresent(); file = option("--checkpoint")) {
            kept.put(file.get(), Files.readString(Path.of(file.get())));
        }
        Optional<String> log = option("--log");
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            out.print(HELP);
            return USAGE;
        }
        String checked = arguments.getFirst();
        try {
            if (checked.endsWith(".zip")) {
                if (!witnesses.isEmpty() || cosigner.isPresent()) {
                    throw new IllegalArgumentException(
                            "witnesses see a log: verify an export with --witness, and the" + " dossier with --log");
                }
                return verify(new DossierCheck(keys, codes, kept, log.map(Verifier::lines)), Path.of(checked));
            }
            var check = new ExportCheck(keys, witnesses, codes, withoutCodes);
            int found = verify(check, kept, checked);
            if (found == GENUINE && cosigner.isPresent()) {
                cosign(cosigner.get(), check.newest().orElseThrow());
            }
            return found;
        } catch (Unreadable broken) {
            out.println("UNREADABLE: " + broken.getMessage() + ".");
            return UNREADABLE;
        }
    }

    private int verify(ExportCheck check, Map<String, String> kept, String export) throws IOException, Unreadable {
        kept.forEach((source, note) -> check.checkpoint(note, "in " + source));
        lines(export).forEach(check::line);
        List<String> findings = check.findings().stream().map(Finding::what).toList();
        return say(
                findings,
                Stream.concat(Stream.of(check.summary()), check.witnessed().stream())
                        .toList());
    }

    private static Lines lines(String export) {
        return each -> {
            try (var lines = new BufferedReader(new InputStreamReader(open(export), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    each.line(line);
                }
            }
        };
    }

    private int verify(DossierCheck check, Path zip) throws IOException, Unreadable {
        return say(check.findings(zip), check.summary());
    }

    private int say(List<String> findings, List<String> summary) {
        if (findings.isEmpty()) {
            out.println("GENUINE: " + String.join(";\n  ", summary) + ".");
            return GENUINE;
        }
        findings.forEach(finding -> out.println("TAMPERED: " + finding + "."));
        return TAMPERED;
    }

    /** Prints the newest checkpoint with the cosignature of now. */
    private void cosign(String file, SignedNote newest) throws IOException {
        var witness = new Witness(NoteSigner.parse(Files.readString(Path.of(file))));
        out.print(witness.cosign(newest, Instant.now()));
    }

    private int newWitness() throws IOException {
        if (arguments.size() != 2) {
            out.print(HELP);
            return USAGE;
        }
        var witness = new Witness(NoteSigner.draw(arguments.get(1), new SecureRandom()));
        write(Path.of(arguments.getFirst()), witness.signer().secret());
        out.println(witness.key());
        return GENUINE;
    }

    private int newKeys() throws IOException {
        if (arguments.size() != 2) {
            out.print(HELP);
            return USAGE;
        }
        SecureRandom random = new SecureRandom();
        NoteSigner signer = NoteSigner.draw(arguments.get(1), random);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        Path folder = Files.createDirectories(Path.of(arguments.getFirst()));
        write(folder.resolve("mac.key"), Base64.getEncoder().encodeToString(secret));
        write(folder.resolve("signing.key"), signer.secret());
        out.println(signer.key());
        return GENUINE;
    }

    /** Never writes over a key that is there. */
    private static void write(Path file, String secret) throws IOException {
        Files.writeString(file, "", StandardOpenOption.CREATE_NEW);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, secret + "\n");
    }

    private static List<NoteKey> keys(String given) throws IOException {
        return keyLines(given).map(NoteKey::parse).toList();
    }

    private static Stream<String> keyLines(String given) throws IOException {
        String text = Files.isRegularFile(Path.of(given)) ? Files.readString(Path.of(given)) : given;
        return text.lines().filter(line -> !line.isBlank());
    }

    private static InputStream open(String export) throws IOException {
        if (export.equals("-")) {
            return System.in;
        }
        InputStream file = Files.newInputStream(Path.of(export));
        return export.endsWith(".gz") ? new GZIPInputStream(file) : file;
    }

    /** Takes an option and its value out of the arguments. */
    private Optional<String> option(String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }
}
