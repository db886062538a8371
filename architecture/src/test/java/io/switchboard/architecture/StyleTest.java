package io.switchboard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.switchboard.architecture.Rules.CLASSES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How things are named, marked, and kept small. */
class StyleTest {

    private static final int MOST_LINES = 400;

    @Test
    void packagesAreExportedWithAVersionOrInternal() {
        var wrong = packages()
                .filter(it -> isOfABundle(it))
                .filter(it -> Rules.isInternal(it.getName()) == isMarked(it, "org.osgi.annotation.bundle.Export")
                        || Rules.isInternal(it.getName()) == isMarked(it, "org.osgi.annotation.versioning.Version"));
        assertEquals(List.of(), names(wrong));
    }

    @Test
    void packagesAreNullMarked() {
        assertEquals(
                List.of(),
                names(packages().filter(Predicate.not(it -> isMarked(it, "org.jspecify.annotations.NullMarked")))));
    }

    /** Such names tell that something is there, but not what it does. */
    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Engine|Impl|DTO|Dto)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void onlyTheLauncherSpeaksToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Part.LAUNCHER.root + "..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    /**
     * A signature of the JDK may name its logger; using it would bypass our log, which the launcher alone sets up, and the
     * testkit alone reads.
     */
    @Test
    void logsGoThroughSlf4j() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Part.LAUNCHER.root + "..", Part.TESTKIT.root + "..")
                .should()
                .accessClassesThat()
                .resideInAnyPackage("java.util.logging..", "ch.qos.logback..")
                .check(CLASSES);
    }

    @Test
    void filesAreShort() throws Exception {
        assertEquals(List.of(), SourceTree.javaFilesLongerThan(MOST_LINES));
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).distinct();
    }

    private static boolean isOfABundle(JavaPackage it) {
        return Arrays.stream(Part.values())
                .filter(part -> !part.isBundle())
                .noneMatch(part -> (it.getName() + ".").startsWith(part.root + "."));
    }

    private static boolean isMarked(JavaPackage it, String annotation) {
        return it.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(annotation))
                .orElse(false);
    }

    private static List<String> names(Stream<JavaPackage> packages) {
        return packages.map(JavaPackage::getName).sorted().toList();
    }
}
