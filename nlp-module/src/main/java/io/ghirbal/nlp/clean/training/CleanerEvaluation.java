package io.ghirbal.nlp.clean.training;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedPart;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores removed lines against labels. Lines that are blank do not count. Of lines with the same text of which the labels keep some and
 * remove some it does not matter which copies go.
 *
 * @param documents how many documents were scored
 * @param precision removed lines that were to be removed, of all removed
 * @param recall removed lines that were to be removed, of all to be removed
 * @param f1 harmonic mean of the two
 * @param documentF1 mean over documents of their F1; 1 where nothing is wrong
 * @param bodyLoss characters wrongly removed, of all to be kept
 * @param boilerplateLeft characters wrongly kept, of all to be removed
 * @param kindAccuracy rightly removed lines that have the right kind, of all rightly removed
 * @param perfect documents without a mistake, of all
 * @param damaged documents that lost a line of the article, of all
 * @param lostArticles documents of 200 kept characters or more that lost over a quarter of them
 * @param inlineLoss characters removed inside lines that stay, no label covering them, of all to be kept
 * @param inlineRecall labelled characters inside lines that were removed, with the whole line or without, of all such
 * @param kinds for each kind how many of its lines were removed, whatever they were taken for
 * @param rows each document with its mistakes, worst first
 */
