package io.ghirbal.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ghirbal");

    @Test
    void pointsDependenciesOnlyToTheLeft() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ingest")
                .definedBy("io.ghirbal.ingest..")
                .layer("nlp")
                .definedBy("io.ghirbal.nlp..")
                .layer("report")
                .definedBy("io.ghirbal.report..")
                .whereLayer("report")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("nlp")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("nlp", "report")
                .check(CLASSES);
    }

    @Test
    void keepsPackagesFreeOfCycles() {
        slices().matching("io.ghirbal.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsTheLanguageCoreFreeOfSpringAndOfTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("io.ghirbal.nlp.text", "io.ghirbal.nlp.clean", "io.ghirbal.nlp.topic")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "org.hibernate..",
                        "java.sql..",
                        "javax.sql..",
                        "io.ghirbal.ingest..")
                .check(CLASSES);
    }

    /** The commands that train and score call it; nothing that runs does. */
    @Test
    void reachesTrainingFromTheCommandLineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.ghirbal.nlp..training..", "io.ghirbal.report.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.ghirbal.nlp..training..")
                .check(CLASSES);
    }

    @Test
    void keepsTheReadersFreeOfSpringAndOfTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.ghirbal.ingest.source")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void marksEveryPackageAsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(CLASSES);
    }
}
