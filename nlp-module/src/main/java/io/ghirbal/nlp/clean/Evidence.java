package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.LineTokenizer;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against each line of a page: its own shape and phrases, what stands around it, and the words it shares with the
 * headline and with the story so far. Made in time linear in the page.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class Evidence {
    static final int SHORT = 0;
    static final int HEADLINE = 1;
    static final int PARAGRAPH = 2;

    private static final int FEW_WORDS = 8;
    /** Of two lines next to each other so many words are compared. */
    private static final int COMPARED = 60;
    /** A paragraph of which the text above knows a smaller share of the words has nothing to do with it. */
    private static final float APART_RATIO = 0.15f;
    /** A copy of the headline beside the headline is looked for among so many lines at the top. */
    private static final int TOP = 6;
    /** A headline that shares so many words with the title speaks of the same story. */
    private static final int MOST_OF_ANOTHER_TITLE = 2;
    /** Of a headline the paragraphs under it know at least such a share of the words. */
    private static final float HEADS_RATIO = 0.15f;

    private static final int MOST_AUTHOR_WORDS = 4;
    private static final float HEADS_MOST = 0.5f;

    /** More evidence than a line can have. */
    static final int MOST = 160;

    final Page page;
    final byte[] shape;
    /** The lines that the outlet repeats. */
    final TemplateLines template;
    /** What the source knows of the lines. */
    final LineHints hints;
    /** The roles that each line may have. */
    final AdmissibleRoles admissible;
    /** For each line the earlier line of the same words, or -1. */
    final int[] copyOf;

    final boolean titleGiven;
    /** How the line stands to the title: 0 not at all, else 1 + the index in {@link Features#TITLE}. */
    final byte[] titleRelation;

    /** How often words were compared, beside what the page counts. */
    long work;

    private boolean[] titleKeys = new boolean[0];
    private final int[] titleShared;
    private final boolean titleKnown;
    private final boolean[] copiedLater;
    private final boolean[] often;
    private final int[] paragraphsBefore;
    private final int paragraphs;
    private final int[] runLength;
    /** How many lines without a paragraph stand between the last heading and this line; 0 for none. */
    private final int[] underHeading;
    /** Size of the block under the last heading, for its lines and the paragraph after it; -1 elsewhere. */
    private final int[] blockSize;

    private final boolean[] heading;
    private final boolean[] listed;
    private final float[] storyRatio;
    private final int[] storyPairs;
    private final int[] segment;
    private final float[] segmentMean;
    private final int[] segmentParagraphs;
    private final int[] segmentStart;
    private final boolean[] segmentGoesOn;
    /** Whether the headline of the article stands in the segment. */
    private final boolean[] segmentNamed;

    private final int[] headlinesNear;
    private final byte[] nearCopy;
    private final float[] seenRatio;
    private final float[] restRatio;
    /** 0, or 1 + the index in {@link Features#APART}. */
    private final byte[] apart;

    private final int[] sharedAbove;
    /** Which share of the words of a headline the next two paragraphs know; -1 for other lines, and where no paragraph follows soon. */
    private final float[] headsNext;

    private final boolean[] inTitle;
    private final boolean[] underColon;
    private final boolean[] lone;
    private int loneLines;
    /** Lines of "one - other" or "one: other", three or more in a row: fixtures, results, timelines. */
    private final boolean[] fixture;

    private final int[] sharedNext;
    private final boolean[] afterSource;
    private final boolean dump;

    private Evidence(Page page, @Nullable Page title, OutletTemplate outlet, LineHints given) {
        this.page = page;
        int n = page.count;
        shape = new byte[n];
        copyOf = new int[n];
        titleRelation = new byte[n];
        titleShared = new int[n];
        copiedLater = new boolean[n];
        often = new boolean[n];
        paragraphsBefore = new int[n + 1];
        runLength = new int[n];
        underHeading = new int[n];
        blockSize = new int[n];
        heading = new boolean[n];
        listed = new boolean[n];
        storyRatio = new float[n];
        storyPairs = new int[n];
        segment = new int[n];
        segmentMean = new float[n + 1];
        segmentParagraphs = new int[n + 1];
        segmentStart = new int[n + 1];
        segmentGoesOn = new boolean[n + 1];
        segmentNamed = new boolean[n + 1];
        headlinesNear = new int[n];
        nearCopy = new byte[n];
        seenRatio = new float[n];
        restRatio = new float[n];
        apart = new byte[n];
        sharedAbove = new int[n];
        headsNext = new float[n];
        inTitle = new boolean[n];
        underColon = new boolean[n];
        lone = new boolean[n];
        fixture = new boolean[n];
        sharedNext = new int[n];
        afterSource = new boolean[n];
        int menuLines = 0;
        for (int i = 0; i < n; i++) {
            shape[i] = shapeOf(i);
            paragraphsBefore[i + 1] = paragraphsBefore[i] + (shape[i] == PARAGRAPH ? 1 : 0);
            heading[i] = page.openingKind(i) == BoilerplateKind.RELATED_LINKS && page.openingPlace(i) == Place.WHOLE;
            menuLines += shape[i] == SHORT ? 1 : 0;
        }
        paragraphs = paragraphsBefore[n];
        dump = n >= 20 && menuLines * 2 > n;
        titleGiven = title != null && title.words > 0;
        findCopies();
        findRuns();
        findLists();
        findOwnLines();
        findFixtures();
        lookAround();
        titleKnown = findTitle(title);
        followStory();
        findApart();
        template = TemplateLines.of(this, outlet);
        hints = given.holdingFor(page);
        admissible = AdmissibleRoles.of(this);
    }

    /** Reads {@code lines}; {@code title} is the headline the source knows, or null. */
    static Evidence of(TextLines lines, @Nullable String title, Vocabulary vocabulary) {
        return of(lines, ReadableText.of(lines.text()), title, OutletTemplate.NONE, LineHints.NONE, vocabulary);
    }

    /**
     * Reads {@code lines} as {@code readable} has them; {@code title} is the headline the source knows, or null, {@code template} what the
     * outlet repeats, {@code hints} what the source knows of the lines.
     */
    static Evidence of(
            TextLines lines,
            ReadableText readable,
            @Nullable String title,
            OutletTemplate template,
            LineHints hints,
            Vocabulary vocabulary) {
        Page page = Page.of(lines, readable, vocabulary);
        return new Evidence(page, title == null || title.isBlank() ? null : page.alike(title), template, hints);
    }

    private byte shapeOf(int i) {
        int words = page.wordCount(i);
        if (words <= 3) {
            return SHORT;
        }
        byte closing = page.closing[i];
        boolean closed = closing == Glyph.STOP;
        if (words >= 25 || (words >= 10 && closed) || (words >= 15 && page.innerStops[i] >= 1 && page.commas[i] >= 1)) {
            return PARAGRAPH;
        }
        return HEADLINE;
    }

    private void findCopies() {
        int n = page.count;
        int capacity = Integer.highestOneBit(Math.max(16, n * 2)) * 2;
        int[] table = new int[capacity];
        int[] copies = new int[n];
        for (int i = 0; i < n; i++) {
            copyOf[i] = -1;
            if (page.wordCount(i) == 0) {
                continue;
            }
            long hash = page.hash[i];
            int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 33) & (capacity - 1);
            while (table[slot] != 0 && page.hash[table[slot] - 1] != hash) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (table[slot] == 0) {
                table[slot] = i + 1;
            } else {
                int first = table[slot] - 1;
                copyOf[i] = first;
                copiedLater[first] = true;
                copies[first]++;
            }
        }
        for (int i = 0; i < n; i++) {
            int first = copyOf[i] < 0 ? i : copyOf[i];
            often[i] = copies[first] >= 2;
        }
    }

    /** Counts the headlines among the three lines above and below, and finds lines most of which stand word for word in a neighbour. */
    private void lookAround() {
        for (int i = 0; i < page.count; i++) {
            for (int j = Math.max(0, i - 3); j <= Math.min(page.count - 1, i + 3); j++) {
                headlinesNear[i] += j != i && shape[j] == HEADLINE ? 1 : 0;
            }
            if (i >= TOP) {
                continue;
            }
            if (i + 1 < page.count && longestCommonRun(i, i + 1) * 3 >= page.wordCount(i) * 2) {
                nearCopy[i] = 2;
            } else if (i > 0 && longestCommonRun(i, i - 1) * 3 >= page.wordCount(i) * 2) {
                nearCopy[i] = 1;
            }
        }
    }

    /** The most words in a row that line {@code a}, of at most 30 words, shares with line {@code b}; 0 below four. */
    private int longestCommonRun(int a, int b) {
        if (page.wordCount(a) < 4 || page.wordCount(a) > 30 || page.wordCount(b) < 4) {
            return 0;
        }
        int longest = 0;
        int bEnd = Math.min(page.lastWord(b), page.firstWord[b] + 60);
        for (int w = page.firstWord[a]; w < page.lastWord(a) - longest; w++) {
            for (int v = page.firstWord[b]; v < bEnd - longest; v++) {
                work++;
                int run = 0;
                while (w + run < page.lastWord(a)
                        && v + run < bEnd
                        && page.wordHash[w + run] == page.wordHash[v + run]) {
                    run++;
                    work++;
                }
                longest = Math.max(longest, run);
            }
        }
        return longest < 4 ? 0 : longest;
    }

    private void findRuns() {
        int n = page.count;
        int i = 0;
        while (i < n) {
            if (shape[i] == PARAGRAPH) {
                i++;
                continue;
            }
            int end = i;
            while (end < n && shape[end] != PARAGRAPH) {
                end++;
            }
            for (int j = i; j < end; j++) {
                runLength[j] = end - i;
            }
            i = end;
        }
        java.util.Arrays.fill(blockSize, -1);
        boolean source = false;
        int last = -1;
        for (i = 0; i < n; i++) {
            afterSource[i] = source;
            source |= page.openingKind(i) == BoilerplateKind.SOURCE && page.openingPlace(i) != Place.START_LONG;
            if (heading[i]) {
                last = i;
                int end = i + 1;
                while (end < n && shape[end] != PARAGRAPH && !heading[end]) {
                    end++;
                }
                for (int j = i; j < end; j++) {
                    blockSize[j] = end - i - 1;
                }
                if (end < n && shape[end] == PARAGRAPH) {
                    blockSize[end] = end - i - 1;
                }
            } else if (last >= 0 && shape[i] != PARAGRAPH && (i == last + 1 || underHeading[i - 1] > 0)) {
                underHeading[i] = i - last;
            }
        }
    }

    /** Marks the items of lists that a line of the article opens with a colon. */
    private void findLists() {
        for (int i = 1; i < page.count; i++) {
            boolean opened = page.closing[i - 1] == Glyph.COLON
                    && page.openingPhrase[i - 1] == Page.NO_PHRASE
                    && page.wordCount(i - 1) >= 3;
            boolean goesOn = listed[i - 1] && isItem(i) && page.openingPhrase[i] == Page.NO_PHRASE;
            listed[i] = (opened && page.openingPhrase[i] == Page.NO_PHRASE) || goesOn;
        }
    }

    /** Marks runs of lines that a line ending in a colon opens, and single lines between two paragraphs: both are often the article's own. */
    private void findOwnLines() {
        int n = page.count;
        for (int i = 1; i < n; i++) {
            boolean plain = shape[i] != PARAGRAPH && page.openingPhrase[i] == Page.NO_PHRASE;
            boolean opens = page.closing[i - 1] == Glyph.COLON
                    && page.openingPhrase[i - 1] == Page.NO_PHRASE
                    && page.wordCount(i - 1) >= 2;
            underColon[i] = plain && (opens || underColon[i - 1]);
            lone[i] = plain && i + 1 < n && shape[i - 1] == PARAGRAPH && shape[i + 1] == PARAGRAPH;
            loneLines += lone[i] ? 1 : 0;
        }
    }

    private void findFixtures() {
        int i = 0;
        while (i < page.count) {
            int end = i;
            while (end < page.count && isPair(end)) {
                end++;
            }
            if (end - i >= 3) {
                java.util.Arrays.fill(fixture, i, end, true);
            }
            i = end + 1;
        }
    }

    private boolean isPair(int i) {
        boolean dash = page.dashes[i] == 1 && page.opening[i] != Glyph.DASH && page.closing[i] != Glyph.DASH;
        int colon = page.colonAfter[i];
        boolean label = colon > 0 && colon <= 6 && colon < page.wordCount(i);
        return (dash || label)
                && page.wordCount(i) >= 2
                && page.wordCount(i) <= 12
                && page.openingPhrase[i] == Page.NO_PHRASE
                && !page.has(i, Page.URL | Page.EMAIL | Page.HANDLE | Page.CLOCK);
    }

    private boolean isItem(int i) {
        byte opening = page.opening[i];
        return opening == Glyph.BULLET || opening == Glyph.DASH || opening == Glyph.DIGIT || opening == Glyph.ARROW;
    }

    private boolean findTitle(@Nullable Page title) {
        Page of = page;
        int from = 0;
        int to = 0;
        if (title != null && title.words > 0) {
            of = title;
            to = title.words;
        } else {
            int guess = guessTitle();
            if (guess >= 0) {
                from = page.firstWord[guess];
                to = page.lastWord(guess);
            }
        }
        titleKeys = new boolean[page.keyCount() + 1];
        if (from == to) {
            return false;
        }
        KeyTable words = new KeyTable(to - from);
        long hash = 0;
        for (int w = from; w < to; w++) {
            words.add(of.wordHash[w]);
            titleKeys[of.wordKey[w]] = true;
            hash = LineTokenizer.hash(hash + of.wordHash[w], ' ');
        }
        titleKeys[0] = false;
        if (title != null && of == title) {
            for (int i = 0; i < Math.min(TOP, page.count); i++) {
                inTitle[i] = isAuthorOf(title, i);
            }
        }
        int[] stamp = new int[words.size()];
        boolean again = false;
        for (int i = 0; i < page.count; i++) {
            titleShared[i] = shared(i, titleKeys);
            int relation = relation(i, words, stamp, hash);
            if (relation >= 0) {
                titleRelation[i] = (byte) (1 + relation * 2 + (again ? 1 : 0));
                again |= relation <= 3;
            }
        }
        return true;
    }

    /** Whether the title is "the line: …" or "… - the line": as columns are signed. */
    private boolean isAuthorOf(Page title, int i) {
        int words = page.wordCount(i);
        if (words < 2 || words > MOST_AUTHOR_WORDS || title.words < words + 2) {
            return false;
        }
        if (same(title, 0, i)) {
            return title.colonAfter[0] == words;
        }
        int from = title.words - words;
        int gap = title.wordEnd[from - 1];
        boolean dash = false;
        for (int at = gap; at < title.wordStart[from]; at++) {
            byte glyph = Glyph.of(title.text[at]);
            dash |= glyph == Glyph.DASH || glyph == Glyph.BAR;
        }
        return dash && same(title, from, i);
    }

    private boolean same(Page title, int from, int i) {
        for (int w = 0; w < page.wordCount(i); w++) {
            if (title.wordHash[from + w] != page.wordHash[page.firstWord[i] + w]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the title names the line as its author. */
    boolean isInTitleAsAuthor(int i) {
        return inTitle[i];
    }

    /** 0 the same words, 1 nearly the same, 2 all of the line is in the title, 3 all of the title in the line, 4 a part; -1 none. */
    private int relation(int i, KeyTable title, int[] stamp, long hash) {
        int words = page.wordCount(i);
        if (words == 0 || words > title.size() * 3 + 12) {
            return -1;
        }
        if (page.hash[i] == hash) {
            return 0;
        }
        int inside = 0;
        int distinct = 0;
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            work++;
            int word = title.find(page.wordHash[w]);
            if (word >= 0) {
                inside++;
                distinct += stamp[word] == i + 1 ? 0 : 1;
                stamp[word] = i + 1;
            }
        }
        double ofLine = (double) inside / words;
        double ofTitle = (double) distinct / title.size();
        if (ofLine >= 0.75 && ofTitle >= 0.75) {
            return 1;
        }
        if (ofLine >= 0.9 && ofTitle >= 0.5 && words >= 3) {
            return 2;
        }
        if (ofTitle >= 0.9 && title.size() >= 4) {
            return 3;
        }
        return ofTitle >= 0.5 && title.size() >= 4 && ofLine >= 0.5 ? 4 : -1;
    }

    /** Of the lines above the first paragraph the one that shares most with the paragraphs; -1 when none does. */
    private int guessTitle() {
        int firstParagraph = 0;
        while (firstParagraph < page.count && shape[firstParagraph] != PARAGRAPH) {
            firstParagraph++;
        }
        if (firstParagraph == page.count) {
            return -1;
        }
        boolean[] lead = new boolean[page.keyCount() + 1];
        int taken = 0;
        for (int i = firstParagraph; i < page.count && taken < 4; i++) {
            if (shape[i] == PARAGRAPH) {
                addKeys(i, lead);
                taken++;
            }
        }
        int best = -1;
        double bestScore = 0;
        for (int i = firstParagraph - 1; i >= 0 && i >= firstParagraph - 400; i--) {
            if (shape[i] == HEADLINE && page.openingPhrase[i] == Page.NO_PHRASE && copyOf[i] < 0) {
                int keys = keys(i);
                double score = keys == 0 ? 0 : (double) shared(i, lead) / (keys + 1);
                if (score > bestScore + 1e-9) {
                    bestScore = score;
                    best = i;
                }
            }
        }
        if (best < 0 && shape[0] == HEADLINE && page.openingPhrase[0] == Page.NO_PHRASE) {
            best = 0;
        }
        return best;
    }

    private void followStory() {
        boolean[] story = new boolean[page.keyCount() + 1];
        boolean[] seen = new boolean[page.keyCount() + 1];
        KeyTable storyPairSet = new KeyTable(64);
        boolean anySeen = false;
        for (int i = 0; i < titleRelation.length; i++) {
            if (titleRelation[i] != 0 && titleRelation[i] <= 4) {
                addKeys(i, seen);
                anySeen |= keys(i) > 0;
            }
        }
        int[] above = new int[page.keyCount() + 1];
        int pendingFrom = 0;
        int segments = 0;
        boolean frozen = false;
        for (int i = 0; i < page.count; i++) {
            boolean cut = heading[i]
                    || (page.openingKind(i) == BoilerplateKind.SOURCE
                            && (page.openingPlace(i) == Place.WHOLE || page.openingPlace(i) == Place.LABEL_SHORT));
            if (cut && paragraphsBefore[i] > 0) {
                for (int j = pendingFrom; j < i; j++) {
                    if (shape[j] == PARAGRAPH) {
                        addKeys(j, story);
                        frozen |= keys(j) > 0;
                        addPairs(j, storyPairSet);
                    }
                }
                pendingFrom = i;
                segments++;
                segmentStart[segments] = i;
            }
            segment[i] = frozen ? segments : 0;
            if (titleGiven && titleRelation[i] != 0 && titleRelation[i] <= 4) {
                segmentNamed[segments] = true;
            }
            int keys = keys(i);
            storyRatio[i] = -1;
            if (frozen && keys > 0) {
                storyRatio[i] = (float) (shared(i, story) + shared(i, titleKeys) * 0.25) / (keys + 1);
                storyPairs[i] = pairs(i, storyPairSet);
                if (shape[i] == PARAGRAPH) {
                    if (segmentParagraphs[segments] == 0) {
                        segmentGoesOn[segments] = goesOn(i);
                    }
                    segmentMean[segments] += storyRatio[i];
                    segmentParagraphs[segments]++;
                }
            }
            seenRatio[i] = keys == 0 || !anySeen ? -1 : (float) shared(i, seen) / keys;
            sharedAbove[i] = i == 0 ? 0 : common(i, above, i);
            mark(i, above, i + 1);
            if (shape[i] == PARAGRAPH) {
                addKeys(i, seen);
                anySeen |= keys > 0;
            }
        }
        for (int s = 0; s <= segments && s < segmentMean.length; s++) {
            segmentMean[s] = segmentParagraphs[s] == 0 ? -1 : segmentMean[s] / segmentParagraphs[s];
        }
        float sum = 0;
        int rest = 0;
        int nextParagraph = -1;
        int afterNext = -1;
        int[] next = new int[page.keyCount() + 1];
        for (int i = page.count - 1; i >= 0; i--) {
            sharedNext[i] = nextParagraph < 0 || nextParagraph > i + 3 ? -1 : common(i, next, nextParagraph + 1);
            headsNext[i] = shape[i] != HEADLINE || nextParagraph < 0 || nextParagraph > i + 3
                    ? -1
                    : known(i, next, nextParagraph + 1, afterNext > nextParagraph + 3 ? -1 : afterNext + 1);
            if (shape[i] == PARAGRAPH) {
                afterNext = nextParagraph;
                nextParagraph = i;
                mark(i, next, i + 1);
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
        int i = 0;
        while (i < page.count) {
            int end = i;
            while (end < page.count && isApart(end)) {
                end++;
            }
            boolean last = paragraphs == paragraphsBefore[end];
            for (int j = i; j < end; j++) {
                apart[j] = (byte) (1 + (Math.min(3, end - i) - 1) * 2 + (last ? 1 : 0));
            }
            i = end + 1;
        }
    }

    /** Whether most of the line stands word for word in a line next to it. */
    boolean repeatsNeighbour(int i) {
        return nearCopy[i] > 0;
    }

    /** Whether a later line has the same words. */
    boolean isCopiedLater(int i) {
        return copiedLater[i];
    }

    /** Whether a line that ends in a colon opens the run of lines that this one is in. */
    boolean isUnderColon(int i) {
        return underColon[i];
    }

    boolean mostlyShort() {
        return dump;
    }

    int paragraphsAbove(int i) {
        return paragraphsBefore[i];
    }

    /**
     * Whether a line above, a heading of links or a line of source, ends the story, and what follows does not go on with it. What the title
     * names is the article, wherever it stands.
     */
    boolean hasBoundaryAbove(int i) {
        return segment[i] > 0 && !segmentGoesOn[segment[i]] && !segmentNamed[segment[i]];
    }

    /** Whether the line is a headline of this story, above a paragraph that goes on with it. */
    boolean headsThisStory(int i) {
        return titleShared[i] > 0
                && headsNext[i] >= HEADS_MOST
                && i + 1 < page.count
                && shape[i + 1] == PARAGRAPH
                && goesOn(i + 1);
    }

    /** Whether the line is a headline, not this story's, and the paragraph below it speaks of what it names and begins a story. */
    boolean headsAnotherStory(int i) {
        if (shape[i] != HEADLINE || goesOn(i) || titleShared[i] >= MOST_OF_ANOTHER_TITLE) {
            return false;
        }
        int next = i + 1;
        while (next < page.count && shape[next] != PARAGRAPH) {
            next++;
        }
        return next < page.count
                && !goesOn(next)
                && (headsNext[i] >= HEADS_RATIO || (next == i + 1 && isDateline(next)));
    }

    /** Whether a line of source stands above. */
    boolean isAfterSource(int i) {
        return afterSource[i];
    }

    /** Whether the line is the first that says the headline which the source knows. */
    boolean isTitle(int i) {
        boolean bare = page.openingPhrase[i] == Page.NO_PHRASE && page.latinWords[i] == 0 && page.bars[i] == 0;
        return titleGiven && (titleRelation[i] == 1 || (titleRelation[i] == 3 && bare));
    }

    /** Whether none of the words of the line that tell stands in the title or in a paragraph above it. */
    boolean knowsNothingOf(int i) {
        return seenRatio[i] == 0;
    }

    /** Whether there is such a line, and it is a paragraph. */
    boolean isParagraph(int i) {
        return i < page.count && shape[i] == PARAGRAPH;
    }

    /** Whether the line stands before the first paragraph or behind the last. */
    boolean isAtEdge(int i) {
        return paragraphsBefore[i] == 0 || paragraphsBefore[i] == paragraphs;
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

    private boolean isApart(int i) {
        return shape[i] == PARAGRAPH
                && paragraphsBefore[i] >= 2
                && !goesOn(i)
                && seenRatio[i] >= 0
                && seenRatio[i] < APART_RATIO;
    }

    private int keys(int i) {
        int keys = 0;
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            keys += page.wordKey[w] != 0 ? 1 : 0;
        }
        return keys;
    }

    private int shared(int i, boolean[] set) {
        int shared = 0;
        work += page.wordCount(i);
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            shared += set[page.wordKey[w]] ? 1 : 0;
        }
        return shared;
    }

    private void addKeys(int i, boolean[] set) {
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            set[page.wordKey[w]] = true;
        }
        set[0] = false;
    }

    private void addPairs(int i, KeyTable set) {
        for (int w = page.firstWord[i] + 1; w < page.lastWord(i); w++) {
            if (page.wordKey[w] != 0 && page.wordKey[w - 1] != 0) {
                set.add(pair(w));
            }
        }
    }

    private int pairs(int i, KeyTable set) {
        int pairs = 0;
        for (int w = page.firstWord[i] + 1; w < page.lastWord(i); w++) {
            pairs += page.wordKey[w] != 0 && page.wordKey[w - 1] != 0 && set.find(pair(w)) >= 0 ? 1 : 0;
        }
        return pairs;
    }

    private long pair(int w) {
        return ((long) page.wordKey[w - 1] << 32) | page.wordKey[w];
    }

    /** How many of the first words of the line, at most 3, were marked with {@code stamp}. */
    private int common(int i, int[] marks, int stamp) {
        int common = 0;
        int end = Math.min(page.lastWord(i), page.firstWord[i] + COMPARED);
        for (int w = page.firstWord[i]; w < end && common < 3; w++) {
            common += page.wordKey[w] != 0 && marks[page.wordKey[w]] == stamp ? 1 : 0;
        }
        return common;
    }

    /** Which share of the words of the line were marked with one of the stamps; -1 when it has none that tell. */
    private float known(int i, int[] marks, int stamp, int other) {
        int known = 0;
        int keys = 0;
        work += page.wordCount(i);
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            int key = page.wordKey[w];
            if (key != 0) {
                keys++;
                known += marks[key] == stamp || marks[key] == other ? 1 : 0;
            }
        }
        return keys == 0 ? -1 : (float) known / keys;
    }

    private void mark(int i, int[] marks, int stamp) {
        int end = Math.min(page.lastWord(i), page.firstWord[i] + COMPARED);
        for (int w = page.firstWord[i]; w < end; w++) {
            marks[page.wordKey[w]] = stamp;
        }
    }

    /** Writes the evidence for line {@code i} to {@code out} and answers how much it is. */
    int of(int i, int[] out) {
        int n = 0;
        int words = page.wordCount(i);
        int shape = this.shape[i];
        boolean few = words <= FEW_WORDS;
        out[n++] = Features.ALWAYS;
        out[n++] = Features.WORDS + wordsBin(words);
        out[n++] = Features.CLOSING + closing(i) * 3 + shape;
        out[n++] = Features.OPENING + opening(i) * 3 + shape;
        for (int flags = page.flags[i]; flags != 0; flags &= flags - 1) {
            out[n++] = Features.FLAGS + Integer.numberOfTrailingZeros(flags) * 2 + (few ? 0 : 1);
        }
        if (words >= 4) {
            out[n++] = Features.STOPS + Math.min(2, page.innerStops[i]) * 3 + shape;
            out[n++] = Features.COMMAS + Math.min(2, page.commas[i]) * 3 + shape;
        }
        if (page.quotes[i] >= 2) {
            out[n++] = Features.QUOTED + shape;
        }
        if (page.colonAfter[i] > 0 && page.colonAfter[i] <= 6 && page.colonAfter[i] < words) {
            out[n++] = Features.COLON_EARLY + shape;
        }
        if (page.bars[i] > 0) {
            out[n++] = Features.BARS + Math.min(2, page.bars[i]) - 1;
        }
        int dashes = page.dashes[i] - (page.opening[i] == Glyph.DASH ? 1 : 0);
        if (few && dashes > 0) {
            out[n++] = Features.DASHES + Math.min(2, dashes) - 1;
        }
        n = words(i, words, shape, few, out, n);
        n = phrases(i, out, n);
        for (int forms = admissible.forms(i); forms != 0; forms &= forms - 1) {
            out[n++] = Features.FORM + Integer.numberOfTrailingZeros(forms) * 3 + shape;
        }
        n = title(i, shape, out, n);
        n = copies(i, words, shape, out, n);
        n = place(i, shape, out, n);
        n = neighbours(i, shape, out, n);
        return story(i, shape, out, n);
    }

    private int words(int i, int words, int shape, boolean few, int[] out, int n) {
        int latin = page.latinWords[i];
        if (latin > 0) {
            out[n++] = Features.LATIN + (latin == words ? 2 : latin * 2 > words ? 1 : 0);
        }
        if (few && words > 0) {
            int numbers = page.numberWords[i];
            if (numbers > 0) {
                out[n++] = Features.NUMBERS + (numbers == words ? 2 : numbers * 2 >= words ? 1 : 0);
            }
            for (int c = 0; c < Page.CLASSES; c++) {
                int of = page.classCounts[i * Page.CLASSES + c];
                if (of > 0) {
                    out[n++] = Features.CLASS_SHARE + c * 3 + (of == words ? 2 : of * 2 >= words ? 1 : 0);
                }
            }
            int named = page.classCount(i, WordClass.NAME)
                    + page.classCount(i, WordClass.CITY)
                    + page.classCount(i, WordClass.AGENCY);
            if (named * 2 >= words) {
                out[n++] = Features.NAMED + (named >= words ? 1 : 0);
            }
        }
        if (words > 0) {
            int first = page.firstWord[i];
            for (int bits = page.wordClasses[first]; bits != 0; bits &= bits - 1) {
                out[n++] = Features.FIRST_WORD + Integer.numberOfTrailingZeros(bits) * 3 + shape;
            }
            char c = page.text[page.wordStart[first]];
            int length = page.wordEnd[first] - page.wordStart[first];
            if (opensWithAnd(first)) {
                out[n++] = Features.FIRST_AND + shape;
            }
            if (c == 'ا' && length > 4 && page.text[page.wordStart[first] + 1] == 'ل') {
                out[n++] = Features.FIRST_ARTICLE + shape;
            }
            if (hasPresentVerbEarly(i)) {
                out[n++] = Features.PRESENT_VERB + shape;
            }
            if (isDateline(i)) {
                out[n++] = Features.DATELINE + shape;
            }
        }
        if (words >= 2 && page.menuWords[i] > 0) {
            int menu = page.menuWords[i];
            out[n++] = Features.MENU + (menu >= words ? 3 : menu * 10 >= words * 8 ? 2 : menu * 2 >= words ? 1 : 0);
        }
        return n;
    }

    private boolean hasPresentVerbEarly(int i) {
        int to = Math.min(page.lastWord(i), page.firstWord[i] + 4);
        for (int w = page.firstWord[i]; w < to; w++) {
            char c = page.text[page.wordStart[w]];
            int length = page.wordEnd[w] - page.wordStart[w];
            if ((c == 'ي' || c == 'ت') && length >= 4 && length <= 8 && page.wordClasses[w] == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isDateline(int i) {
        int to = Math.min(page.lastWord(i), page.firstWord[i] + 2);
        for (int w = page.firstWord[i]; w < to; w++) {
            if ((page.wordClasses[w] & (WordClass.CITY.bit() | WordClass.AGENCY.bit())) != 0) {
                return (page.colonAfter[i] > 0 && page.colonAfter[i] <= 8) || page.dashes[i] > 0;
            }
        }
        return false;
    }

    private int phrases(int i, int[] out, int n) {
        int kinds = BoilerplateKind.values().length;
        if (page.openingPhrase[i] != Page.NO_PHRASE) {
            int kind = page.phrase(page.openingPhrase[i]).kind().ordinal();
            out[n++] = Features.PHRASE + page.openingPlace[i] * kinds + kind;
            out[n++] = Features.PHRASE_ANY + page.openingPlace[i];
        }
        if (page.innerPhrase[i] != Page.NO_PHRASE) {
            int kind = page.phrase(page.innerPhrase[i]).kind().ordinal();
            out[n++] = Features.PHRASE + page.innerPlace[i] * kinds + kind;
            out[n++] = Features.PHRASE_ANY + page.innerPlace[i];
        }
        return n;
    }

    private int title(int i, int shape, int[] out, int n) {
        out[n++] = Features.TITLE_KNOWN + (titleGiven ? 0 : titleKnown ? 1 : 2);
        if (titleKnown) {
            out[n++] = Features.TITLE_KEYS + Math.min(3, titleShared[i]) * 3 + shape;
        }
        if (titleRelation[i] != 0) {
            out[n++] = Features.TITLE + titleRelation[i] - 1;
        }
        return n;
    }

    private int copies(int i, int words, int shape, int[] out, int n) {
        int size = words <= 3 ? 0 : words <= 8 ? 1 : 2;
        if (copyOf[i] >= 0) {
            int where = paragraphsBefore[i] == 0 ? 0 : paragraphsBefore[i] == paragraphs ? 2 : 1;
            out[n++] = Features.REPEATS + size * 3 + where;
            if (shape == PARAGRAPH) {
                out[n++] = Features.PARAGRAPH_AGAIN;
            }
        }
        if (copiedLater[i]) {
            out[n++] = Features.REPEATED + size;
        }
        if (often[i]) {
            out[n++] = Features.OFTEN + shape;
        }
        return n;
    }

    private int place(int i, int shape, int[] out, int n) {
        int count = page.count;
        if (count == 1) {
            out[n++] = Features.ALONE;
        }
        if (i < 6) {
            out[n++] = Features.FROM_START + Math.min(3, i) * 3 + shape;
        }
        if (count - 1 - i < 6) {
            out[n++] = Features.FROM_END + Math.min(3, count - 1 - i) * 3 + shape;
        }
        int before = paragraphsBefore[i];
        int after = paragraphs - paragraphsBefore[i + 1];
        out[n++] = Features.PARAGRAPHS_BEFORE + few(before) * 3 + shape;
        out[n++] = Features.PARAGRAPHS_AFTER + few(after) * 3 + shape;
        out[n++] = Features.BETWEEN + ((before > 0 ? 1 : 0) + (after > 0 ? 2 : 0)) * 3 + shape;
        out[n++] = Features.PAGE + (paragraphs == 0 ? 0 : paragraphs == 1 ? 1 : paragraphs < 5 ? 2 : 3) * 3 + shape;
        int near = headlinesNear[i];
        out[n++] = Features.HEADLINES_NEAR + few(near) * 3 + shape;
        if (nearCopy[i] > 0) {
            out[n++] = Features.NEAR_COPY + nearCopy[i] - 1;
        }
        if (dump) {
            out[n++] = Features.DUMP + shape;
        }
        if (afterSource[i]) {
            out[n++] = Features.SOURCE_BEFORE + shape;
        }
        return n;
    }

    private static int few(int number) {
        return number <= 1 ? number : number <= 3 ? 2 : 3;
    }

    private int neighbours(int i, int shape, int[] out, int n) {
        int count = page.count;
        int above = i == 0 ? 0 : this.shape[i - 1] + 1;
        int below = i == count - 1 ? 0 : this.shape[i + 1] + 1;
        out[n++] = Features.TRIPLE + (above * 4 + below) * 3 + shape;
        if (i > 0 && page.openingPhrase[i - 1] != Page.NO_PHRASE) {
            int kind = page.phrase(page.openingPhrase[i - 1]).kind().ordinal();
            out[n++] = Features.PREVIOUS_PHRASE + kind * 3 + shape;
        }
        if (i < count - 1 && page.openingPhrase[i + 1] != Page.NO_PHRASE) {
            int kind = page.phrase(page.openingPhrase[i + 1]).kind().ordinal();
            out[n++] = Features.NEXT_PHRASE + kind * 3 + shape;
        }
        if (shape != PARAGRAPH) {
            int run = runLength[i];
            int bin = run <= 2 ? run - 1 : run <= 4 ? 2 : run <= 9 ? 3 : run <= 19 ? 4 : 5;
            out[n++] = Features.RUN + bin * 3 + shape;
        }
        if (underHeading[i] > 0) {
            int under = underHeading[i];
            out[n++] = Features.UNDER_HEADING + (under == 1 ? 0 : under <= 5 ? 1 : 2) * 3 + shape;
        }
        if (blockSize[i] >= 0) {
            int bin = block(blockSize[i]);
            if (shape == PARAGRAPH) {
                out[n++] = Features.AFTER_BLOCK + bin * 2 + (goesOn(i) ? 0 : 1);
            } else {
                out[n++] = Features.BLOCK + bin * 3 + shape;
            }
        }
        if (listed[i]) {
            out[n++] = Features.LISTED + shape;
        }
        if (underColon[i]) {
            out[n++] = Features.UNDER_COLON + shape;
        }
        if (fixture[i]) {
            out[n++] = Features.FIXTURE + shape;
        }
        if (lone[i]) {
            out[n++] = Features.LONE + (loneLines == 1 ? 0 : loneLines <= 3 ? 1 : 2) * 3 + shape;
        }
        if (isItem(i)) {
            boolean first = i == 0 || page.opening[i - 1] != page.opening[i];
            boolean last = i == count - 1 || page.opening[i + 1] != page.opening[i];
            out[n++] = Features.LIST + (first ? 0 : last ? 2 : 1) * 3 + shape;
            if (i > 0 && page.openingNumber[i] > 0 && page.openingNumber[i] == page.openingNumber[i - 1] + 1) {
                out[n++] = Features.COUNTED + shape;
            }
        }
        return n;
    }

    /** Whether the paragraph goes on from another by its first word. */
    boolean goesOn(int i) {
        if (page.wordCount(i) == 0) {
            return false;
        }
        int first = page.firstWord[i];
        int bits = page.wordClasses[first];
        return (bits & WordClass.CONNECTIVE.bit()) != 0 || opensWithAnd(first);
    }

    /** Whether the word begins with "and", not with a waw of its own. */
    private boolean opensWithAnd(int word) {
        return page.text[page.wordStart[word]] == 'و'
                && page.wordEnd[word] - page.wordStart[word] > 3
                && (page.wordClasses[word] & WordClass.OWN_WAW.bit()) == 0;
    }

    /** Which share of the words of the lines the story before the last heading knows; -1 when no heading stands before them. */
    double sharedWithStory(int first, int last) {
        double sum = 0;
        int lines = 0;
        for (int i = first; i <= last; i++) {
            if (storyRatio[i] >= 0) {
                sum += storyRatio[i];
                lines++;
            }
        }
        return lines == 0 ? -1 : sum / lines;
    }

    private static int block(int size) {
        return size <= 2 ? size : size <= 5 ? 3 : 4;
    }

    private int story(int i, int shape, int[] out, int n) {
        if (segment[i] > 0) {
            if (storyRatio[i] >= 0) {
                out[n++] = Features.STORY + ratio(storyRatio[i]) * 3 + shape;
                out[n++] = Features.PAIRS + Math.min(2, storyPairs[i]) * 3 + shape;
            }
            float mean = segmentMean[segment[i]];
            if (mean >= 0) {
                int size = segmentParagraphs[segment[i]];
                int bin = section(mean);
                out[n++] = Features.SEGMENT_LINE + bin * 3 + shape;
                if (i == 0
                        || segment[i - 1] != segment[i]
                        || paragraphsBefore[i] == paragraphsBefore[segmentStart[segment[i]]]) {
                    int sizeBin = size == 1 ? 0 : size <= 3 ? 1 : 2;
                    out[n++] = Features.SEGMENT + (bin * 3 + sizeBin) * 2 + (segmentGoesOn[segment[i]] ? 0 : 1);
                }
            }
        }
        if (apart[i] > 0) {
            out[n++] = Features.APART + apart[i] - 1;
        }
        if (seenRatio[i] >= 0) {
            out[n++] = Features.SEEN + ratio(seenRatio[i]) * 3 + shape;
        }
        if (shape == PARAGRAPH && restRatio[i] >= 0 && paragraphsBefore[i] >= 2) {
            out[n++] = Features.REST + ratio(restRatio[i]);
        }
        if (sharedNext[i] >= 0) {
            out[n++] = Features.NEXT_KEYS + Math.min(2, sharedNext[i]) * 3 + shape;
        }
        if (headsNext[i] >= 0) {
            float heads = headsNext[i];
            int below = segment[i] > 0 ? 1 : 0;
            int bin = heads <= 0.001f ? 0 : heads < 0.15f ? 1 : heads < 0.3f ? 2 : heads < 0.5f ? 3 : 4;
            out[n++] = Features.HEADS_NEXT + bin * 2 + below;
            if (seenRatio[i] >= 0) {
                float more = heads - seenRatio[i];
                out[n++] = Features.HEADS_MORE + (more > 0.15f ? 0 : more < -0.15f ? 1 : 2) * 2 + below;
            }
        }
        int second = second(i, shape);
        if (second >= 0) {
            out[n++] = Features.SECOND + second;
        }
        if (i > 0) {
            out[n++] = Features.LAST_KEYS + Math.min(2, sharedAbove[i]) * 3 + shape;
        }
        return n;
    }

    /** The index in {@link Features#SECOND}; -1 for other lines. */
    private int second(int i, int shape) {
        int headline = shape == PARAGRAPH ? i - 1 : i;
        if (shape == SHORT
                || headline < 0
                || headline + 1 >= page.count
                || segment[headline] == 0
                || headsNext[headline] < 0
                || this.shape[headline + 1] != PARAGRAPH) {
            return -1;
        }
        float heads = headsNext[headline];
        float known = segmentMean[segment[headline]];
        int names = heads < 0.12f ? 0 : heads < 0.3f ? 1 : 2;
        int shared = known < 0.04f ? 0 : known < 0.1f ? 1 : 2;
        return ((names * 3 + shared) * 2 + (goesOn(headline + 1) ? 0 : 1)) * 2 + (shape == PARAGRAPH ? 1 : 0);
    }

    private static int ratio(float ratio) {
        return ratio <= 0.001f ? 0 : ratio < 0.08f ? 1 : ratio < 0.15f ? 2 : ratio < 0.25f ? 3 : ratio < 0.4f ? 4 : 5;
    }

    private static int section(float mean) {
        return mean < 0.02f
                ? 0
                : mean < 0.04f ? 1 : mean < 0.07f ? 2 : mean < 0.1f ? 3 : mean < 0.15f ? 4 : mean < 0.25f ? 5 : 6;
    }

    private static int wordsBin(int words) {
        if (words <= 3) {
            return words;
        }
        return words <= 5
                ? 4
                : words <= 8 ? 5 : words <= 12 ? 6 : words <= 17 ? 7 : words <= 25 ? 8 : words <= 40 ? 9 : 10;
    }

    private int closing(int i) {
        return switch (page.closing[i]) {
            case Glyph.LETTER, Glyph.LATIN -> 0;
            case Glyph.DIGIT -> 1;
            case Glyph.STOP -> 2;
            case Glyph.QUESTION -> 3;
            case Glyph.EXCLAMATION -> 4;
            case Glyph.COLON -> 5;
            case Glyph.ELLIPSIS -> 6;
            case Glyph.QUOTE -> 7;
            case Glyph.BRACKET_CLOSE, Glyph.BRACKET_OPEN -> 8;
            default -> 9;
        };
    }

    private int opening(int i) {
        return switch (page.opening[i]) {
            case Glyph.LETTER -> 0;
            case Glyph.LATIN -> 1;
            case Glyph.DIGIT -> 2;
            case Glyph.BULLET -> 3;
            case Glyph.DASH -> 4;
            case Glyph.QUOTE -> 5;
            case Glyph.BRACKET_OPEN -> 6;
            case Glyph.ARROW, Glyph.BAR -> 7;
            case Glyph.HASH, Glyph.AT -> 8;
            default -> 9;
        };
    }
}
