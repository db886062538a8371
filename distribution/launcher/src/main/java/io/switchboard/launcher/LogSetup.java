package io.switchboard.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log beside the framework: reading its configuration takes a good part of the start, and nobody logs before the
 * first bundle runs.
 */
final class LogSetup {
    private final Thread thread = new Thread(LoggerFactory::getILoggerFactory, "log-setup");

    LogSetup(Home home) {
        System.setProperty("switchboard.logs", home.logs().toString());
        System.setProperty(
                "logback.configurationFile", configuration(home).toUri().toString());
    }

    /** The home's own, or else the one that is shipped. */
    static Path configuration(Home home) {
        Path own = home.etc().resolve("logback.xml");
        return Files.exists(own) ? own : home.distribution().resolve("etc/logback.xml");
    }

    LogSetup begin() {
        thread.start();
        return this;
    }

    /** Who asks for a logger before this returns gets a slower one for good. */
    void await() throws InterruptedException {
        thread.join();
    }
}
