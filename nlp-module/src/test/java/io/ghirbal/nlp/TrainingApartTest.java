package io.ghirbal.nlp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.topic.Companion;
import io.ghirbal.nlp.topic.FeatureReader;
import io.ghirbal.nlp.topic.Features;
import io.ghirbal.nlp.topic.Scores;
import io.ghirbal.nlp.topic.TopicModelFormat;
import org.junit.jupiter.api.Test;

/** Training needs the core, and the core needs no training: what one hands to the other are files of weights. */
class TrainingApartTest {
    private static final String TRAINING = "io.ghirbal.nlp..training..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ghirbal.nlp");

    @Test
    void neverReachesTrainingFromWhatRuns() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TRAINING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TRAINING)
                .check(CLASSES);
    }

    /** These are public because training lies in another package; they are no part of the library. */
    @Test
    void keepsTheInsidesOfTheModelsToTheirTrainers() {
        classes()
                .that(JavaClass.Predicates.belongToAnyOf(
                        ObservedPage.class, Role.class, States.class, Vocabulary.class))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("io.ghirbal.nlp.clean..")
                .check(CLASSES);
        classes()
                .that(JavaClass.Predicates.belongToAnyOf(
                        Companion.class, FeatureReader.class, Features.class, Scores.class, TopicModelFormat.class))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("io.ghirbal.nlp.topic..")
                .check(CLASSES);
    }
}
