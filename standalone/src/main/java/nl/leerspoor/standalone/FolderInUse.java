package nl.leerspoor.standalone;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process works on the data folder. */
final class FolderInUse extends RuntimeException {

    private final Path folder;

    FolderInUse(Path folder) {
        super("Another Leerspoor works on the data in " + folder.toAbsolutePath());
        this.folder = folder;
    }

    /** Tells the newcomer what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<FolderInUse> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, FolderInUse cause) {
            return new FailureAnalysis(
                    "Another Leerspoor is running on the data in "
                            + cause.folder.toAbsolutePath().normalize() + ".",
                    "Stop that one first (Ctrl-C where it runs), or keep other data elsewhere: --leerspoor.data=<folder>",
                    failure);
        }
    }
}
