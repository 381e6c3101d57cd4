package io.ghirbal.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ghirbal");

    private static final DescribedPredicate<JavaClass> LANGUAGE_CORE =
            resideInAnyPackage("io.ghirbal.nlp", "io.ghirbal.nlp.text", "io.ghirbal.nlp.clean", "io.ghirbal.nlp.topic");

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private static final DescribedPredicate<JavaClass> IN_JAVA_BASE = describe(
            "are in java.base",
            type -> JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));

    /** Goes when they have moved. */
    private static final DescribedPredicate<JavaClass> MOVING_TO_TRAINING = describe(
            "move to training",
            type -> type.getName().matches(".*[.](LabelledDocument|LabelledArticles|Training|Regression)([$].*)?"));

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

    /** So that it can be used where nothing else is. */
    @Test
    void givesTheLanguageCoreNothingButJavaBaseAndJSpecify() {
        classes()
                .that(LANGUAGE_CORE)
                .and(not(MOVING_TO_TRAINING))
                .should()
                .onlyDependOnClassesThat(LANGUAGE_CORE
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(IN_JAVA_BASE))
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
