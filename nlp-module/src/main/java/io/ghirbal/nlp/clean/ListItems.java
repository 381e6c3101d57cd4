package io.ghirbal.nlp.clean;

import java.util.Arrays;

/** Short lines that are often the article's own: items of lists, rows of a table, and single lines between two paragraphs. */
final class ListItems {
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROW_WORDS = 12;

    private final Page page;
    private final PageLayout layout;
    /** Items of lists that a line of the article opens with a colon. */
    private final boolean[] listed;
    /** Lines of the run without a paragraph that a line ending in a colon opens. */
    private final boolean[] underColon;
    /** Lines of "one - other" or "one: other", three or more in a row: fixtures, results, timelines. */
    private final boolean[] fixture;
    /** Lines of "label: value" in a row, most of them with labels that no site uses. */
    private final boolean[] labelled;

    private int loneLines;

    ListItems(Page page, PageLayout layout, TitleMatch title) {
        this.page = page;
        this.layout = layout;
        int n = page.count;
        listed = new boolean[n];
        underColon = new boolean[n];
        fixture = new boolean[n];
        labelled = new boolean[n];
        for (int i = 1; i < n; i++) {
            boolean plain = !page.opensWithPhrase(i);
            boolean opened = page.closing[i - 1] == Glyph.COLON && !page.opensWithPhrase(i - 1);
            listed[i] = plain && ((opened && page.wordCount(i - 1) >= 3) || (listed[i - 1] && isItem(i)));
            underColon[i] =
                    plain && !layout.isParagraph(i) && ((opened && page.wordCount(i - 1) >= 2) || underColon[i - 1]);
            loneLines += isLone(i) ? 1 : 0;
        }
        for (int i = 0, end; i < n; i = end + 1) {
            end = page.runEnd(i, this::isInTwoParts);
            Arrays.fill(fixture, i, end, end - i >= FEWEST_ROWS);
        }
        for (int i = 0, end; i < n; i = end + 1) {
            end = page.runEnd(i, line -> page.hasLabel(line) && !page.has(line, Page.URL) && !title.isRelated(line));
            int own = 0;
            for (int line = i; line < end; line++) {
                own += page.opensWithPhrase(line) ? 0 : 1;
            }
            Arrays.fill(labelled, i, end, end - i >= FEWEST_ROWS && own * 2 > end - i);
        }
    }

    private boolean isInTwoParts(int i) {
        boolean dash = page.dashes[i] == 1 && page.opening[i] != Glyph.DASH && page.closing[i] != Glyph.DASH;
        return (dash || page.hasLabel(i))
                && page.wordCount(i) >= 2
                && page.wordCount(i) <= MOST_ROW_WORDS
                && !page.opensWithPhrase(i)
                && !page.has(i, Page.URL | Page.EMAIL | Page.HANDLE | Page.CLOCK);
    }

    private boolean isItem(int i) {
        byte opening = page.opening[i];
        return opening == Glyph.BULLET || opening == Glyph.DASH || opening == Glyph.DIGIT || opening == Glyph.ARROW;
    }

    private boolean isLone(int i) {
        return i > 0
                && !page.opensWithPhrase(i)
                && !layout.isParagraph(i)
                && layout.isParagraph(i - 1)
                && layout.isParagraph(i + 1);
    }

    /** Whether a line that ends in a colon opens the run of lines that this one is in. */
    boolean isUnderColon(int i) {
        return underColon[i];
    }

    /** Whether the line is one of "label: value" in a row, most of them with labels that no site uses. */
    boolean isLabelled(int i) {
        return labelled[i];
    }

    void addTo(LineFeatures features, int i) {
        int shape = layout.shape[i];
        if (listed[i]) {
            features.add(Features.LISTED + shape);
        }
        if (underColon[i]) {
            features.add(Features.UNDER_COLON + shape);
        }
        if (fixture[i]) {
            features.add(Features.FIXTURE + shape);
        }
        if (isLone(i)) {
            features.add(Features.LONE + (loneLines == 1 ? 0 : loneLines <= 3 ? 1 : 2) * 3 + shape);
        }
        if (isItem(i)) {
            boolean first = i == 0 || page.opening[i - 1] != page.opening[i];
            boolean last = i == page.count - 1 || page.opening[i + 1] != page.opening[i];
            features.add(Features.LIST + (first ? 0 : last ? 2 : 1) * 3 + shape);
            if (i > 0 && page.openingNumber[i] > 0 && page.openingNumber[i] == page.openingNumber[i - 1] + 1) {
                features.add(Features.COUNTED + shape);
            }
        }
    }
}
