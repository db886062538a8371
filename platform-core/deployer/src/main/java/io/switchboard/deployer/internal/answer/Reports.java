package io.switchboard.deployer.internal.answer;

import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what became of each file, from one record in three places: the note beside it, the log, the board. */
public final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final StatusNote notes;
    private final Board board;
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();

    private record Told(Deployment deployment, long arrival) {}

    /** Takes the folder with the files, and where else to post what became of them. */
    public Reports(Path folder, Board board) {
        notes = new StatusNote(folder);
        this.board = board;
    }

    /** Says how a file stands, unless that was said already. The {@code arrival} tells one content of a file from the next. */
    public synchronized void tell(Deployment deployment, long arrival) {
        String file = deployment.file();
        @Nullable Told before = told.get(file);
        if (before != null && before.arrival == arrival && deployment.sameAs(before.deployment)) {
            if (unwritten.contains(file)) {
                write(before.deployment);
            }
            return;
        }
        told.put(file, new Told(deployment, arrival));
        board.post(deployment);
        write(deployment);
        log(deployment);
    }

    private void write(Deployment deployment) {
        if (notes.write(deployment)) {
            unwritten.remove(deployment.file());
        } else if (unwritten.add(deployment.file())) {
            LOG.warn("No status file for {} yet: there is no room, or no right to write", deployment.file());
        }
    }

    /** A file has gone. */
    public synchronized void forget(String file) {
        told.remove(file);
        unwritten.remove(file);
        notes.remove(file);
        board.remove(file);
    }

    /** Removes the notes of files that went while no hub was running. */
    public synchronized void retain(Set<String> files) throws IOException {
        notes.retain(files);
    }

    private static void log(Deployment deployment) {
        String file = deployment.file();
        String title = deployment.bundles().stream().map(BundleName::toString).collect(Collectors.joining(", "));
        String reason = deployment.reason().map(Reason::en).orElse("");
        switch (deployment.state()) {
            case STARTING -> LOG.info("{}: {} starts {}", file, title, reason);
            case RUNNING -> LOG.info("{}: {} runs", file, title);
            case FAULTY -> LOG.error("{}: {} runs, but {}", file, title, reason);
            case WAITING -> LOG.warn("{}: {} waits: {}", file, title, reason);
            case REFUSED -> LOG.error("{} is refused: {}", file, reason);
            case FAILED -> LOG.error("{} does not start: {}", file, reason);
        }
    }
}
