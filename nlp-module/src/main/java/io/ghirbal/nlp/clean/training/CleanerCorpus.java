package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents the cleaner learns from, each with the weight it has.
 *
 * @param labelled documents labelled line by line by reading them
 * @param composed articles put together with boilerplate in known places, in whose own text boilerplate may hide
 * @param untouched articles of which nothing is to be removed: short news, lists, interviews, digests, verse
 * @param exemplary documents to be right above all; they are learnt from also where an outlet is left out
 * @param pages how many pages to compose from the articles of the others, see {@link PageComposer}
 */
record CleanerCorpus(
        List<LabelledDocument> labelled,
        List<LabelledDocument> composed,
        List<LabelledDocument> untouched,
        List<LabelledDocument> exemplary,
        int pages) {
    /** How many pages the weights that ship were trained on, beside the documents. */
    static final int STANDARD_PAGES = 600;

    /** A page of ours counts less than a document of others: its boilerplate comes from our own list. */
    private static final double PAGE_WEIGHT = 0.4;
    /** The exemplary documents are few, and to be right whatever else is learned. */
    private static final double EXEMPLARY_WEIGHT = 3;

    /** Nobody read these line by line, and some hold what their outlet puts round each article. */
    private static final double UNTOUCHED_WEIGHT = 0.5;

    private static final long PAGES_SEED = 7;

    CleanerCorpus {
        labelled = List.copyOf(labelled);
        composed = List.copyOf(composed);
        untouched = List.copyOf(untouched);
        exemplary = List.copyOf(exemplary);
    }

    /** A corpus without untouched articles. */
    CleanerCorpus(
            List<LabelledDocument> labelled,
            List<LabelledDocument> composed,
            List<LabelledDocument> exemplary,
            int pages) {
        this(labelled, composed, List.of(), exemplary, pages);
    }

    /**
     * A document to learn from.
     *
     * @param document text and labels
     * @param weight how much it counts
     * @param composed whether nobody labelled the lines of its article, so that repetitions may hide in it
     */
    record Lesson(LabelledDocument document, double weight, boolean composed) {}

    /** The outlets of the labelled and composed documents, in alphabetical order. What was written for us has an empty name. */
    Set<String> outlets() {
        Set<String> outlets = new TreeSet<>();
        documents().forEach(document -> outlets.add(document.outlet()));
        return outlets;
    }

    /** The labelled and the composed documents. */
    Stream<LabelledDocument> documents() {
        return Stream.concat(labelled.stream(), composed.stream());
    }

    /** The same without the documents of some outlets, the exemplary ones aside; no page is composed from their articles either. */
    CleanerCorpus without(Set<String> outlets) {
        return new CleanerCorpus(
                without(outlets, labelled), without(outlets, composed), without(outlets, untouched), exemplary, pages);
    }

    private static List<LabelledDocument> without(Set<String> outlets, List<LabelledDocument> documents) {
        return documents.stream()
                .filter(document -> !outlets.contains(document.outlet()))
                .toList();
    }

    /** Everything to learn from, the composed pages included. The same documents give the same lessons. */
    List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        labelled.forEach(document -> lessons.add(new Lesson(document, 1, false)));
        composed.forEach(document -> lessons.add(new Lesson(document, 1, true)));
        untouched.forEach(document -> lessons.add(new Lesson(document, UNTOUCHED_WEIGHT, true)));
        new PageComposer(articles(), PAGES_SEED)
                .compose(pages)
                .forEach(page -> lessons.add(new Lesson(page, PAGE_WEIGHT, false)));
        exemplary.forEach(document -> lessons.add(new Lesson(document, EXEMPLARY_WEIGHT, false)));
        return lessons;
    }

    /** The documents whose articles are known well enough to compose pages from. */
    private List<LabelledDocument> articles() {
        Vocabulary vocabulary = Vocabulary.standard();
        return Stream.concat(
                        labelled.stream(),
                        composed.stream().filter(document -> !endsWithOtherStories(document, vocabulary)))
                .toList();
    }

    /** Whether what the labels keep ends with the first sentences of other stories, as some sites put them there. */
    private static boolean endsWithOtherStories(LabelledDocument document, Vocabulary vocabulary) {
        TextLines lines = TextLines.of(document.text());
        StringBuilder kept = new StringBuilder();
        for (int n = 1; n <= lines.count(); n++) {
            if (document.keeps(n)) {
                kept.append(lines.line(n)).append('\n');
            }
        }
        return ObservedPage.of(kept.toString(), document.title(), vocabulary).endsApart();
    }
}
