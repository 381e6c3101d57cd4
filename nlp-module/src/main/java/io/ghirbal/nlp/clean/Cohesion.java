package io.ghirbal.nlp.clean;

/**
 * Lexical cohesion: which share of its words each line has from the title and the paragraphs above it, from the line above it, and which
 * of its words the paragraphs below know.
 */
final class Cohesion {
    /** A paragraph of which the text above knows a smaller share of the words has nothing to do with it. */
    private static final float APART_RATIO = 0.15f;
    /** A headline that shares so many words with the title speaks of the same story. */
    private static final int MOST_OF_ANOTHER_TITLE = 2;
    /** Of a headline the paragraphs under it know at least such a share of the words. */
    private static final float HEADS_RATIO = 0.15f;

    private static final float HEADS_MOST = 0.5f;
    /** What a line is compared with stands within so many lines below it. */
    private static final int NEAR = 3;

    private final Page page;
    private final PageLayout layout;
    private final TitleMatch title;
    private final Sections sections;
    private final WordOverlap overlap;
    private final SentenceForm sentences;

    private final float[] seenRatio;
    /** The mean of the paragraphs from the line on. */
    private final float[] restRatio;

    private final int[] sharedAbove;
    private final int[] sharedNext;
    /** Which share of the words of a headline the next two paragraphs know; -1 for other lines, and where no paragraph follows soon. */
    private final float[] headsNext;
    /** 0, or 1 + the index in {@link Features#APART}. */
    private final byte[] apart;

    Cohesion(
            Page page,
            PageLayout layout,
            TitleMatch title,
            Sections sections,
            WordOverlap overlap,
            SentenceForm sentences) {
        this.page = page;
        this.layout = layout;
        this.title = title;
        this.sections = sections;
        this.overlap = overlap;
        this.sentences = sentences;
        int n = page.count;
        seenRatio = new float[n];
        restRatio = new float[n];
        sharedAbove = new int[n];
        sharedNext = new int[n];
        headsNext = new float[n];
        apart = new byte[n];
        lookAbove();
        lookBelow();
        findApart();
    }

    private void lookAbove() {
        boolean[] seen = overlap.noWords();
        boolean anySeen = false;
        for (int i = 0; i < page.count; i++) {
            if (title.isClose(i)) {
                anySeen |= overlap.add(i, seen);
            }
        }
        int[] above = overlap.noMarks();
        for (int i = 0; i < page.count; i++) {
            int keys = overlap.keys(i);
            seenRatio[i] = keys == 0 || !anySeen ? -1 : (float) overlap.shared(i, seen) / keys;
            sharedAbove[i] = i == 0 ? 0 : overlap.common(i, above, i);
            overlap.mark(i, above, i + 1);
            if (layout.isParagraph(i)) {
                anySeen |= overlap.add(i, seen);
            }
        }
    }

    private void lookBelow() {
        float sum = 0;
        int rest = 0;
        int paragraph = -1;
        int afterNext = -1;
        int[] below = overlap.noMarks();
        for (int i = page.count - 1; i >= 0; i--) {
            boolean near = paragraph >= 0 && paragraph <= i + NEAR;
            sharedNext[i] = near ? overlap.common(i, below, paragraph + 1) : -1;
            headsNext[i] = near && layout.shape[i] == PageLayout.HEADLINE
                    ? overlap.known(i, below, paragraph + 1, afterNext > paragraph + NEAR ? -1 : afterNext + 1)
                    : -1;
            if (layout.isParagraph(i)) {
                afterNext = paragraph;
                paragraph = i;
                overlap.mark(i, below, i + 1);
                if (seenRatio[i] >= 0) {
                    sum += seenRatio[i];
                    rest++;
                }
            }
            restRatio[i] = rest == 0 ? -1 : sum / rest;
        }
    }

    /** Finds paragraphs in a row that each open like another story and share next to nothing with this one. */
    private void findApart() {
        for (int i = 0, end; i < page.count; i = end + 1) {
            end = page.runEnd(i, this::isApart);
            boolean last = layout.isBehindParagraphs(end);
            for (int line = i; line < end; line++) {
                apart[line] = (byte) (1 + (Math.min(3, end - i) - 1) * 2 + (last ? 1 : 0));
            }
        }
    }

