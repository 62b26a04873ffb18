package fr.ecolhuma.etreprof;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of the service without those of its tests, read once for all tests that hold their structure. */
public final class MainClasses {

    /** The package that every class lies in. */
    public static final String ROOT = "fr.ecolhuma.etreprof";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private MainClasses() {}

    /** All of them. */
    public static JavaClasses all() {
        return ALL;
    }
}
