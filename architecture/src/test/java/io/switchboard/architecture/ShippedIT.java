package io.switchboard.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lies in the distribution is in its bill of materials, may be shipped under our licence, and is given its due. */
class ShippedIT {

    private static final Path HUB = SourceTree.ROOT.resolve("distribution/assembly/target/hub");

    /** Of several licences on offer one of these is enough; it is the one that we take. */
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            // The old servlet API: the classes under the first, XML schemas under the second, which binaries may
            // contain.
            "Apache License, Version 2.0 and Common Development And Distribution License (CDDL) Version 1.0");

    private static final List<Component> COMPONENTS = new ArrayList<>();

    /** What the bill of materials says of a jar. */
    private record Component(String group, String name, String jar, List<String> licences) {
        static Component of(JsonNode json) {
            var licences = new ArrayList<String>();
            for (JsonNode choice : json.path("licenses")) {
                JsonNode licence = choice.path("license");
                licences.add(licence.path("id").asText(licence.path("name").asText()));
            }
            String name = json.path("name").asText();
            String jar = name + "-" + json.path("version").asText() + ".jar";
            return new Component(json.path("group").asText(), name, jar, licences);
        }
    }

    @BeforeAll
    static void readTheBillOfMaterials() throws Exception {
        Path sbom = HUB.resolve("sbom.json");
        assertTrue(Files.isRegularFile(sbom), "No " + sbom + ": run mvn verify in the root, and not offline");
        for (JsonNode component : new ObjectMapper().readTree(sbom.toFile()).path("components")) {
            COMPONENTS.add(Component.of(component));
        }
    }

    @Test
    void everyBundleOfTheBuildIsShipped() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Part part : Part.values()) {
            if (part.isBundle() && jars().stream().noneMatch(jar -> jar.startsWith(part.root + "-"))) {
                missing.add(part.root);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyJarIsInTheBillOfMaterials() throws Exception {
        Set<String> unlisted = jars();
        COMPONENTS.forEach(component -> unlisted.remove(component.jar()));
        assertEquals(Set.of(), unlisted);
    }

    /** Not only of the jars: some bundles have others within. */
    @Test
    void everyLicenceIsCompatible() {
        var wrong = COMPONENTS.stream()
                .filter(component -> component.licences().stream().noneMatch(COMPATIBLE::contains))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void theNoticeNamesEverythingThatIsNotOurs() throws Exception {
        String notice = Files.readString(HUB.resolve("NOTICE"));
        Set<String> jars = jars();
        var unnamed = COMPONENTS.stream()
                .filter(component -> jars.contains(component.jar()))
                .filter(component -> !component.group().equals("io.switchboard"))
                .map(Component::name)
                .filter(name -> !notice.contains(name))
                .toList();
        assertEquals(List.of(), unnamed);
    }

    /** The launcher is shipped without its version. */
    private static Set<String> jars() throws IOException {
        try (Stream<Path> lib = Files.list(HUB.resolve("lib"));
                Stream<Path> system = Files.list(HUB.resolve("system"));
                Stream<Path> optional = Files.walk(HUB.resolve("optional"))) {
            return Stream.of(lib, system, optional)
                    .flatMap(Function.identity())
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.equals("launcher.jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
