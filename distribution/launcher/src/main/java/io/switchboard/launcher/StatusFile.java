package io.switchboard.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code run/hub.json}: what scripts read. Replaced whole, so that a reader never sees half of it. One member a line, which
 * lets a shell read it without a JSON parser.
 */
final class StatusFile {
    enum State {
        STARTING,
        RUNNING,
        STOPPING,
        STOPPED
    }

    private final Path file;
    private final long pid;
    private final Instant started;
    private @Nullable ServedAt served;
    private State last = State.STARTING;
    private boolean withheld;

    StatusFile(Path file, long pid, Instant started) {
        this.file = file;
        this.pid = pid;
        this.started = started;
    }

    synchronized void servesAt(ServedAt addresses) {
        served = addresses;
    }

    /** Whether files of {@code etc/} keep it from being ready; what says which is elsewhere. */
    synchronized void withholds(boolean some) {
        withheld = some;
        write(last);
    }

    /** Ignored when it would go back: a hub told to stop while it starts does not become a running one. */
    synchronized void write(State state) {
        if (state.compareTo(last) < 0) {
            return;
        }
        last = state;
        String text = "{\n  \"pid\": " + pid
                + ",\n  \"state\": \"" + state.name().toLowerCase(Locale.ROOT) + '"'
                + (withheld ? ",\n  \"withheld\": true" : "")
                + addresses()
                + ",\n  \"started\": \"" + started + "\"\n}\n";
        try {
            Path half = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String addresses() {
        if (served == null) {
            return "";
        }
        String admin = served.admin();
        return ",\n  \"http\": \"" + served.base() + '"' + (admin.isEmpty() ? "" : ",\n  \"admin\": \"" + admin + '"');
    }
}
