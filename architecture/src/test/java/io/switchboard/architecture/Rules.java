package io.switchboard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** What the rules are asked of: all classes that we compile, read once. */
final class Rules {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/architecture/"))
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("io.switchboard");

    private Rules() {}

    static boolean isInternal(JavaClass type) {
        return isInternal(type.getPackageName());
    }

    static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }
}
