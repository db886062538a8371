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
    private volatile Runnable changed = () -> {};
    private Object adopted;
    private Object pending;
    private Instant since = Instant.EPOCH;
    private volatile Rules rules;

    /**
     * What holds at a moment.
     *
     * @param mistakes in the setting or in certificates. While there is one, what runs is left alone, and what comes has to be signed by those
     *     that could be read
     */
    private record Rules(boolean signed, String mistakes, Trusted trusted) {}

    /** Reads the setting and the certificates. */
    public Trust(Path etc, Path data, InstantSource clock) {
        this.etc = etc;
        this.data = data;
        this.clock = clock;
        adopted = look();
        pending = adopted;
        rules = read();
    }

    /** Tells one, on the thread that scans, when what was taken and what was refused has to be looked at again. */
    public void onChange(Runnable listener) {
        changed = listener;
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

    /** What is wrong with the rules; empty where nothing is. */
    public String mistakes() {
        return rules.mistakes;
    }

    /** Whether configurations may be dropped beside bundles: they cannot be signed. */
    public boolean takesConfigurations() {
        return !rules.signed;
    }

    /** The same of what runs. It may go on while there is a mistake in the rules, and when a certificate has expired since. */
    public void checkAgain(Path file, Optional<Signature> before) throws Untrusted, IOException {
        Rules now = rules;
        if (now.signed && now.mistakes.isEmpty()) {
            SignedJar.verify(file, now.trusted, before.map(Signature::taken).orElseGet(clock::instant));
        }
    }

    /**
     * Reads a file to its end; nobody but the hub may be able to change it.
     *
     * @return who signed it; empty when nobody has to
     */
    public Optional<Signature> check(Path file) throws Untrusted, IOException {
        Rules now = rules;
        return now.signed ? Optional.of(SignedJar.verify(file, now.trusted, clock.instant())) : Optional.empty();
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
        return new Rules(signed, String.join("; ", mistakes), folder.trusted());
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
