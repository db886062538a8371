package io.switchboard.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkout, as far as rules ask about its files. Tests run in the folder of their module. */
final class SourceTree {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ARTIFACT_ID =
            Pattern.compile("</parent>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules", "run-home");

    private SourceTree() {}

    /** The artifact ids of the modules that have classes. */
    static List<String> modulesWithClasses() throws IOException {
        var found = new ArrayList<String>();
        collectModules(ROOT, found);
        return found;
    }

    private static void collectModules(Path folder, List<String> found) throws IOException {
        String pom = Files.readString(folder.resolve("pom.xml"));
        if (Files.isDirectory(folder.resolve("src/main/java"))) {
            Matcher artifactId = ARTIFACT_ID.matcher(pom);
            found.add(artifactId.find() ? artifactId.group(1) : folder.toString());
        }
        Matcher module = MODULE.matcher(pom);
        while (module.find()) {
            collectModules(folder.resolve(module.group(1)), found);
        }
    }

    /** The files with more lines than that, and how many. */
    static List<String> javaFilesLongerThan(int lines) throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".java")) {
                    int length = Files.readAllLines(file).size();
                    if (length > lines) {
                        found.add(ROOT.relativize(file) + ": " + length);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
