package io.switchboard.core.internal.audit;

import io.switchboard.core.internal.audit.key.CustomerKeys;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is too old or too much, and keeps the head up to date. Its failures stop nothing. For the writer's thread, but for {@link #change}. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long HEAD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

    private final SegmentFolder folder;
    private final CustomerKeys keys;
    private volatile AuditSettings settings;
    private final Clock clock;
    private long lastHead = System.nanoTime() - HEAD_NANOS;
    private long lastAnchor = System.nanoTime() - HOUR_NANOS;
    private long lastRetention = System.nanoTime() - HOUR_NANOS;
    private long first;
    private Cursor noted = Cursor.START;

    /** Knows the oldest segment from the last run, so that one that vanished since goes on being missed. */
    Housekeeping(SegmentFolder folder, CustomerKeys keys, AuditSettings settings, Clock clock, long first) {
        this.first = first;
        this.folder = folder;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps as long and as much as this says, within the hour. From any thread. */
    void change(AuditSettings changed) {
        settings = changed;
    }

    /** Does what is due. */
    void tend(Cursor forced, boolean rotated) {
        long now = System.nanoTime();
        try {
            if (rotated || now - lastRetention >= HOUR_NANOS) {
                lastRetention = now;
                retain(forced);
            }
            if (now - lastHead >= HEAD_NANOS && !forced.equals(noted)) {
                lastHead = now;
                note(forced);
                tellAnchor(forced, now);
            }
        } catch (IOException e) {
            LOG.warn("Old segments of the audit could not be tended", e);
        }
    }

    /** In the log, which may be kept where whoever changes the segments does not reach it. */
    private void tellAnchor(Cursor forced, long now) {
        if (now - lastAnchor >= HOUR_NANOS) {
            lastAnchor = now;
            LOG.info("The audit's anchor: {}", new AuditVerifier.Anchor(forced.records(), forced.chain()));
        }
    }

    /** Notes where the audit ends. */
    void finish(Cursor forced) {
        try {
            note(forced);
        } catch (IOException e) {
            LOG.warn("The end of the audit could not be noted", e);
        }
    }

    private void note(Cursor forced) throws IOException {
        new AuditHead(first, forced.segment(), forced.records(), forced.chain()).write(folder.path());
        noted = forced;
    }

    private void retain(Cursor forced) throws IOException {
        NavigableMap<Long, Path> closed = folder.segments().headMap(forced.segment(), false);
        NavigableMap<Long, Path> old = old(closed, Files.size(folder.file(forced.segment())));
        if (old.isEmpty()) {
            return;
        }
        first = old.lastKey() + 1;
        note(forced); // before they go, or their going would look like a theft
        for (Path file : old.values()) {
            Files.deleteIfExists(file);
        }
        removeTorn();
        keys.retain(first);
        LOG.info("{} old segments of the audit were removed; the oldest is now {}", old.size(), first);
    }

    /** Those of the closed segments that have to go: the oldest, without gaps. */
    private NavigableMap<Long, Path> old(NavigableMap<Long, Path> closed, long openBytes) throws IOException {
        AuditSettings now = settings;
        Instant oldest = clock.instant().minus(now.retention());
        long total = openBytes;
        for (Path file : closed.values()) {
            total += Files.size(file);
        }
        NavigableMap<Long, Path> old = new TreeMap<>();
        for (Map.Entry<Long, Path> segment : closed.entrySet()) {
            Path file = segment.getValue();
            boolean expired = Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
            if (!expired && total <= now.totalBytes()) {
                break;
            }
            total -= Files.size(file);
            old.put(segment.getKey(), file);
        }
        return old;
    }

    private void removeTorn() throws IOException {
        String firstName = folder.file(first).getFileName().toString();
        try (DirectoryStream<Path> torn = Files.newDirectoryStream(folder.path(), "*.torn")) {
            for (Path file : torn) {
                if (file.getFileName().toString().compareTo(firstName) < 0) {
                    Files.delete(file);
                }
            }
        }
    }
}
