package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import java.util.Arrays;

/** How a page is built: the shape of each line, where the paragraphs stand, runs of lines between them, blocks under headings of links. */
@SuppressWarnings("EnumOrdinal") // features are numbered by kind; nothing stored depends on it
final class PageLayout {
    static final int SHORT = 0;
    static final int HEADLINE = 1;
    static final int PARAGRAPH = 2;

    /** A page of fewer lines is no page of menus. */
    private static final int FEWEST_MENU_LINES = 20;

    private final Page page;
    private final SentenceForm sentences;

    final byte[] shape;
    /** Whether most lines of the page are short, as those of menus are. */
    final boolean mostlyShort;
    /** Whether most words of the page are in Latin letters: what shapes say is known of Arabic text only. */
    final boolean latin;

    private final int[] paragraphsBefore;
    private final int paragraphs;
    private final int[] runLength;
    /** How many lines without a paragraph stand between the last heading and this line; 0 for none. */
    private final int[] underHeading;
    /** Size of the block under the last heading, for its lines and the paragraph after it; -1 elsewhere. */
    private final int[] blockSize;

    private final boolean[] afterSource;

    PageLayout(Page page, SentenceForm sentences) {
        this.page = page;
        this.sentences = sentences;
        int n = page.count;
        shape = new byte[n];
        paragraphsBefore = new int[n + 1];
        runLength = new int[n];
        underHeading = new int[n];
        blockSize = new int[n];
        afterSource = new boolean[n];
        int shortLines = 0;
        int words = 0;
        int latinWords = 0;
        boolean source = false;
        for (int i = 0; i < n; i++) {
            shape[i] = shapeOf(i);
            paragraphsBefore[i + 1] = paragraphsBefore[i] + (shape[i] == PARAGRAPH ? 1 : 0);
            shortLines += shape[i] == SHORT ? 1 : 0;
            words += page.wordCount(i);
            latinWords += page.latinWords[i];
            afterSource[i] = source;
            source |= page.openingKind(i) == BoilerplateKind.SOURCE && page.openingPlace(i) != Place.START_LONG;
        }
        paragraphs = paragraphsBefore[n];
        latin = latinWords * 2 > words;
        mostlyShort = n >= FEWEST_MENU_LINES && shortLines * 2 > n;
        for (int i = 0, end; i < n; i = end + 1) {
            end = page.runEnd(i, line -> shape[line] != PARAGRAPH);
            Arrays.fill(runLength, i, end, end - i);
        }
        findBlocks();
    }

    private byte shapeOf(int i) {
        int words = page.wordCount(i);
        if (words <= 3) {
            return SHORT;
        }
        boolean closed = page.closing[i] == Glyph.STOP;
        boolean paragraph = words >= 25
                || (words >= 10 && closed)
                || (words >= 15 && page.innerStops[i] >= 1 && page.commas[i] >= 1);
        return (byte) (paragraph ? PARAGRAPH : HEADLINE);
    }

    private void findBlocks() {
        Arrays.fill(blockSize, -1);
        int last = -1;
        for (int i = 0; i < page.count; i++) {
            if (isLinksHeading(i)) {
                last = i;
                int end = page.runEnd(i + 1, line -> shape[line] != PARAGRAPH && !isLinksHeading(line));
                Arrays.fill(blockSize, i, isParagraph(end) ? end + 1 : end, end - i - 1);
            } else if (last >= 0 && shape[i] != PARAGRAPH && (i == last + 1 || underHeading[i - 1] > 0)) {
                underHeading[i] = i - last;
            }
        }
    }

    /** Whether the line is "read also" and nothing else. */
    boolean isLinksHeading(int i) {
        return page.isPhrase(i) && page.openingKind(i) == BoilerplateKind.RELATED_LINKS;
    }

    /** Whether there is such a line, and it is a paragraph. */
    boolean isParagraph(int i) {
        return i < page.count && shape[i] == PARAGRAPH;
    }

    int paragraphsAbove(int i) {
        return paragraphsBefore[i];
    }

