package io.switchboard.tryton.real;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the set-up of the real Tryton tells of it, and a way past Tryton to its database. */
public final class RealTryton {
    private final Properties properties = new Properties();

    /** Reads what {@code real/run} has written. */
    public RealTryton() {
        Path file = Path.of(System.getProperty("real.state", "")).resolve("tryton/system.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the set-up tells. */
    public String property(String key) {
        return properties.getProperty(key);
    }

    /** For what Tryton lets nobody do: to make something in the past, to end a session. */
    public void sql(String statement) {
        String address = property("jdbc").substring("jdbc:".length());
        ProcessBuilder builder = new ProcessBuilder(
                        "psql",
                        "-X",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        address.replace("//", "//" + property("jdbc_user") + "@"),
                        "-c",
                        statement)
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", property("jdbc_password"));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
