package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.answer.Droppable;
import io.switchboard.deployer.internal.configuration.ConfigurationId;
import io.switchboard.deployer.internal.trust.Signature;
import io.switchboard.deployer.internal.trust.Trust;
import io.switchboard.deployer.internal.trust.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Copies what was dropped and looks at the copy: a jar is a bundle, a zip holds several, and configurations. */
final class ContentReader {
    /** Of files in an archive, and of bytes when all are unpacked: far more than anybody deploys together. */
    private static final int MOST_FILES = 256;

    private static final long MOST_BYTES = 1L << 30;

    private final PrivateCopies copies;
    private final Trust trust;

    ContentReader(PrivateCopies copies, Trust trust) {
        this.copies = copies;
        this.trust = trust;
    }

    /** Leaves no copies behind when it fails. */
    Content read(Path file) throws IOException, DeployFault {
        Path copy = copies.copy(file);
        if (Droppable.ZIP.is(file.getFileName().toString())) {
            return archive(copy);
        }
        try {
            BundleJar jar = vouched(BundleJar.read(copy));
            return new Content(copy, jar.digest(), List.of(jar), Map.of());
        } catch (DeployFault | IOException | RuntimeException | Error e) {
            PrivateCopies.drop(copy);
            throw e;
        }
    }

    private Content archive(Path archive) throws IOException, DeployFault {
        List<Path> made = new ArrayList<>(List.of(archive));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Content content = unpack(archive, zip, made);
            if (content.jars().isEmpty()) {
                throw refused("there is no bundle in it", "其中没有 bundle");
            }
            if (!content.configurations().isEmpty()) {
                // Those cannot be signed by themselves.
                vouched(archive);
            }
            return content;
        } catch (ZipException e) {
            made.forEach(PrivateCopies::drop);
            throw refused("it is not a whole zip (cut off or damaged)", "不是完整的 zip（被截断或已损坏）");
        } catch (DeployFault | IOException | RuntimeException | Error e) {
            made.forEach(PrivateCopies::drop);
            throw e;
        }
    }

    private Content unpack(Path archive, ZipFile zip, List<Path> made) throws IOException, DeployFault {
        List<BundleJar> jars = new ArrayList<>();
        Map<ConfigurationId, Path> configurations = new HashMap<>();
        Set<String> names = new HashSet<>();
        Digest digest = new Digest();
        long left = MOST_BYTES;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            Optional<ConfigurationId> configuration = ConfigurationId.ofFile(name);
            if (entry.isDirectory() || (!Droppable.JAR.is(name) && configuration.isEmpty())) {
                continue;
            }
            if (!names.add(name)) {
                throw refused("there are two files " + name + " in it", "其中有两个 " + name + " 文件");
            }
            if (names.size() > MOST_FILES) {
                throw tooLarge();
            }
            Path copy;
            try (InputStream in = zip.getInputStream(entry)) {
                copy = copies.copy(name, in, left);
            } catch (PrivateCopies.TooLarge e) {
                throw tooLarge();
            }
            made.add(copy);
            left -= copy.toFile().length();
            digest.add(name, entry.getCrc());
            if (configuration.isPresent()) {
                configurations.put(configuration.get(), copy);
            } else {
                jars.add(within(name, copy));
            }
        }
        return new Content(archive, digest.text(), jars, configurations);
    }

    private BundleJar within(String name, Path copy) throws IOException, DeployFault {
        try {
            return vouched(BundleJar.read(copy));
        } catch (DeployFault e) {
            throw e.in(name);
        }
    }

    private BundleJar vouched(BundleJar jar) throws IOException, DeployFault {
        return jar.signed(vouched(jar.file()));
    }

    private Optional<Signature> vouched(Path copy) throws IOException, DeployFault {
        try {
            return trust.check(copy);
        } catch (Untrusted e) {
            throw refused(e.en(), e.zh());
        }
    }

    /** Why what was read may not run any more; empty while it may. */
    Optional<Outcome> distrusted(Content content) {
        for (BundleJar jar : content.jars()) {
            try {
                trust.checkAgain(jar.file(), jar.signature());
            } catch (Untrusted e) {
                return Optional.of(new Outcome(DeploymentState.REFUSED, e.en(), e.zh()));
            } catch (IOException e) {
                return Optional.of(
                        new Outcome(DeploymentState.REFUSED, "its signature cannot be checked: " + e, "无法检查其签名：" + e));
            }
        }
        return Optional.empty();
    }

    private static DeployFault tooLarge() {
        return refused(
                "there is too much in it: at most " + MOST_FILES + " files and 1 GiB",
                "内容过多：最多 " + MOST_FILES + " 个文件、1 GiB");
    }

    private static DeployFault refused(String en, String zh) {
        return new DeployFault(DeploymentState.REFUSED, en, zh);
    }
}
