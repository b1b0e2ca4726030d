package nl.leerspoor.platform.proof.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.NoteKey;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.dossier.Dossier;
import nl.leerspoor.platform.proof.dossier.DossierZip;
import nl.leerspoor.platform.proof.dossier.Manifest;
import nl.leerspoor.platform.proof.dossier.Page;
import nl.leerspoor.platform.proof.dossier.ProvenEvent;
import nl.leerspoor.platform.proof.dossier.Table;
import nl.leerspoor.platform.proof.verifier.ExportCheck.Unreadable;

/**
 * Checks a dossier by itself: its files against its manifest, its events against the signed checkpoint, its streams for
 * gaps, and its page and table against its events.
 */
final class DossierCheck {

    private static final int MOST_FINDINGS = 50;

    /** By which the events of a trajectory name whose it is. */
    private static final String WHOSE = "candidateId";

    private final List<NoteKey> keys;
    private final Optional<AuthenticationKeys> codes;
    private final Map<String, String> keptNotes;
    private final Optional<Lines> log;
    private final List<String> findings = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    /**
     * @param keys      public keys of logs
     * @param codes     to check authentication codes, if they are at hand
     * @param keptNotes checkpoints that somebody kept, by the file that each is in
     * @param log       an export of the log, if it is at hand
     */
    DossierCheck(
            List<NoteKey> keys,
            Optional<AuthenticationKeys> codes,
            Map<String, String> keptNotes,
            Optional<Lines> log) {
        this.keys = keys;
        this.codes = codes;
        this.keptNotes = keptNotes;
        this.log = log;
    }

    /** A file of which each line is read once. */
    @FunctionalInterface
    interface Lines {

        void forEach(Taker each) throws IOException, Unreadable;
    }

    /** Takes a line. */
    @FunctionalInterface
    interface Taker {

        void line(String line) throws Unreadable;
    }

    /** Looks at a dossier, and gives what is wrong with it. */
    List<String> findings(Path zip) throws IOException, Unreadable {
        DossierFiles files = DossierFiles.read(zip);
        Manifest manifest = manifest(files);
        findings.addAll(files.differences(manifest.files()));
        Optional<Checkpoint> checkpoint = checkpoint(files, manifest);
        if (checkpoint.isPresent()) {
            List<ProvenEvent> events = events(files, checkpoint.get());
            events.forEach(event -> inLog(event, checkpoint.get()));
            order(events);
            streams(manifest, events);
            told(files, manifest, checkpoint.get(), events);
            if (log.isPresent()) {
                var inLog = new DossierInLog(manifest.about(), checkpoint.get(), events);
                log.get().forEach(inLog::line);
                findings.addAll(inLog.findings());
            }
            summarise(files, manifest, checkpoint.get(), events);
        }
        return findings.stream().limit(MOST_FINDINGS).toList();
    }

    /** What it says of itself, once nothing was wrong with it. */
    List<String> summary() {
        return said;
    }

    private static Manifest manifest(DossierFiles files) throws Unreadable {
        try {
            return Manifest.parse(files.text(Dossier.MANIFEST));
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("the manifest can't be read: " + wrong.getMessage());
        }
    }

