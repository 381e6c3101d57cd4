package io.ghirbal.nlp.story.training;

import io.ghirbal.nlp.story.PairModel;
import java.util.List;
import java.util.Locale;

/**
 * How well a model tells copies and stories.
 *
 * @param copies of duplicates against the rest
 * @param stories of duplicates and pairs of the same event against the rest
 * @param topicsCalledCopies pairs of the same topic, such as one form filled in twice, that were called copies
 * @param pairs how many pairs there are
 */
record PairScores(Counts copies, Counts stories, int topicsCalledCopies, int pairs) {
    /** True and false positives and false negatives. */
    record Counts(int right, int wrong, int missed) {
        Counts plus(Counts other) {
            return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "F1 %.3f (%d right, %d wrong, %d missed)", f1(), right, wrong, missed);
        }
    }

    static PairScores of(PairModel model, List<LabelledPair> pairs) {
        int[] copies = new int[3];
        int[] stories = new int[3];
        int called = 0;
        for (LabelledPair pair : pairs) {
            PairModel.Verdict verdict =
                    model.compare(pair.a().text(), pair.b().text(), pair.sameOutlet(), pair.daysApart());
            if (pair.label().tellsCopies()) {
                count(copies, verdict.isCopy(), pair.label() == PairLabel.DUPLICATE);
            }
            count(stories, verdict.isOneStory(), pair.label().isOneStory());
            called += verdict.isCopy() && !pair.label().isOneStory() ? 1 : 0;
        }
        return new PairScores(
                new Counts(copies[0], copies[1], copies[2]),
                new Counts(stories[0], stories[1], stories[2]),
                called,
                pairs.size());
    }

    private static void count(int[] counts, boolean said, boolean is) {
        if (said || is) {
            counts[said && is ? 0 : said ? 1 : 2]++;
        }
    }

    static PairScores sum(List<PairScores> all) {
        return all.stream()
                .reduce((a, b) -> new PairScores(
                        a.copies.plus(b.copies),
                        a.stories.plus(b.stories),
                        a.topicsCalledCopies + b.topicsCalledCopies,
                        a.pairs + b.pairs))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "%d pairs, copies %s, one story %s, %d of the same topic called copies"
                .formatted(pairs, copies, stories, topicsCalledCopies);
    }
}
