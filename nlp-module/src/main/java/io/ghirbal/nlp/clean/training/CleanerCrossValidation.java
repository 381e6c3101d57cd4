package io.ghirbal.nlp.clean.training;

import static java.util.stream.Collectors.toSet;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.text.TextLines;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * How well weights do on outlets they have not seen: a part of the outlets at a time is left out of the corpus, and cleaned with what was
 * learnt from the others.
 */
final class CleanerCrossValidation {
    private static final long FORGETTING_SEED = 7;
    /** A shorter line that stands twice may be a sub-headline. */
    private static final int SHORTEST_REPETITION = 40;

    private static final int WORST = 10;
    private static final int PARTS = 4;

    private final CleanerCorpus corpus;
    /** By document: what was removed from it. */
    private final Map<String, CleanerEvaluation.Removal> removed = new ConcurrentHashMap<>();

    private CleanerCrossValidation(CleanerCorpus corpus) {
        this.corpus = corpus;
    }

    /**
     * Trains once for each part of the outlets and cleans their documents.
     *
     * @param hiddenShare which share of the known phrases to forget when cleaning, from 0 to 1: formulas no list has
     */
    static CleanerCrossValidation of(CleanerCorpus corpus, CleanerTrainer.Settings settings, double hiddenShare) {
        CleanerCrossValidation validation = new CleanerCrossValidation(corpus);
        Vocabulary standard = Vocabulary.standard();
        Vocabulary vocabulary = hiddenShare > 0 ? standard.without(hiddenShare, FORGETTING_SEED) : standard;
        List<String> outlets = List.copyOf(corpus.outlets());
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            Set<String> out = IntStream.range(0, outlets.size())
                    .filter(i -> i % PARTS == part)
                    .mapToObj(outlets::get)
                    .collect(toSet());
            if (out.isEmpty()) {
                return;
            }
            List<String> weights = CleanerTrainer.train(corpus.without(out).lessons(), settings);
            BoilerplateCleaner cleaner = BoilerplateCleaner.of(vocabulary, weights);
            corpus.documents()
                    .filter(document -> out.contains(document.outlet()))
                    .forEach(document ->
                            validation.removed.put(document.id(), CleanerEvaluation.removes(cleaner, document)));
        });
        return validation;
    }

    /** Prints the figures for each outlet and for all, of the labelled and of the composed documents. */
    void print(PrintStream out) {
        print(out, "labelled", corpus.labelled());
        print(out, "composed", corpus.composed());
        print(
                out,
                "composed, paragraphs that stand twice counted as boilerplate",
                corpus.composed().stream()
                        .map(CleanerCrossValidation::withRepetitions)
                        .toList());
    }

    private void print(PrintStream out, String name, List<LabelledDocument> documents) {
        out.println(name);
        for (String outlet : corpus.outlets()) {
            List<LabelledDocument> of = documents.stream()
                    .filter(document -> document.outlet().equals(outlet))
                    .toList();
            if (!of.isEmpty()) {
                out.println(row(outlet, score(of)));
            }
        }
        CleanerEvaluation all = score(documents);
        out.println(row("all", all));
        out.println(all.report(WORST));
    }

    private CleanerEvaluation score(List<LabelledDocument> documents) {
        return CleanerEvaluation.score(
                documents,
                document -> removed.getOrDefault(document.id(), new CleanerEvaluation.Removal(List.of(), List.of())));
    }

    private static String row(String outlet, CleanerEvaluation e) {
        return String.format(
                Locale.ROOT,
                "%-42s %4d documents  f1 %.4f  document_f1 %.4f  body_loss %.5f  damaged %.3f  lost %d  kind %.3f  perfect %.3f",
                outlet,
                e.documents(),
                e.f1(),
                e.documentF1(),
                e.bodyLoss(),
                e.damaged(),
                e.lostArticles(),
                e.kindAccuracy(),
                e.perfect());
    }

    /** The document with long lines that stand twice in the article labelled as the repetitions they are. */
    private static LabelledDocument withRepetitions(LabelledDocument document) {
        TextLines lines = TextLines.of(document.text());
        List<RemovedLines> removed = new ArrayList<>(document.removed());
        Set<String> seen = new HashSet<>();
        for (int n = 1; n <= lines.count(); n++) {
            String line = lines.line(n).strip();
            if (document.keeps(n) && line.length() >= SHORTEST_REPETITION && !seen.add(line)) {
                removed.add(new RemovedLines(n, n, BoilerplateKind.DUPLICATE));
            }
        }
        return document.withRemoved(removed);
    }
}