    private Optional<Checkpoint> checkpoint(DossierFiles files, Manifest manifest) {
        try {
            SignedNote note = SignedNote.parse(files.text(Dossier.CHECKPOINT));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Optional<NoteKey> signer = keys.stream()
                    .filter(key -> key.name().equals(checkpoint.origin()) && note.isSignedBy(key))
                    .findFirst();
            if (signer.isEmpty()) {
                find("the checkpoint is not signed with a key that was given");
            } else if (!signer.get().label().equals(manifest.about().key())) {
                find("the dossier names another key than the one that its checkpoint is signed with");
            }
            keptNotes.forEach((source, kept) -> compare(checkpoint, kept, source));
            return Optional.of(checkpoint);
        } catch (IllegalArgumentException wrong) {
            find("the checkpoint can't be read: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private void compare(Checkpoint checkpoint, String kept, String source) {
        try {
            SignedNote note = SignedNote.parse(kept);
            Checkpoint other = Checkpoint.parse(note.text());
            if (keys.stream().noneMatch(key -> key.name().equals(other.origin()) && note.isSignedBy(key))) {
                find("the checkpoint in " + source + " is not signed with a key that was given");
            } else if (other.origin().equals(checkpoint.origin()) && other.size() == checkpoint.size()) {
                if (!other.equals(checkpoint)) {
                    find("the log was another when the checkpoint in " + source + " was made");
                }
            } else {
                said.add("the checkpoint in %s is of %d events and was not compared: ask for consistency"
                        .formatted(source, other.size()));
            }
        } catch (IllegalArgumentException wrong) {
            find("the checkpoint in " + source + " is none: " + wrong.getMessage());
        }
    }

    private List<ProvenEvent> events(DossierFiles files, Checkpoint checkpoint) {
        List<ProvenEvent> events = new ArrayList<>();
        int lines = 0;
        for (String line : files.text(Dossier.EVENTS).lines().toList()) {
            lines++;
            try {
                events.add(ProvenEvent.parse(line, checkpoint.size()));
            } catch (IllegalArgumentException wrong) {
                find("line %d of %s can't be read: %s".formatted(lines, Dossier.EVENTS, wrong.getMessage()));
            }
        }
        return events;
    }

    private void inLog(ProvenEvent event, Checkpoint checkpoint) {
        EventRow row = event.row();
        if (!event.proof().proves(row.leaf(), checkpoint.root())) {
            find("the event at position %d (%s) is not in the log that was signed, or its proof is not its own"
                    .formatted(row.position(), row.eventId()));
        }
        if (codes.isPresent()
                && event.code().isPresent()
                && !codes.get().isGenuine(row, event.code().get())) {
            find("the event at position %d (%s) is not the one that its authentication code is over"
                    .formatted(row.position(), row.eventId()));
        }
    }

    private void order(List<ProvenEvent> events) {
        long position = 0;
        long leaf = -1;
        Map<String, Long> next = new HashMap<>();
        for (ProvenEvent event : events) {
            EventRow row = event.row();
            if (row.position() <= position || event.proof().index() <= leaf) {
                find("the event at position %d comes after position %d".formatted(row.position(), position));
            }
            position = row.position();
            leaf = event.proof().index();
            long expected = next.getOrDefault(row.stream(), 0L);
            if (row.version() != expected) {
                find("the event at position %d is number %d of stream %s, where number %d should be"
                        .formatted(row.position(), row.version(), row.stream(), expected));
            }
            next.put(row.stream(), row.version() + 1);
        }
    }

    /** Each stream has the events that the manifest says, and has to do with what the dossier is of. */
    private void streams(Manifest manifest, List<ProvenEvent> events) {
        Map<String, Long> counted =
                events.stream().collect(Collectors.groupingBy(event -> event.row().stream(), Collectors.counting()));
        Set<String> listed = new HashSet<>();
        for (Manifest.Stream stream : manifest.streams()) {
            listed.add(stream.id());
            long found = counted.getOrDefault(stream.id(), 0L);
            if (found != stream.events()) {
                find("stream %s (%s) had %d events, and has %d here"
                        .formatted(stream.id(), stream.type(), stream.events(), found));
            }
        }
        counted.keySet().stream()
                .filter(stream -> !listed.contains(stream))
                .forEach(stream -> find("stream %s is not in the manifest".formatted(stream)));
        Manifest.About about = manifest.about();
        if (!counted.containsKey(about.id())) {
            find("there is nothing of %s %s itself".formatted(about.kind(), about.id()));
        }
        Map<String, List<ProvenEvent>> byStream =
                events.stream().collect(Collectors.groupingBy(event -> event.row().stream()));
        byStream.getOrDefault(about.id(), List.of()).stream()
                .flatMap(event -> named(event, WHOSE).stream())
                .distinct()
                .filter(owner -> !counted.containsKey(owner))
                .forEach(owner -> find("there is nothing of the candidate %s whose it is".formatted(owner)));
        byStream.forEach((stream, its) -> {
            if (!stream.equals(about.id()) && !belongs(stream, its, about, byStream)) {
                find("stream %s has nothing to do with %s %s".formatted(stream, about.kind(), about.id()));
            }
        });
    }

    /** One of its events names what the dossier is of, or the other way round. */
    private static boolean belongs(
            String stream, List<ProvenEvent> its, Manifest.About about, Map<String, List<ProvenEvent>> byStream) {
        String type = its.getFirst().row().streamType();
        return its.stream().anyMatch(event -> names(event, about.kind(), about.id()))
                || byStream.getOrDefault(about.id(), List.of()).stream().anyMatch(event -> names(event, type, stream));
    }

    private static boolean names(ProvenEvent event, String kind, String id) {
        return named(event, kind + "Id").filter(id::equals).isPresent();
    }

    private static Optional<String> named(ProvenEvent event, String member) {
        try {
            String payload = new String(event.row().payload(), StandardCharsets.UTF_8);
            return Optional.ofNullable(JsonLine.outer(payload).get(member));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void told(DossierFiles files, Manifest manifest, Checkpoint checkpoint, List<ProvenEvent> events) {
        if (manifest.about().page() != Page.VERSION) {
            said.add("page and table were made by another release and were not compared with the events");
            return;
        }
        var dossier = new Dossier(manifest.about(), checkpoint, manifest.streams(), events);
        if (!Arrays.equals(Page.of(dossier), files.bytes(Dossier.PAGE))) {
            find(Dossier.PAGE + " does not say what the events say");
        }
        if (!Arrays.equals(Table.of(dossier), files.bytes(Dossier.TABLE))) {
            find(Dossier.TABLE + " does not say what the events say");
        }
    }

    private void summarise(DossierFiles files, Manifest manifest, Checkpoint checkpoint, List<ProvenEvent> events) {
        said.addFirst("%d events of %s %s and of what belongs to it, each in the log %s of %d events that was signed"
                .formatted(
                        events.size(),
                        manifest.about().kind(),
                        manifest.about().id(),
                        checkpoint.origin(),
                        checkpoint.size()));
        String complete = log.isPresent()
                ? "the log that was given has no more of these streams: "
                : "a dossier can't show whether a stream went on, so compare the numbers with the log: ";
        said.add(complete
                + manifest.streams().stream()
                        .map(stream -> "%s %s %d".formatted(stream.type(), stream.id(), stream.events()))
                        .collect(Collectors.joining(", ")));
        said.add("hash of the manifest, to compare with who else has this dossier: "
                + DossierZip.sha256(files.bytes(Dossier.MANIFEST)));
    }

    private void find(String what) {
        findings.add(what);
    }
}
