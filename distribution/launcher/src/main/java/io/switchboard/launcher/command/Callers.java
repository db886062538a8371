package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a command that calls operations needs before it knows which hub. Immutable.
 *
 * @param home of the hub that is meant where none is named
 * @param logins who the command line is, by hub
 * @param known what is kept for the completion of words
 */
record Callers(Path home, Logins logins, KnownOperations known, InstantSource clock) {

    /** To the hub of the home, or the one that {@code --url} names. */
    Caller caller(Options options) throws IOException, CommandFault {
        Optional<String> url = options.value("--url");
        if (url.isEmpty()) {
            RunningHub.need(home);
        }
        HubAddress address = url.isPresent() ? HubAddress.of(url.get()) : HubAddress.ofHome(home);
        return new Caller(Session.resume(logins, clock, address), known);
    }
}
