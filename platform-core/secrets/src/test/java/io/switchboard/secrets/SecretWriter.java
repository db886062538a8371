package io.switchboard.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Another process that sets secrets: folder, beginning of their names, how many. */
final class SecretWriter {
    private SecretWriter() {}

    public static void main(String[] arguments) throws IOException {
        SecretStore store = new SecretStore(Path.of(arguments[0]), InstantSource.system());
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            store.set(arguments[1] + "-" + i, "v" + i);
        }
    }
}
