package io.ghirbal.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.template.OutletTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages as Arabic outlets lay them out, written for this test, through the reader and the cleaner. Beside each page stands a file with the
 * lines of its article, the headline left out.
 */
class PagesTest {
    private static final Path PAGES = Path.of("src/test/resources/io/ghirbal/nlp/pages");
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();

    /** How many lines of an article were kept, and of others. */
    private record Score(String page, int right, int lost, int wrong, String diff) {
        double f1() {
            return 2.0 * right / (2.0 * right + lost + wrong);
        }
    }

    @Test
    void keepsTheLinesOfTheArticleAndNoOthers() {
        List<Score> scores = pages().stream().map(PagesTest::score).toList();

        Score all = new Score(
                "all",
                scores.stream().mapToInt(Score::right).sum(),
                scores.stream().mapToInt(Score::lost).sum(),
                scores.stream().mapToInt(Score::wrong).sum(),
                "");
        String report = scores.stream()
                .filter(score -> score.f1() < 1)
                .map(score -> "%.3f %s%n%s".formatted(score.f1(), score.page(), score.diff()))
                .reduce("%d pages, line F1 %.4f%n".formatted(scores.size(), all.f1()), String::concat);
        assertThat(scores).hasSizeGreaterThanOrEqualTo(25);
        assertThat(all.f1()).as(report).isGreaterThanOrEqualTo(0.95);
        assertThat(scores).as(report).allMatch(score -> score.f1() >= 0.8);
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Score score(Path page) {
        SourceDocument document;
        try (Documents documents = ArticleSources.standard().read(List.of(page))) {
            document = (SourceDocument) Objects.requireNonNull(documents.next());
        }
        List<String> kept = CLEANER.clean(
                        document.text(), document.title(), OutletTemplate.NONE, LineHints.of(document.lineHints()))
                .body()
                .lines()
                .toList();
        List<String> wanted = wanted(page);
        List<String> lost = new ArrayList<>(wanted);
        lost.removeAll(kept);
        List<String> wrong = new ArrayList<>(kept);
        wrong.removeAll(wanted);
        StringBuilder diff = new StringBuilder();
        lost.forEach(line -> diff.append("    lost ").append(line).append('\n'));
        wrong.forEach(line -> diff.append("    kept ").append(line).append('\n'));
        return new Score(
                page.getFileName().toString(), wanted.size() - lost.size(), lost.size(), wrong.size(), diff.toString());
    }

    private static List<String> wanted(Path page) {
        try {
            return Files.readAllLines(
                    page.resolveSibling(page.getFileName().toString().replace(".html", ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
