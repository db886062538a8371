package io.switchboard.deployer.internal.watch;

import java.nio.file.Path;
import java.time.Duration;

/** A folder that is looked through when something happens in it, and now and then in any case. */
public interface WatchedFolder {
    Path path();

    /** Looks through the folder; answers how soon it has to be looked at again even if nothing happens. */
    Duration scan();

    /** A folder of which only the events are wanted: what is in it is looked at along with another one. */
    static WatchedFolder only(Path path) {
        return new WatchedFolder() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public Duration scan() {
                return FolderWatch.SLOW;
            }
        };
    }
}
