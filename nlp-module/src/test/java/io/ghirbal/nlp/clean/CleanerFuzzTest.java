package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Any text is cleaned into disjoint blocks and spans that lie inside it, and any date is a day or none; nothing is thrown. An ordinary
 * test runs the seeds in src/test/resources; CONTRIBUTING.md says how to fuzz.
 */
class CleanerFuzzTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();

    @FuzzTest(maxDuration = "2m")
    void cleansAnyText(FuzzedDataProvider data) {
        String title = data.consumeBoolean() ? data.consumeString(40) : null;
        String text = valid(data.consumeRemainingAsString());

        CleanedArticle cleaned = CLEANER.clean(text, title == null ? null : valid(title));

        int line = 0;
        for (RemovedBlock block : cleaned.removed().wholeLines()) {
            assertThat(block.first()).isGreaterThan(line);
            assertThat(block.last()).isBetween(block.first(), cleaned.lines().count());
            line = block.last();
        }
        for (RemovedBlock span : cleaned.removed().inline()) {
            RemovedBlock.Columns columns = Objects.requireNonNull(span.columns());
            assertThat(columns.start()).isBetween(0, columns.end());
            assertThat(columns.end())
                    .isLessThanOrEqualTo(cleaned.lines().line(span.first()).length());
            assertStorable(cleaned.removed().textOf(span));
        }
        assertStorable(cleaned.body());
        for (String found : new String[] {
            cleaned.metadata().title(),
            cleaned.metadata().attribution(),
            cleaned.metadata().author()
        }) {
            if (found != null) {
                assertStorable(found);
            }
        }
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyDate(FuzzedDataProvider data) {
        LocalDate day = PublicationDate.parse(data.consumeRemainingAsString());

        if (day != null) {
            assertThat(day.getYear()).isBetween(1, 9999);
        }
    }

    /** What the readers let through: no U+0000 and no half characters. */
    private static String valid(String text) {
        byte[] bytes = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void assertStorable(String text) {
        assertThat(text.indexOf('\0')).isNegative();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
