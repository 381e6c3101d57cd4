package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.CleanerTrainer.Lesson;
import io.ghirbal.nlp.clean.CleanerTrainer.Settings;
import io.ghirbal.nlp.clean.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.text.TextLines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Trains the weights of the cleaner, and says by cross-validation how well such weights do on outlets they have not seen. The same documents
 * give the same weights. {@code docs/cleaning.md} has the commands.
 */
public final class CleanerTraining {
    /** A page of ours counts less than a document of others: its boilerplate comes from our own list. */
    private static final double PAGE_WEIGHT = 0.4;
    /** The exemplary documents are few, and to be right whatever else is learned. */
    private static final double EXEMPLARY_WEIGHT = 3;

    private static final int PAGES = 800;
    private static final long PAGES_SEED = 7;

    private static final String HEADER = """
            # The weights of the cleaner, trained from labelled documents; docs/cleaning.md says how to train them again.
            #
            # A line names a piece of evidence and, for each role a line of a page can have, how much the evidence speaks for it (more than 0)
            # or against it (less than 0). The sum over the evidence of a line, with what the roles next to each other weigh, decides.
            #   first, last      the role of the first and of the last line of a page
            #   after:ROLE       the role of the line after one of ROLE
            #   context          0 the page, 1 inside a block of links, 2 from a second article on
            #   name=value/...   evidence; Features.java says what each name means
            """;

    private final List<LabelledDocument> labelled;
    private final List<LabelledDocument> composed;
    private final List<LabelledDocument> exemplary;

    /**
     * Training on these documents.
     *
     * @param labelled documents labelled line by line by reading them
     * @param composed articles put together with boilerplate in known places, in whose own text boilerplate may hide
     * @param exemplary documents to be right above all
     */
    public CleanerTraining(
            List<LabelledDocument> labelled, List<LabelledDocument> composed, List<LabelledDocument> exemplary) {
        this.labelled = List.copyOf(labelled);
        this.composed = List.copyOf(composed);
        this.exemplary = List.copyOf(exemplary);
    }

    /** Learns from all documents: the lines of {@code weights.txt}, with its comment. */
    public List<String> train() {
        List<String> lines = new ArrayList<>(HEADER.lines().toList());
        lines.addAll(weights(Set.of()).format());
        return lines;
    }

    /**
     * Leaves out one outlet at a time, learns from the others and cleans the one left out. Prints the figures for each outlet and for all.
     *
     * @param hiddenShare which share of the known phrases to forget when cleaning, from 0 to 1: formulas no list has
     */
    public void crossValidate(PrintStream out, double hiddenShare) {
        Set<String> outlets = new TreeSet<>();
        Stream.concat(labelled.stream(), composed.stream()).forEach(d -> outlets.add(d.outlet()));
        Vocabulary standard = Vocabulary.standard();
        Vocabulary vocabulary = hiddenShare > 0 ? standard.without(hiddenShare, PAGES_SEED) : standard;
        Map<String, List<RemovedLines>> removed = new ConcurrentHashMap<>();
        outlets.parallelStream().forEach(outlet -> {
            BoilerplateCleaner cleaner = new BoilerplateCleaner(vocabulary, new SequenceModel(weights(Set.of(outlet))));
            Stream.concat(labelled.stream(), composed.stream())
                    .filter(d -> d.outlet().equals(outlet))
                    .forEach(d -> removed.put(d.id(), CleanerEvaluation.removes(cleaner, d)));
        });
        Map<String, List<LabelledDocument>> sets = new TreeMap<>();
        sets.put("1 labelled", labelled);
        sets.put("2 composed", composed);
        sets.put("3 composed, paragraphs that stand twice counted as boilerplate", withRepetitions(composed));
        sets.forEach((name, documents) -> {
            out.println(name.substring(2));
            for (String outlet : outlets) {
                List<LabelledDocument> of = documents.stream()
                        .filter(d -> d.outlet().equals(outlet))
                        .toList();
                if (!of.isEmpty()) {
                    out.println(row(outlet, CleanerEvaluation.of(of, d -> removed.getOrDefault(d.id(), List.of()))));
                }
            }
            CleanerEvaluation all = CleanerEvaluation.of(documents, d -> removed.getOrDefault(d.id(), List.of()));
            out.println(row("all", all));
            out.println(all.report(10));
        });
    }