public record CleanerEvaluation(
        int documents,
        double precision,
        double recall,
        double f1,
        double documentF1,
        double bodyLoss,
        double boilerplateLeft,
        double kindAccuracy,
        double perfect,
        double damaged,
        int lostArticles,
        double inlineLoss,
        double inlineRecall,
        Map<BoilerplateKind, KindRecall> kinds,
        List<Row> rows) {
    public CleanerEvaluation {
        kinds = Map.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * How well one kind of boilerplate is found.
     *
     * @param found its lines that were removed
     * @param lines its lines
     */
    public record KindRecall(int found, int lines) {
        /** {@code found} of {@code lines}, from 0 to 1. */
        public double recall() {
            return (double) found / lines;
        }
    }

    /**
     * One document.
     *
     * @param id the document
     * @param wrong lines removed that should have stayed
     * @param missed lines left that should have gone
     */
    public record Row(String id, List<Integer> wrong, List<Integer> missed) {
        public Row {
            wrong = List.copyOf(wrong);
            missed = List.copyOf(missed);
        }

        /** Number of lines that are wrong. */
        public int mistakes() {
            return wrong.size() + missed.size();
        }
    }

    /**
     * What is removed from a document.
     *
     * @param lines whole lines
     * @param parts of lines that are otherwise kept
     */
    public record Removal(List<RemovedLines> lines, List<RemovedPart> parts) {
        public Removal {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }
    }

    /** Cleans each document with {@code cleaner} and scores the result. */
    public static CleanerEvaluation of(List<LabelledDocument> gold, BoilerplateCleaner cleaner) {
        return score(gold, document -> removes(cleaner, document));
    }

    /** What {@code cleaner} removes from {@code document}. */
    static Removal removes(BoilerplateCleaner cleaner, LabelledDocument document) {
        RemovedBlocks removed = cleaner.clean(document.text(), document.title()).removed();
        return new Removal(
                removed.wholeLines().stream()
                        .map(block -> new RemovedLines(block.first(), block.last(), block.kind()))
                        .toList(),
                removed.inline().stream()
                        .map(part -> new RemovedPart(part.first(), removed.textOf(part), part.kind()))
                        .toList());
    }

    /** Scores the lines that {@code prediction} removes from each document, nothing being removed inside others. */
    public static CleanerEvaluation of(
            List<LabelledDocument> gold, Function<LabelledDocument, List<RemovedLines>> prediction) {
        return score(gold, document -> new Removal(prediction.apply(document), List.of()));
    }

    /** Scores what {@code prediction} removes from each document. */
    public static CleanerEvaluation score(List<LabelledDocument> gold, Function<LabelledDocument, Removal> prediction) {
        Tally tally = new Tally();
        for (LabelledDocument document : gold) {
            tally.add(document, prediction.apply(document));
        }
        return tally.result(gold.size());
    }

    /** The figures and the {@code worst} documents, for a person to read; the last line is the figures as JSON. */
    public String report(int worst) {
        StringBuilder out = new StringBuilder();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<BoilerplateKind, KindRecall>comparingByValue(
                                Comparator.comparingInt(k -> -k.lines()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> out.append(String.format(
                        Locale.ROOT,
                        "%-16s recall %.3f of %d lines%n",
                        e.getKey(),
                        e.getValue().recall(),
                        e.getValue().lines())));
        rows.stream()
                .limit(worst)
                .filter(row -> row.mistakes() > 0)
                .forEach(row -> out.append(row.id())
                        .append(": removed wrongly ")
                        .append(row.wrong())
                        .append(", missed ")
                        .append(row.missed())
                        .append(System.lineSeparator()));
        return out.append(json()).toString();
    }

    /** The headline figures as one JSON object, named and rounded as {@code score.py} does. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"documents\": %d, \"precision\": %s, \"recall\": %s, \"f1\": %s, \"document_f1\": %s, \"body_loss\": %s, "
                        + "\"boilerplate_left\": %s, \"kind_accuracy\": %s, \"perfect\": %s, \"damaged\": %s, "
                        + "\"lost_articles\": %d, \"inline_loss\": %s, \"inline_recall\": %s}",
                documents,
                rounded(precision, 4),
                rounded(recall, 4),
                rounded(f1, 4),
                rounded(documentF1, 4),
                rounded(bodyLoss, 5),
                rounded(boilerplateLeft, 5),
                rounded(kindAccuracy, 4),
                rounded(perfect, 4),
                rounded(damaged, 4),
                lostArticles,
                rounded(inlineLoss, 5),
                rounded(inlineRecall, 4));
    }

    private static String rounded(double value, int digits) {
        return new java.math.BigDecimal(value)
                .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Of documents of fewer kept characters none counts as lost. */
    private static final int LOST_LENGTH = 200;

    /** Counts over the documents. */
    private static final class Tally {
        private int hits;
        private int wrong;
        private int missed;
        private long hitSize;
        private long wrongSize;
        private long missedSize;
        private long keptSize;
        private int sameKind;
        private int perfect;
        private int damaged;
        private int lost;
        private long inlineWrong;
        private long inlineHit;
        private long inlineAll;
        private double documentF1;
        private final Map<BoilerplateKind, int[]> kinds = new EnumMap<>(BoilerplateKind.class);
        private final List<Row> rows = new ArrayList<>();

        void add(LabelledDocument document, Removal predicted) {
            TextLines lines = TextLines.of(document.text());
            Map<Integer, BoilerplateKind> kind = kinds(document.removed(), lines.count());
            Map<Integer, BoilerplateKind> got = kinds(predicted.lines(), lines.count());
            Set<Integer> want = new HashSet<>(kind.keySet());
            Set<Integer> have = new HashSet<>(got.keySet());
            Map<String, List<Integer>> copiesOf = new LinkedHashMap<>();
            for (int n = 1; n <= lines.count(); n++) {
                String line = strip(lines.line(n));
                if (line.isEmpty()) {
                    want.remove(n);
                    have.remove(n);
                } else {
                    copiesOf.computeIfAbsent(line, l -> new ArrayList<>()).add(n);
                }
            }
            copiesOf.values().forEach(copies -> matchCopies(copies, want, have, kind));
            int found = 0;
            List<Integer> wrongLines = new ArrayList<>();
            List<Integer> missedLines = new ArrayList<>();
            int kept = 0;
            int taken = 0;
            for (int n = 1; n <= lines.count(); n++) {
                int size = codePoints(strip(lines.line(n)));
                boolean wanted = want.contains(n);
                boolean removed = have.contains(n);
                kept += wanted ? 0 : size;
                taken += removed && !wanted ? size : 0;
                if (wanted) {
                    int[] count = kinds.computeIfAbsent(kind.getOrDefault(n, BoilerplateKind.OTHER), k -> new int[2]);
                    count[1]++;
                    count[0] += removed ? 1 : 0;
                }
                if (wanted && removed) {
                    found++;
                    hitSize += size;
                    sameKind += got.get(n) == kind.get(n) ? 1 : 0;
                } else if (removed) {
                    wrongLines.add(n);
                    wrongSize += size;
                } else if (wanted) {
                    missedLines.add(n);
                    missedSize += size;
                }
            }
            int takenInside = addInline(document, predicted, lines, want, have);
            keptSize += kept;
            lost += kept >= LOST_LENGTH && (taken + takenInside) * 4 > kept ? 1 : 0;
            Row row = new Row(document.id(), wrongLines, missedLines);
            hits += found;
            wrong += wrongLines.size();
            missed += missedLines.size();
            perfect += row.mistakes() == 0 ? 1 : 0;
            damaged += wrongLines.isEmpty() ? 0 : 1;
            documentF1 += row.mistakes() == 0 ? 1 : 2.0 * found / (2.0 * found + row.mistakes());
            rows.add(row);
        }

        /** Counts what was removed inside lines, and answers how much of it was wrong. */
        private int addInline(
                LabelledDocument document, Removal predicted, TextLines lines, Set<Integer> want, Set<Integer> have) {
            Map<Integer, List<String>> labelled = byLine(document.inline());
            Map<Integer, List<String>> removed = byLine(predicted.parts());
            int wrongInside = 0;
            for (int n = 1; n <= lines.count(); n++) {
                BitSet label = cover(lines.line(n), labelled.getOrDefault(n, List.of()));
                BitSet taken = cover(lines.line(n), removed.getOrDefault(n, List.of()));
                BitSet both = (BitSet) taken.clone();
                both.and(label);
                inlineAll += label.cardinality();
                inlineHit += have.contains(n) ? label.cardinality() : both.cardinality();
                if (!want.contains(n) && !have.contains(n)) {
                    wrongInside += taken.cardinality() - both.cardinality();
                }
            }
            inlineWrong += wrongInside;
            return wrongInside;
        }

        private static Map<Integer, List<String>> byLine(List<RemovedPart> parts) {
            return parts.stream().collect(groupingBy(RemovedPart::line, mapping(RemovedPart::text, toList())));
        }

        /** Where the characters of the texts stand in the line, white space left out; of several places the first. */
        private static BitSet cover(String line, List<String> texts) {
            BitSet cover = new BitSet();
            for (String text : texts) {
                int at = line.indexOf(text);
                for (int i = at; at >= 0 && i < at + text.length(); i++) {
                    if (!isSpace(line.charAt(i)) && !Character.isLowSurrogate(line.charAt(i))) {
                        cover.set(i);
                    }
                }
            }
            return cover;
        }

        /** Of copies of one line some of which stay: counts as if those had gone that the prediction removed. */
        private static void matchCopies(
                List<Integer> copies, Set<Integer> want, Set<Integer> have, Map<Integer, BoilerplateKind> kind) {
            List<Integer> wanted = copies.stream().filter(want::contains).toList();
            if (copies.size() < 2 || wanted.isEmpty() || wanted.size() == copies.size()) {
                return;
            }
            BoilerplateKind first = kind.get(wanted.get(0));
            List<Integer> order =
                    new ArrayList<>(copies.stream().filter(have::contains).toList());
            copies.stream().filter(n -> !have.contains(n)).forEach(order::add);
            copies.forEach(want::remove);
            want.addAll(order.subList(0, wanted.size()));
            if (first != null) {
                copies.forEach(n -> kind.putIfAbsent(n, first));
            }
        }

        CleanerEvaluation result(int documents) {
            double precision = hits / (double) Math.max(hits + wrong, 1);
            double recall = hits / (double) Math.max(hits + missed, 1);
            Map<BoilerplateKind, KindRecall> recalls = new TreeMap<>();
            kinds.forEach((kind, count) -> recalls.put(kind, new KindRecall(count[0], count[1])));
            rows.sort(Comparator.comparingInt(Row::mistakes).reversed().thenComparing(Row::id));
            double all = Math.max(documents, 1);
            return new CleanerEvaluation(
                    documents,
                    precision,
                    recall,
                    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                    documentF1 / all,
                    wrongSize / (double) Math.max(keptSize, 1),
                    missedSize / (double) Math.max(hitSize + missedSize, 1),
                    sameKind / (double) Math.max(hits, 1),
                    perfect / all,
                    damaged / all,
                    lost,
                    inlineWrong / (double) Math.max(keptSize, 1),
                    inlineHit / (double) Math.max(inlineAll, 1),
                    recalls,
                    rows);
        }

        private static Map<Integer, BoilerplateKind> kinds(List<RemovedLines> ranges, int lines) {
            Map<Integer, BoilerplateKind> kinds = new TreeMap<>();
            for (RemovedLines range : ranges) {
                for (int n = Math.max(1, range.first()); n <= Math.min(lines, range.last()); n++) {
                    BoilerplateKind kind = range.kind();
                    kinds.put(n, kind == null ? BoilerplateKind.OTHER : kind);
                }
            }
            return kinds;
        }

        private static int codePoints(String line) {
            return line.codePointCount(0, line.length());
        }

        /** Strips what Python's {@code str.strip} does; U+FEFF and zero-width characters stay. */
        private static String strip(String line) {
            int from = 0;
            int to = line.length();
            while (from < to && isSpace(line.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(line.charAt(to - 1))) {
                to--;
            }
            return line.substring(from, to);
        }

        private static boolean isSpace(char c) {
            return (c >= 0x09 && c <= 0x0D)
                    || (c >= 0x1C && c <= 0x20)
                    || c == 0x85
                    || c == 0xA0
                    || c == 0x1680
                    || (c >= 0x2000 && c <= 0x200A)
                    || c == 0x2028
                    || c == 0x2029
                    || c == 0x202F
                    || c == 0x205F
                    || c == 0x3000;
        }
    }
}
