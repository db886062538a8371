package io.switchboard.deployer.internal.answer;

import java.nio.file.Path;

/** The files of {@code deploy/} that are taken and answered for; all others are left alone. */
public enum Droppable {
    /** One bundle. */
    JAR(".jar"),
    /** Bundles, and configurations, that go up or down together. */
    ZIP(".zip"),
    /** A configuration. */
    CFG(".cfg");

    private final String suffix;

    Droppable(String suffix) {
        this.suffix = suffix;
    }

    /** Whether a file is one of this kind. */
    public boolean is(String file) {
        return file.endsWith(suffix) && !file.startsWith(".");
    }

    /** Whether a file is taken at all. */
    public static boolean any(String file) {
        return JAR.is(file) || ZIP.is(file) || CFG.is(file);
    }

    /** Whether a file is taken at all. */
    public static boolean any(Path file) {
        return any(file.getFileName().toString());
    }
}