    private boolean isApart(int i) {
        return layout.isParagraph(i)
                && layout.paragraphsAbove(i) >= 2
                && !sentences.goesOn(i)
                && seenRatio[i] >= 0
                && seenRatio[i] < APART_RATIO;
    }

    /** Whether the page ends with three paragraphs or more in a row that have nothing to do with what stands above them. */
    boolean endsApart() {
        for (byte where : apart) {
            if (where == 6) {
                return true;
            }
        }
        return false;
    }

    /** Whether none of the words of the line that tell stands in the title or in a paragraph above it. */
    boolean knowsNothingOf(int i) {
        return seenRatio[i] == 0;
    }

    /** Whether the line is a headline of this story, above a paragraph that goes on with it. */
    boolean headsThisStory(int i) {
        return title.shared(i) > 0
                && headsNext[i] >= HEADS_MOST
                && layout.isParagraph(i + 1)
                && sentences.goesOn(i + 1);
    }

    /** Whether the line is a headline, not this story's, and the paragraph below it speaks of what it names and begins a story. */
    boolean headsAnotherStory(int i) {
        if (layout.shape[i] != PageLayout.HEADLINE || sentences.goesOn(i) || title.shared(i) >= MOST_OF_ANOTHER_TITLE) {
            return false;
        }
        int next = page.runEnd(i + 1, line -> !layout.isParagraph(line));
        return next < page.count
                && !sentences.goesOn(next)
                && (headsNext[i] >= HEADS_RATIO || (next == i + 1 && sentences.isDateline(next)));
    }

    void addTo(LineFeatures features, int i) {
        int shape = layout.shape[i];
        if (apart[i] > 0) {
            features.add(Features.APART + apart[i] - 1);
        }
        if (seenRatio[i] >= 0) {
            features.add(Features.SEEN + bin(seenRatio[i]) * 3 + shape);
        }
        if (shape == PageLayout.PARAGRAPH && restRatio[i] >= 0 && layout.paragraphsAbove(i) >= 2) {
            features.add(Features.REST + bin(restRatio[i]));
        }
        if (sharedNext[i] >= 0) {
            features.add(Features.NEXT_KEYS + Math.min(2, sharedNext[i]) * 3 + shape);
        }
        if (headsNext[i] >= 0) {
            float heads = headsNext[i];
            int below = sections.isBelowHeading(i) ? 1 : 0;
            int bin = heads <= 0.001f ? 0 : heads < 0.15f ? 1 : heads < 0.3f ? 2 : heads < 0.5f ? 3 : 4;
            features.add(Features.HEADS_NEXT + bin * 2 + below);
            if (seenRatio[i] >= 0) {
                float more = heads - seenRatio[i];
                features.add(Features.HEADS_MORE + (more > 0.15f ? 0 : more < -0.15f ? 1 : 2) * 2 + below);
            }
        }
        if (shape == PageLayout.HEADLINE) {
            addSecondTo(features, i, 0);
        } else if (shape == PageLayout.PARAGRAPH && i > 0) {
            addSecondTo(features, i - 1, 1);
        }
        if (i > 0) {
            features.add(Features.LAST_KEYS + Math.min(2, sharedAbove[i]) * 3 + shape);
        }
    }

    /** What a headline under a heading and the paragraph under it are together, for one of the two. */
    private void addSecondTo(LineFeatures features, int headline, int which) {
        if (sections.isBelowHeading(headline) && headsNext[headline] >= 0 && layout.isParagraph(headline + 1)) {
            float heads = headsNext[headline];
            float known = sections.shareOfStory(headline);
            int names = heads < 0.12f ? 0 : heads < 0.3f ? 1 : 2;
            int shared = known < 0.04f ? 0 : known < 0.1f ? 1 : 2;
            int anew = sentences.goesOn(headline + 1) ? 0 : 1;
            features.add(Features.SECOND + ((names * 3 + shared) * 2 + anew) * 2 + which);
        }
    }

    /** The index in {@link Features#RATIOS}. */
    static int bin(float ratio) {
        return ratio <= 0.001f ? 0 : ratio < 0.08f ? 1 : ratio < 0.15f ? 2 : ratio < 0.25f ? 3 : ratio < 0.4f ? 4 : 5;
    }
}
