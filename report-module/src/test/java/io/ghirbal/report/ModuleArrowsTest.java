package io.ghirbal.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ghirbal");

    private static final DescribedPredicate<JavaClass> LANGUAGE_CORE = resideInAnyPackage(
            "io.ghirbal.nlp",
            "io.ghirbal.nlp.text",
            "io.ghirbal.nlp.template",
            "io.ghirbal.nlp.clean",
            "io.ghirbal.nlp.topic");

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private static final DescribedPredicate<JavaClass> IN_JAVA_BASE = describe(
            "are in java.base",
            type -> JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));

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
                .should()
                .onlyDependOnClassesThat(LANGUAGE_CORE
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(IN_JAVA_BASE))
                .check(CLASSES);
    }

    @Test
    void keepsTheClassesOfARunFreeOfCycles() {
        slices().assignedFrom(
                        new EachClass("io.ghirbal.ingest.run", "io.ghirbal.report.job", "io.ghirbal.report.database"))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** A slice of its own for each class of some packages, with the classes inside it. */
    private static final class EachClass implements SliceAssignment {
        private final List<String> packages;

        EachClass(String... packages) {
            this.packages = List.of(packages);
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass found) {
            return packages.contains(found.getPackageName())
                    ? SliceIdentifier.of(found.getName().replaceFirst("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "classes of " + packages;
        }
    }

    @Test
    void letsOneClassWriteTheTableRun() throws IOException {
        Pattern write = Pattern.compile("(?i)(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+run\\b");
        List<String> writers = new ArrayList<>();
        for (String module : List.of("ingest-module", "nlp-module", "report-module")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (write.matcher(Files.readString(file)).find()) {
                        writers.add(String.valueOf(file.getFileName()));
                    }
                }
            }
        }
        assertThat(writers).containsExactly("RunLog.java");
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
