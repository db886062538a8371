package io.switchboard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/soak.md}, in which each soak run replaces what stands between two comments that name it. */
final class SoakPage {
    private SoakPage() {}

    static void replace(Path file, String section, String text) throws IOException {
        String page = Files.readString(file);
        String begin = "<!-- " + section + ": begin -->";
        int from = page.indexOf(begin);
        int to = page.indexOf("<!-- " + section + ": end -->");
        if (from < 0 || to < from) {
            throw new IOException(file + " has no section " + section);
        }
        Files.writeString(
                file, page.substring(0, from + begin.length()) + "\n" + text.strip() + "\n" + page.substring(to));
    }
}
