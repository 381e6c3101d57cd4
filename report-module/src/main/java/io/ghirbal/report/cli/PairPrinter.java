package io.ghirbal.report.cli;

import io.ghirbal.nlp.story.PairExplanation;
import io.ghirbal.nlp.story.PairExplanation.LogOdds;
import io.ghirbal.nlp.story.PairExplanation.Reason;
import io.ghirbal.nlp.story.PairExplanation.SharedWord;
import io.ghirbal.nlp.story.PairFeature;
import io.ghirbal.nlp.story.SharedPassage;
import io.ghirbal.nlp.story.StoryWindow;
import io.ghirbal.report.explain.ExplainedPair;
import io.ghirbal.report.explain.PairedArticle;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints two articles with what they share: what they are to each other, the reasons, the shared passages, words and numbers. */
final class PairPrinter {
    private static final String BETWEEN = " · ";

    private final PrintWriter out;
    private final StyledText styled;

    /** @param coloured whether the output may order colours */
    PairPrinter(PrintWriter out, boolean coloured) {
        this.out = out;
        this.styled = new StyledText(coloured);
    }

    void print(ExplainedPair pair) {
        printHead("A", pair.first());
        printHead("B", pair.second());
        printConclusion(pair);
        out.println();
        printReasons(pair.explanation());
        out.println();
        printPassages(pair.explanation(), pair.first().body());
        out.println();
        printOpenings(pair.explanation());
    }

    private void printHead(String name, PairedArticle article) {
        out.println(shown(
                format("%s  %s, record %d", name, article.source(), article.record()), Style.bold, Style.fg_cyan));
        if (article.id() != null) {
            field("id", article.id());
        }
        field("title", article.title(), Style.bold);
        field("published", article.day());
        field("outlet", article.outlet());
        if (article.story() != null) {
            field("story", article.story());
        }
        out.println();
    }

    private void printConclusion(ExplainedPair pair) {
        PairExplanation explanation = pair.explanation();
        out.println(shown(conclusion(explanation), Style.bold));
        if (explanation.isVetoed()) {
            out.println(format(
                    "By all reasons a copy, likelihood %.2f, but they look like a form that was filled in again:"
                            + " other numbers or another day of the week on another day.",
                    explanation.copyByFeatures()));
        }
        if (explanation.isOutOfReach()) {
            out.println(
                    format("A run never compares them: it looks for a story %d days back at most.", StoryWindow.DAYS));
        }
        if (pair.isPlaced()) {
            out.println(
                    pair.isPlacedTogether()
                            ? "The last run placed both in one story."
                            : "The last run placed them in different stories.");
        }
        field(
                "days apart",
                explanation.daysApart().isPresent()
                        ? explanation.daysApart().getAsLong()
                        : "unknown, taken for the same day");
        field("same outlet", explanation.sameOutlet() ? "yes" : "no");
        field(
                "containment",
                format(
                        "%.2f of the shorter one's runs of three words",
                        explanation.verdict().containment()));
    }

    private static String conclusion(PairExplanation explanation) {
        double story = explanation.verdict().story();
        double copy = explanation.verdict().copy();
        return switch (explanation.conclusion()) {
            case SAME_TEXT ->
                "One text that was published twice: but for signs, spelling and a dateline, the bodies are the same word for word.";
            case COPY -> format("One is a copy of the other, likelihood %.2f.", copy);
            case ONE_STORY ->
                format("One story, each in words of its own: likelihood %.2f, and %.2f of a copy.", story, copy);
            case APART -> format("Not one story: likelihood %.2f, and %.2f of a copy.", story, copy);
        };
    }

    private void printReasons(PairExplanation explanation) {
        out.println(shown(format("%-56s %6s %7s %7s", "reasons, in log-odds", "value", "story", "copy"), Style.bold));
        for (Reason reason : explanation.mainReasons()) {
            row(reason.feature().phrase(), format("%.2f", reason.value()), new LogOdds(reason.story(), reason.copy()));
        }
        row("smaller reasons together", "", explanation.minorReasons());
        row(PairFeature.BIAS.phrase(), "", explanation.beginning());
        row("all together", "", explanation.sum());
    }

    private void row(String what, String value, LogOdds odds) {
        out.println(format("%-56s %6s ", what, value) + signed(odds.story()) + " " + signed(odds.copy()));
    }

    private String signed(double odds) {
        double rounded = Math.rint(odds * 100) / 100;
        String number = rounded == 0 ? format("%7s", "0.00") : format("%+7.2f", rounded);
        return rounded == 0 ? number : shown(number, rounded > 0 ? Style.fg_green : Style.fg_red);
    }

    private void printPassages(PairExplanation explanation, String body) {
        List<SharedPassage> passages = explanation.passages();
        if (passages.isEmpty()) {
            out.println(format("shared word for word: no %d words in a row", SharedPassage.LEAST_WORDS));
            return;
        }
        out.println(shown(
                format(
                        "shared word for word: %d %s, %d of %d words of the shorter, %.1f %%",
                        passages.size(),
                        passages.size() == 1 ? "passage" : "passages",
                        explanation.sharedWords(),
                        explanation.shorterWords(),
                        share(explanation.sharedWords(), explanation)),
                Style.bold));
        int number = 1;
        for (SharedPassage passage : passages) {
            String head =
                    format("%5d  %d words, %.1f %%", number++, passage.words(), share(passage.words(), explanation));
            out.println(shown(head, Style.fg_yellow));
            body.substring(passage.start(), passage.end())
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> out.println("       " + shown(line)));
        }
    }

    private static double share(int words, PairExplanation explanation) {
        return 100.0 * words / explanation.shorterWords();
    }

    private void printOpenings(PairExplanation explanation) {
        out.println(shown("openings, that is headline and first words", Style.bold));
        opening(
                "rare words of both",
                explanation.rareWords().stream()
                        .map(word -> written(word) + " " + shown(format("%.1f", word.rarity()), Style.faint))
                        .toList());
        opening(
                "numbers of both",
                explanation.numbers().stream().map(this::written).toList());
        opening("only of A", explanation.ownNumbers().stream().map(this::shown).toList());
        opening(
                "only of B",
                explanation.otherNumbers().stream().map(this::shown).toList());
    }

    private String written(SharedWord word) {
        return shown(
                word.written().equals(word.otherWritten())
                        ? word.written()
                        : word.written() + " / " + word.otherWritten());
    }

    private void opening(String name, List<String> words) {
        out.println(
                format("%-20s ", name) + (words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(BETWEEN))));
    }

    private void field(String name, @Nullable Object value, IStyle... styles) {
        out.println(format("%-12s ", name) + (value == null ? "-" : shown(value.toString(), styles)));
    }

    /** The same digits on every machine. */
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private String shown(String text, IStyle... styles) {
        return styled.of(text, styles);
    }
}
