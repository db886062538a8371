package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.internal.watch.FileStamp;

/** Hears what became of each file of a folder of configurations, at every look. */
public interface Listener {
    /** Where nobody asks. */
    Listener NOBODY = new Listener() {
        @Override
        public void stands(String file, ConfigurationId id, FileStamp stamp, String mistake, boolean withheld) {
            // The log says it.
        }

        @Override
        public void gone(String file) {
            // The log says it.
        }
    };

    /**
     * How a file stands.
     *
     * @param mistake why it is not used; empty when it is
     * @param withheld whether nothing is given out in its place
     */
    void stands(String file, ConfigurationId id, FileStamp stamp, String mistake, boolean withheld);

    /** There is no such file any more. */
    void gone(String file);
}
