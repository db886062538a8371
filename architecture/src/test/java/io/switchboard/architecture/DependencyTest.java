package io.switchboard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.switchboard.architecture.Rules.CLASSES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom. */
class DependencyTest {

    /** A rule over modules that are not on the class path would hold for nothing. */
    @Test
    void everyModuleOfTheBuildIsHeldToTheRules() throws Exception {
        var built = new TreeSet<>(SourceTree.modulesWithClasses());
        var known = Arrays.stream(Part.values()).map(part -> part.root).collect(Collectors.toCollection(TreeSet::new));
        var read = CLASSES.stream()
                .flatMap(type -> Part.of(type).stream())
                .map(part -> part.root)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(built, known, "modules of the build, and of the list of parts");
        assertEquals(built, read, "modules of the build, and of the dependencies of this one");
    }

    @Test
    void everyClassBelongsToAPart() {
        assertEquals(
                List.of(),
                CLASSES.stream()
                        .filter(type -> Part.of(type).isEmpty())
                        .map(JavaClass::getName)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void partsKnowOnlyWhatLiesBelow(Part part) {
        classes()
                .that(part.classes())
                .should()
                .onlyDependOnClassesThat(part.mayUse())
                .check(CLASSES);
    }

    @Test
    void exportedPackagesDoNotNeedInternalOnes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal..", Part.TESTKIT.root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.switchboard.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** What a partner compiles against needs nothing at run time. */
    @Test
    void theConnectorApiNeedsNothingButAnnotations() {
        classes()
                .that(Part.CONNECTOR.classes())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Part.CONNECTOR.root + "..",
                        "java..",
                        "org.jspecify.annotations",
                        "org.osgi.annotation..",
                        "org.osgi.service.component.annotations")
                .check(CLASSES);
    }
}
