package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArabicLetterPairsTest {
    private static final Path TABLE =
            Path.of("src", "main", "resources", "io", "ghirbal", "ingest", "source", "arabic-letter-pairs.tsv");

    /** After a change of what is counted: {@code -Dpairs.write=true} writes the table again. */
    @Test
    void theTableHoldsWhatIsCountedInTheSeeds() throws IOException {
        String counted = table(ArabicLetterPairs.count(seeds()));
        if (Boolean.getBoolean("pairs.write")) {
            Files.writeString(TABLE, counted);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"خبر", "محمد", "الاتفاق قريب", "نعم، لا", "مُحَمَّد", "«الخبر»"})
    void arabicReadsAsArabic(String text) {
        assertThat(ArabicLetterPairs.evidence(text)).isPositive();
    }

    @ParameterizedTest
    // The first is Russian in KOI8-R, the second Arabic in ISO-8859-6, the third French in Windows-1252, each read as
    // Windows-1256.
    @ValueSource(strings = {"دشةجہتهثقةئ", "ابهçبêن", "dïcسe", "ضغظخدذ", "¢£¤"})
    void mojibakeDoesNot(String text) {
        assertThat(ArabicLetterPairs.evidence(text)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BBC 2024", "پچژ", "ــــ"})
    void whatHasNoCountedLetterSaysNothing(String text) {
        assertThat(ArabicLetterPairs.evidence(text)).isZero();
    }

    @Test
    void moreTextIsMoreEvidence() {
        assertThat(ArabicLetterPairs.evidence("أعلن الوزير اليوم أن المحادثات ستستأنف غدا"))
                .isGreaterThan(2 * ArabicLetterPairs.evidence("أعلن الوزير"));
    }

    private static String table(int[][] counts) {
        StringBuilder table =
                new StringBuilder("# How often each letter, or the edge of a word (_), is followed by each of "
                        + String.join(" ", ArabicLetterPairs.LETTERS.split("")) + " in the seeds.\n"
                        + "# ArabicLetterPairsTest counts them and writes this file.\n");
        for (int row = 0; row < counts.length; row++) {
            table.append(ArabicLetterPairs.LETTERS.charAt(row));
            for (int count : counts[row]) {
                table.append('\t').append(count);
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static List<String> seeds() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file, UTF_8));
            }
        }
        return texts;
    }
}
