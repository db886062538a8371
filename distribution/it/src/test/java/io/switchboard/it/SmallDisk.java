package io.switchboard.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own in a folder, so small that it is soon full. It takes the rights of root. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve(".filler");
    }

    /** Mounts one; where that may not be done, the test is not tried, and says so. */
    static SmallDisk at(Path folder) throws IOException {
        Files.createDirectories(folder);
        String said = run("mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "switchboard-it", folder.toString());
        if (!said.isEmpty()) {
            String why = "NOT TRIED: nothing can be mounted at " + folder + ", so no disk is full: " + said;
            System.err.println(why);
            Assumptions.abort(why);
        }
        return new SmallDisk(folder);
    }

    /** Until not a byte more has room. */
    void fill() {
        for (int size = 1 << 20; size > 0; size /= 16) {
            fill(new byte[size]);
        }
    }

    private void fill(byte[] piece) {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            // As much as fits in such pieces.
        }
    }

    void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() {
        String said = run("umount", "-l", folder.toString());
        if (!said.isEmpty()) {
            throw new AssertionError(said);
        }
    }

    /** What it says when it fails. */
    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said.strip() + " (" + command[0] + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
