package io.ghirbal.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class GoldSetsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @NullAndEmptySource
    void skipsTheGateOnADeveloperMachineWithoutTheSets(@Nullable String ci) {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> new GoldSets(folder, ci).find("cleaning/labelled.jsonl"))
                .withMessageContaining("cleaning/labelled.jsonl");
    }

    @Test
    void failsTheGateInContinuousIntegrationWithoutTheSets() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> new GoldSets(folder, "true").find("cleaning/labelled.jsonl"))
                .withMessageContaining("CI is set")
                .withMessageContaining("cleaning/labelled.jsonl");
    }

    @Test
    void findsTheSetsWhereTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("gold.jsonl"), "{}");

        assertThat(new GoldSets(folder, "true").find("gold.jsonl")).isEqualTo(file);
        assertThat(new GoldSets(folder, null).find("gold.jsonl")).isEqualTo(file);
    }
}