    private static String row(String outlet, CleanerEvaluation e) {
        return String.format(
                Locale.ROOT,
                "%-42s %4d documents  f1 %.4f  document_f1 %.4f  body_loss %.5f  damaged %.3f  kind %.3f  perfect %.3f",
                outlet,
                e.documents(),
                e.f1(),
                e.documentF1(),
                e.bodyLoss(),
                e.damaged(),
                e.kindAccuracy(),
                e.perfect());
    }

    /** Weights learned from all outlets but these. */
    private Weights weights(Set<String> without) {
        List<LabelledDocument> read =
                labelled.stream().filter(d -> !without.contains(d.outlet())).toList();
        List<LabelledDocument> put =
                composed.stream().filter(d -> !without.contains(d.outlet())).toList();
        List<Lesson> lessons = new ArrayList<>();
        read.forEach(d -> lessons.add(new Lesson(d, 1, false)));
        put.forEach(d -> lessons.add(new Lesson(d, 1, true)));
        Vocabulary vocabulary = Vocabulary.standard();
        List<LabelledDocument> known = Stream.concat(
                        read.stream(), put.stream().filter(d -> !endsWithOtherStories(d, vocabulary)))
                .toList();
        new PageComposer(known, PAGES_SEED)
                .compose(PAGES)
                .forEach(page -> lessons.add(new Lesson(page, PAGE_WEIGHT, false)));
        exemplary.forEach(d -> lessons.add(new Lesson(d, EXEMPLARY_WEIGHT, false)));
        return CleanerTrainer.train(lessons, Settings.standard());
    }

    /** Whether what the labels keep ends with the first sentences of other stories, as some sites put them there. */
    private static boolean endsWithOtherStories(LabelledDocument document, Vocabulary vocabulary) {
        TextLines lines = TextLines.of(document.text());
        StringBuilder kept = new StringBuilder();
        for (int n = 1; n <= lines.count(); n++) {
            int number = n;
            if (document.removed().stream().noneMatch(range -> range.first() <= number && number <= range.last())) {
                kept.append(lines.line(n)).append('\n');
            }
        }
        return Evidence.of(TextLines.of(kept.toString()), document.title(), vocabulary)
                .endsApart();
    }

    /** The documents with long lines that stand twice in the article labelled as the repetitions they are. */
    private static List<LabelledDocument> withRepetitions(List<LabelledDocument> documents) {
        return documents.stream().map(CleanerTraining::withRepetitions).toList();
    }

    private static LabelledDocument withRepetitions(LabelledDocument document) {
        String[] lines = document.text().split("\r\n|\n|\r", -1);
        List<RemovedLines> removed = new ArrayList<>(document.removed());
        Set<String> seen = new TreeSet<>();
        for (int n = 1; n <= lines.length; n++) {
            int number = n;
            boolean stays =
                    document.removed().stream().noneMatch(range -> range.first() <= number && number <= range.last());
            String line = lines[n - 1].strip();
            if (stays && line.length() >= 40 && !seen.add(line)) {
                removed.add(new RemovedLines(n, n, BoilerplateKind.DUPLICATE));
            }
        }
        return new LabelledDocument(document.id(), document.outlet(), document.title(), document.text(), removed);
    }

    /**
     * {@code train LABELLED COMPOSED EXEMPLARY OUT} writes weights; {@code validate LABELLED COMPOSED EXEMPLARY [HIDDEN_SHARE]} prints the
     * cross-validation. The first three are files of JSON Lines.
     */
    public static void main(String[] args) throws IOException {
        boolean train = args.length == 5 && args[0].equals("train");
        boolean validate = args.length >= 4 && args.length <= 5 && args[0].equals("validate");
        if (!train && !validate) {
            System.err.println(
                    "usage: train LABELLED COMPOSED EXEMPLARY OUT | validate LABELLED COMPOSED EXEMPLARY [HIDDEN_SHARE]");
            return;
        }
        CleanerTraining training = new CleanerTraining(
                LabelledDocument.read(Path.of(args[1])),
                LabelledDocument.read(Path.of(args[2])),
                LabelledDocument.read(Path.of(args[3])));
        if (train) {
            Files.write(Path.of(args[4]), training.train(), StandardCharsets.UTF_8);
        } else {
            training.crossValidate(System.out, args.length > 4 ? Double.parseDouble(args[4]) : 0);
        }
    }
}
