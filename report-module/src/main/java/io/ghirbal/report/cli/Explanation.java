package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.clean.ArticleMetadata;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.InlineSpan;
import io.ghirbal.nlp.clean.PublicationDate;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.text.TextLines;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.TopicEvidence;
import io.ghirbal.report.export.Visible;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Prints a document taken apart: its metadata, its lines with what is removed and why, its topics with the words that decided. */
final class Explanation {
    private static final int WORDS = 8;

    private final PrintWriter out;
    private final ColorScheme colours;

    Explanation(PrintWriter out, ColorScheme colours) {
        this.out = out;
        this.colours = colours;
    }

    void print(SourceDocument document, CleanedArticle cleaned, TopicClassifier classifier) {
        ArticleMetadata metadata = cleaned.metadata();
        line("%s, record %d, %s", document.source(), document.record(), document.charset());
        field("title", metadata.title());
        LocalDate given = PublicationDate.parse(document.published());
        field("published", given == null ? metadata.publishedOn() : given);
        field("attribution", metadata.attribution());
        field("author", metadata.author());
        line("");
        printLines(cleaned);
        line("");
        printTopics(cleaned, classifier);
    }

    private void printLines(CleanedArticle cleaned) {
        TextLines lines = cleaned.lines();
        int removedLines = 0;
        int removedCharacters = 0;
        int number = 1;
        for (RemovedBlock block : cleaned.removed()) {
            printKept(cleaned, number, block.first() - 1);
            styled(
                    "       %s, %s, confidence %.2f: %s"
                            .formatted(block.kind(), range(block), block.confidence(), block.reason()),
                    Style.fg_yellow);
            for (int removed = block.first(); removed <= block.last(); removed++) {
                if (!lines.isBlank(removed)) {
                    styled("%5d - %s".formatted(removed, lines.line(removed).strip()), Style.fg_red);
                }
            }
            removedLines += lines.countFilled(block.first(), block.last());
            removedCharacters += lines.countCharacters(block.first(), block.last());
            number = block.last() + 1;
        }
        printKept(cleaned, number, lines.count());
        for (InlineSpan span : cleaned.inline()) {
            removedCharacters += lines.line(span.line())
                    .substring(span.start(), span.end())
                    .strip()
                    .length();
        }
        int allCharacters = lines.countCharacters(1, lines.count());
        line("");
        line(
                "removed %d of %d lines, %.1f %% of the text",
                removedLines,
                lines.countFilled(1, lines.count()),
                allCharacters == 0 ? 0 : 100.0 * removedCharacters / allCharacters);
    }

    private void printKept(CleanedArticle cleaned, int first, int last) {
        TextLines lines = cleaned.lines();
        for (int number = first; number <= last; number++) {
            if (lines.isBlank(number)) {
                continue;
            }
            String mark = number == cleaned.metadata().titleLine() ? "#" : " ";
            line("%5d %s %s", number, mark, lines.line(number).strip());
            for (InlineSpan span : cleaned.inline()) {
                if (span.line() == number) {
                    String text = lines.line(number)
                            .substring(span.start(), span.end())
                            .strip();
                    styled(
                            "      - in this line: «%s» %s, confidence %.2f: %s"
                                    .formatted(text, span.kind(), span.confidence(), span.reason()),
                            Style.fg_yellow);
                }
            }
        }
    }

    private void printTopics(CleanedArticle cleaned, TopicClassifier classifier) {
        String title = cleaned.metadata().title();
        String body = cleaned.body();
        Classification classification = classifier.classify(title, body);
        line("language %s", classification.language() == null ? "unknown" : classification.language());
        if (classification.note() != null) {
            line("no topic: %s", classification.note());
        }
        List<TopicEvidence> evidence = classifier.explain(title, body, WORDS);
        for (TopicEvidence topic : evidence) {
            line(
                    "%.2f  %s  %s · %s",
                    topic.topic().score(),
                    topic.topic().topic().code(),
                    topic.topic().topic().name(),
                    topic.topic().topic().nameAr());
            line(
                    "      %s",
                    topic.words().stream()
                            .map(word -> String.format(Locale.ROOT, "%s %.2f", word.word(), word.weight()))
                            .collect(Collectors.joining(" · ")));
        }
    }

    private void field(String name, @Nullable Object value) {
        line("%-12s %s", name, value == null ? "-" : value);
    }

    private static String range(RemovedBlock block) {
        return block.first() == block.last()
                ? "line " + block.first()
                : "lines %d to %d".formatted(block.first(), block.last());
    }

    private void line(String format, Object... values) {
        out.println(Visible.of(String.format(Locale.ROOT, format, values)));
    }

    /** A line in colour where colours are shown. Not by the markup of picocli: the text may hold anything. */
    private void styled(String text, IStyle style) {
        String shown = Visible.of(text);
        out.println(colours.ansi().enabled() ? style.on() + shown + style.off() : shown);
    }
}
