package io.switchboard.launcher;

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
                "logback.configurationFile",
                home.etc().resolve("logback.xml").toUri().toString());
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
