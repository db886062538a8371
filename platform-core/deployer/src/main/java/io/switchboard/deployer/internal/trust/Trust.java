package io.switchboard.deployer.internal.trust;

import io.switchboard.deployer.internal.watch.FileStamp;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of a private copy whether it may be deployed. The setting and the certificates are followed while the hub runs; what holds is always
 * one whole snapshot. Safe for use from many threads.
 */
public final class Trust implements WatchedFolder {
    static final Duration REST = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final Path etc;
    private final Path data;
    private final InstantSource clock;
    private final Runnable changed;
    private Object adopted;
    private Object pending;
    private Instant since = Instant.EPOCH;
    private volatile Rules rules;

    /**
     * What holds at a moment.
     *
     * @param clear false while there is a mistake in the setting or in a certificate: then what runs is left alone, and what comes has to be
     *     signed by those that could be read
     */
    private record Rules(boolean signed, boolean clear, Trusted trusted) {}

    /** Reads the setting and the certificates; tells, on the thread that scans, when what runs has to be looked at again. */
    public Trust(Path etc, Path data, InstantSource clock, Runnable changed) {
        this.etc = etc;
        this.data = data;
        this.clock = clock;
        this.changed = changed;
        adopted = look();
        pending = adopted;
        rules = read();
    }

    @Override
    public Path path() {
        return etc.resolve(TrustSetting.FOLDER);
    }

    @Override
    public Duration scan() {
        synchronized (this) {
            Object now = look();
            if (!now.equals(pending)) {
                pending = now;
                since = clock.instant();
            }
            if (pending.equals(adopted)) {
                return FolderWatch.SLOW;
            }
            // A file that is replaced may be missing for a moment, and a half written one is none.
            Duration left = REST.minus(Duration.between(since, clock.instant()));
            if (!left.isNegative() && !left.isZero()) {
                return left;
            }
            adopted = now;
            Rules before = rules;
            rules = read();
            if (rules.equals(before)) {
                return FolderWatch.SLOW;
            }
        }
        changed.run();
        return FolderWatch.SLOW;
    }

    /** Whether what runs and would not pass {@link #check} any more has to go. */
    public boolean holdsForWhatRuns() {
        return rules.signed && rules.clear;
    }

    /**
     * Reads a file to its end; nobody but the hub may be able to change it.
     *
     * @param taken when it came; certificates have to be valid at that moment, and what runs does not stop when one expires
     * @return who signed it; empty when nobody has to
     */
    public Optional<Signature> check(Path file, Instant taken) throws Untrusted, IOException {
        Rules now = rules;
        return now.signed ? Optional.of(SignedJar.verify(file, now.trusted, taken)) : Optional.empty();
    }

    private Rules read() {
        TrustedFolder folder = TrustedFolder.read(path());
        List<String> mistakes = new ArrayList<>(folder.mistakes());
        boolean signed = true;
        try {
            TrustSetting setting = TrustSetting.read(etc, data);
            signed = setting.signed();
            if (setting.mistake() != null) {
                mistakes.add(TrustSetting.FILE + ": " + setting.mistake());
            }
        } catch (IOException e) {
            mistakes.add(e.toString());
        }
        if (signed) {
            LOG.info(
                    "Bundles in deploy/ have to be signed; {} certificate(s) trusted",
                    folder.trusted().certificates().size());
        } else {
            LOG.warn("Bundles in deploy/ are not asked for a signature (deploy.trust = none)");
        }
        if (signed && !mistakes.isEmpty()) {
            LOG.error(
                    "Until this is mended new bundles are taken only if they are signed, and what runs is left alone: {}",
                    String.join("; ", mistakes));
        }
        return new Rules(signed, mistakes.isEmpty(), folder.trusted());
    }

    private Object look() {
        TreeMap<String, Optional<FileStamp>> seen = new TreeMap<>();
        seen.put("", FileStamp.of(etc.resolve(TrustSetting.FILE)));
        try {
            for (Path file : TrustedFolder.files(path())) {
                seen.put(file.getFileName().toString(), FileStamp.of(file));
            }
        } catch (IOException e) {
            seen.put("/", Optional.empty());
        }
        return seen;
    }
}
