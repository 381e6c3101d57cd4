package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.KeyTable;
import java.util.Arrays;

/** Which lines of a page come again, word for word, or stand in a line next to them. */
final class RepeatedLines {
    /** A copy of the headline beside the headline is looked for among so many lines at the top. */
    private static final int TOP = 6;

    private static final int FEWEST_COPIED_WORDS = 4;
    private static final int MOST_COPIED_WORDS = 30;
    private static final int MOST_COMPARED_WORDS = 60;

    private final Page page;
    private final PageLayout layout;
    /** For each line the earlier line of the same words, or -1. */
    private final int[] copyOf;
    /** For each line how many later lines have the same words, when none above has. */
    private final int[] copies;
    /** In which line next to it most of the line stands: 1 above, 2 below; 0 in none. */
    private final byte[] nearCopy;

    RepeatedLines(Page page, PageLayout layout) {
        this.page = page;
        this.layout = layout;
        copyOf = new int[page.count];
        copies = new int[page.count];
        nearCopy = new byte[Math.min(TOP, page.count)];
        findCopies();
        for (int i = 0; i < nearCopy.length; i++) {
            boolean below = i + 1 < page.count && isCopiedIn(i, i + 1);
            nearCopy[i] = (byte) (below ? 2 : i > 0 && isCopiedIn(i, i - 1) ? 1 : 0);
        }
    }

    private void findCopies() {
        Arrays.fill(copyOf, -1);
        KeyTable lines = new KeyTable(page.count);
        int[] first = new int[page.count];
        for (int i = 0; i < page.count; i++) {
            if (page.wordCount(i) > 0) {
                int before = lines.size();
                int line = lines.add(page.hash[i]);
                if (line == before) {
                    first[line] = i;
                } else {
                    copyOf[i] = first[line];
                    copies[first[line]]++;
                }
            }
        }
    }

    /**
     * Whether two of three words of line {@code a}, in a row, stand in line {@code b}: its middle word is among them. Always, when it has
     * signs and no words.
     */
    private boolean isCopiedIn(int a, int b) {
        int words = page.wordCount(a);
        if (words < FEWEST_COPIED_WORDS || words > MOST_COPIED_WORDS) {
            return words == 0;
        }
        int middle = page.firstWord[a] + words / 2;
        int end = Math.min(page.lastWord(b), page.firstWord[b] + MOST_COMPARED_WORDS);
        page.work += end - page.firstWord[b];
        for (int w = page.firstWord[b]; w < end; w++) {
            if (page.wordHash[w] == page.wordHash[middle]) {
                int before = commonRun(middle, page.firstWord[a], w, page.firstWord[b], -1);
                int after = commonRun(middle, page.lastWord(a) - 1, w, end - 1, 1);
                int run = before + after - 1;
                if (run >= FEWEST_COPIED_WORDS && run * 3 >= words * 2) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many words in a row are the same from two words on to their last ones, which are {@code step} apart. */
    private int commonRun(int a, int lastA, int b, int lastB, int step) {
        int most = Math.min(Math.abs(lastA - a), Math.abs(lastB - b)) + 1;
        int run = 1;
        while (run < most && page.wordHash[a + run * step] == page.wordHash[b + run * step]) {
            run++;
        }
        page.work += run;
        return run;
    }

    /** The first line with the same words, which stands above; -1 when there is none. */
    int copyOf(int i) {
        return copyOf[i];
    }

    /** Whether the line has a copy, or most of it stands in the line next to it. */
    boolean isRepeated(int i) {
        return copyOf[i] >= 0 || copies[i] > 0 || isInNeighbour(i);
    }

    private boolean isInNeighbour(int i) {
        return i < nearCopy.length && nearCopy[i] > 0;
    }

    void addTo(LineFeatures features, int i) {
        int words = page.wordCount(i);
        int shape = layout.shape[i];
        int size = words <= 3 ? 0 : words <= 8 ? 1 : 2;
        if (copyOf[i] >= 0) {
            int where = layout.paragraphsAbove(i) == 0 ? 0 : layout.isBehindParagraphs(i) ? 2 : 1;
            features.add(Features.REPEATS + size * 3 + where);
            if (shape == PageLayout.PARAGRAPH) {
                features.add(Features.PARAGRAPH_AGAIN);
            }
        }
        if (copies[i] > 0) {
            features.add(Features.REPEATED + size);
        }
        if (copies[copyOf[i] < 0 ? i : copyOf[i]] >= 2) {
            features.add(Features.OFTEN + shape);
        }
    }

    void addNeighbourTo(LineFeatures features, int i) {
        if (isInNeighbour(i)) {
            features.add(Features.NEAR_COPY + nearCopy[i] - 1);
        }
    }
}
