package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation in which one section is replaced, between two comments that name it. */
record Page(Path file) {
    void replace(String section, String text) throws IOException {
        String page = Files.readString(file);
        String begin = "<!-- " + section + ": begin -->";
        String end = "<!-- " + section + ": end -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(file + " has no section " + section);
        }
        Files.writeString(
                file, page.substring(0, from + begin.length()) + "\n" + text.strip() + "\n" + page.substring(to));
    }
}
