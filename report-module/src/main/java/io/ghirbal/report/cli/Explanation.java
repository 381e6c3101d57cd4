package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.ArticleMetadata;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.text.TextLines;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicEvidence;
import io.ghirbal.report.explain.ExplainedDocument;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints explained documents: what they say of themselves, their lines with what is removed and why, their topics with the words that
 * decided.
 */
final class Explanation {
    private final PrintWriter out;
    private final StyledText styled;
    private boolean first = true;

    /** @param coloured whether the output may order colours */
    Explanation(PrintWriter out, boolean coloured) {
        this.out = out;
        this.styled = new StyledText(coloured);
    }

    /** Prints {@code explained}, two blank lines below the one before. */
    void print(ExplainedDocument explained) {
        if (!first) {
            out.println();
            out.println();
        }
        first = false;
        printHead(explained);
        out.println();
        printLines(explained.analysis().cleaned());
        out.println();
        printShare(explained.analysis());
        out.println();
        printTopics(explained);
    }

    private void printHead(ExplainedDocument explained) {
        ArticleMetadata metadata = explained.analysis().metadata();
        SourceDocument document = explained.document();
        String place = format("%s, record %d, %s", document.source(), document.record(), document.charset());
        out.println(shown(place, Style.bold, Style.fg_cyan));
        field("title", metadata.title(), Style.bold);
        field("published", explained.publishedOn());
        field("attribution", metadata.attribution());
        field("author", metadata.author());
        if (document.outlet() != null) {
            field("outlet", document.outlet());
        }
    }

    private void printLines(CleanedArticle cleaned) {
        TextLines lines = cleaned.lines();
        int number = 1;
        for (RemovedBlock block : cleaned.removed().wholeLines()) {
            printKept(cleaned, number, block.first() - 1);
            out.println("       "
                    + why(block.kind() + ", " + range(block) + ", confidence ", block.confidence(), block.reason()));
            for (int removed = block.first(); removed <= block.last(); removed++) {
                if (!lines.isBlank(removed)) {
                    out.println(number(removed) + " "
                            + shown("- " + lines.line(removed).strip(), Style.fg_red));
                }
            }
            number = block.last() + 1;
        }
        printKept(cleaned, number, lines.count());
    }

    private void printKept(CleanedArticle cleaned, int from, int to) {
        TextLines lines = cleaned.lines();
        for (int number = from; number <= to; number++) {
            if (lines.isBlank(number)) {
                continue;
            }
            boolean title = number == cleaned.metadata().titleLine();
            String text = lines.line(number).strip();
            out.println(number(number) + (title ? shown(" # " + text, Style.bold) : shown("   " + text)));
            for (RemovedBlock span : cleaned.removed().inlineAt(number)) {
                String removed = cleaned.removed().textOf(span).strip();
                out.println("      - in this line: " + shown("«" + removed + "»", Style.fg_red) + " "
                        + why(span.kind() + ", confidence ", span.confidence(), span.reason()));
            }
        }
    }

    private void printShare(TextAnalysis analysis) {
        int characters = analysis.characters();
        double share = characters == 0 ? 0 : 100.0 * analysis.removedCharacters() / characters;
        out.println(format(
                "removed %d of %d lines, %.1f %% of the text", analysis.removedLines(), analysis.lines(), share));
    }

    private void printTopics(ExplainedDocument explained) {
        String language = explained.analysis().language();
        out.println("language " + shown(language == null ? "unknown" : language));
        String note = explained.analysis().classification().note();
        if (note != null) {
            out.println("no topic: " + shown(note));
        }
        for (TopicEvidence evidence : explained.evidence()) {
            Topic topic = evidence.topic().topic();
            String given =
                    format("%.2f  %s  %s · %s", evidence.topic().score(), topic.code(), topic.name(), topic.nameAr());
            out.println(shown(given, Style.fg_cyan));
            out.println("      "
                    + evidence.words().stream()
                            .map(word -> shown(word.word()) + " " + shown(format("%.2f", word.weight()), Style.faint))
                            .collect(Collectors.joining(" · ")));
        }
    }

    private void field(String name, @Nullable Object value, IStyle... styles) {
        out.println(format("%-12s ", name) + (value == null ? "-" : shown(value.toString(), styles)));
    }

    private String why(String what, double confidence, String reason) {
        return shown(what + format("%.2f", confidence), Style.fg_yellow) + shown(": " + reason);
    }

    private String number(int line) {
        return shown(format("%5d", line), Style.faint);
    }

    private static String range(RemovedBlock block) {
        return block.first() == block.last()
                ? "line " + block.first()
                : format("lines %d to %d", block.first(), block.last());
    }

    /** The same digits on every machine. */
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private String shown(String text, IStyle... styles) {
        return styled.of(text, styles);
    }
}
