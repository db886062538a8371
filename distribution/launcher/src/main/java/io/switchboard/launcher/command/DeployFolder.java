package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * {@code deploy/} of a home.
 *
 * @param folder where it is
 */
record DeployFolder(Path folder) {
    static DeployFolder of(Path home) {
        return new DeployFolder(home.resolve("deploy"));
    }

    /** Refuses what can never be deployed, before it is copied; the rest is for the hub to say. */
    static void check(Path file) throws IOException, CommandFault {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw CommandFault.failed(
                    file + " is not there. Build it first: mvn package", file + " 不存在。请先构建：mvn package");
        }
        if (name.startsWith(".") || !(name.endsWith(".jar") || name.endsWith(".zip") || name.endsWith(".cfg"))) {
            throw CommandFault.failed(
                    file + " is neither a .jar, nor a .zip of several, nor settings (.cfg).",
                    file + " 既不是 .jar，也不是由多个 .jar 组成的 .zip，也不是设置文件（.cfg）。");
        }
        if (name.endsWith(".jar") && symbolicName(file).isEmpty()) {
            throw CommandFault.failed(
                    file + " is a plain jar, not a bundle: its manifest has no Bundle-SymbolicName."
                            + " Let bnd-maven-plugin write it, as in: switchboard new connector NAME",
                    file + " 是普通 jar 而不是 bundle：清单中没有 Bundle-SymbolicName。"
                            + "请由 bnd-maven-plugin 生成，参见：switchboard new connector 名称");
        }
    }

    /** Of a bundle; empty where the file is none. */
    static Optional<String> symbolicName(Path file) throws IOException, CommandFault {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return Optional.ofNullable(manifest)
                    .map(found -> found.getMainAttributes().getValue("Bundle-SymbolicName"))
                    .map(name -> name.split(";", 2)[0].strip());
        } catch (ZipException e) {
            throw CommandFault.failed(
                    file + " is not a whole jar: " + e.getMessage(), file + " 不是完整的 jar：" + e.getMessage());
        }
    }

    /** Copies a file in, in one step; where it is now. The copy is the sender's alone until it is whole. */
    Path put(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName());
        Path half = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
            // A file that was written this moment would be waited for, in case more is coming.
            Files.setLastModifiedTime(half, FileTime.from(Instant.now().minusSeconds(2)));
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        return target;
    }

    /** The files that are in it, by name. */
    List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.{jar,zip,cfg}")) {
            files.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    /** By the name of the file, or of the bundle in it. */
    List<Path> named(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files()) {
            if (name.equals(String.valueOf(file.getFileName()))
                    || bundle(file).filter(name::equals).isPresent()) {
                found.add(file);
            }
        }
        return found;
    }

    /** Other jars with the same bundle, as far as the hub could read them. */
    List<Path> others(Path file) throws IOException, CommandFault {
        Optional<String> name = file.toString().endsWith(".jar") ? symbolicName(file) : Optional.empty();
        List<Path> found = new ArrayList<>();
        for (Path each : files()) {
            if (!each.equals(file) && each.toString().endsWith(".jar") && name.equals(bundle(each))) {
                found.add(each);
            }
        }
        return found;
    }

    private static Optional<String> bundle(Path file) throws IOException {
        return DeployStatus.of(file)
                .map(status -> status.value("bundle").split(" ", 2)[0])
                .filter(name -> !name.isEmpty());
    }
}