    /** Whether no paragraph stands from the line on. */
    boolean isBehindParagraphs(int i) {
        return paragraphsBefore[i] == paragraphs;
    }

    /** Whether the line stands before the first paragraph or behind the last. */
    boolean isAtEdge(int i) {
        return paragraphsBefore[i] == 0 || isBehindParagraphs(i);
    }

    /** Whether a line of source stands above. */
    boolean isAfterSource(int i) {
        return afterSource[i];
    }

    void addPlaceTo(LineFeatures features, int i) {
        int count = page.count;
        int shape = this.shape[i];
        if (count == 1) {
            features.add(Features.ALONE);
        }
        if (i < 6) {
            features.add(Features.FROM_START + Math.min(3, i) * 3 + shape);
        }
        if (count - 1 - i < 6) {
            features.add(Features.FROM_END + Math.min(3, count - 1 - i) * 3 + shape);
        }
        int before = paragraphsBefore[i];
        int after = paragraphs - paragraphsBefore[i + 1];
        features.add(Features.PARAGRAPHS_BEFORE + few(before) * 3 + shape);
        features.add(Features.PARAGRAPHS_AFTER + few(after) * 3 + shape);
        features.add(Features.BETWEEN + ((before > 0 ? 1 : 0) + (after > 0 ? 2 : 0)) * 3 + shape);
        features.add(Features.PAGE + (paragraphs <= 1 ? paragraphs : paragraphs < 5 ? 2 : 3) * 3 + shape);
        features.add(Features.HEADLINES_NEAR + few(headlinesNear(i)) * 3 + shape);
    }

    /** How many of the three lines above and the three below are headlines. */
    private int headlinesNear(int i) {
        int near = shape[i] == HEADLINE ? -1 : 0;
        for (int j = Math.max(0, i - 3); j <= Math.min(page.count - 1, i + 3); j++) {
            near += shape[j] == HEADLINE ? 1 : 0;
        }
        return near;
    }

    private static int few(int number) {
        return number <= 1 ? number : number <= 3 ? 2 : 3;
    }

    void addNeighboursTo(LineFeatures features, int i) {
        int shape = this.shape[i];
        if (mostlyShort) {
            features.add(Features.DUMP + shape);
        }
        if (afterSource[i]) {
            features.add(Features.SOURCE_BEFORE + shape);
        }
        int above = i == 0 ? 0 : this.shape[i - 1] + 1;
        int below = i == page.count - 1 ? 0 : this.shape[i + 1] + 1;
        features.add(Features.TRIPLE + (above * 4 + below) * 3 + shape);
        BoilerplateKind kindAbove = i == 0 ? null : page.openingKind(i - 1);
        if (kindAbove != null) {
            features.add(Features.PREVIOUS_PHRASE + kindAbove.ordinal() * 3 + shape);
        }
        BoilerplateKind kindBelow = i == page.count - 1 ? null : page.openingKind(i + 1);
        if (kindBelow != null) {
            features.add(Features.NEXT_PHRASE + kindBelow.ordinal() * 3 + shape);
        }
        if (shape != PARAGRAPH) {
            int run = runLength[i];
            int bin = run <= 2 ? run - 1 : run <= 4 ? 2 : run <= 9 ? 3 : run <= 19 ? 4 : 5;
            features.add(Features.RUN + bin * 3 + shape);
        }
        if (underHeading[i] > 0) {
            int under = underHeading[i];
            features.add(Features.UNDER_HEADING + (under == 1 ? 0 : under <= 5 ? 1 : 2) * 3 + shape);
        }
        int size = blockSize[i];
        if (size >= 0) {
            int bin = size <= 2 ? size : size <= 5 ? 3 : 4;
            features.add(
                    shape == PARAGRAPH
                            ? Features.AFTER_BLOCK + bin * 2 + (sentences.goesOn(i) ? 0 : 1)
                            : Features.BLOCK + bin * 3 + shape);
        }
    }
}
