package io.switchboard.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM for partners has no parent, so that importing it brings nothing along; its versions are held to ours here. */
class PartnerVersionsTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.-]+\\.version)>([^<]+)</");

    @Test
    void partnersCompileAgainstWhatTheHubRuns() throws Exception {
        Map<String, String> ours = versions("pom.xml");
        Map<String, String> theirs = versions("platform-core/bom/pom.xml");
        assertFalse(theirs.isEmpty());
        ours.put("switchboard-bom", ours.getOrDefault("switchboard", ""));
        Map<String, String> expected = new TreeMap<>();
        theirs.forEach((artifact, version) -> expected.put(artifact, ours.getOrDefault(artifact, "not in the build")));
        assertEquals(expected, theirs);
    }

    private static Map<String, String> versions(String pom) throws Exception {
        String text = Files.readString(SourceTree.ROOT.resolve(pom));
        Matcher property = PROPERTY.matcher(text);
        while (property.find()) {
            text = text.replace("${" + property.group(1) + "}", property.group(2));
        }
        Map<String, String> found = new TreeMap<>();
        Matcher version = VERSION.matcher(text);
        while (version.find()) {
            found.put(version.group(1), version.group(2));
        }
        return found;
    }
}
