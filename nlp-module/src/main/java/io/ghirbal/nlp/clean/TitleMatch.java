package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.LineTokenizer;
import org.jspecify.annotations.Nullable;

/** How each line stands to the title: the one that the source knows, or without one the line of the page that heads the story best. */
final class TitleMatch {
    /** The author of a column stands among so many lines at the top. */
    private static final int TOP = 6;

    private static final int MOST_AUTHOR_WORDS = 4;
    /** A headline is looked for among so many lines above the first paragraph, and compared with so many paragraphs. */
    private static final int MOST_LINES_ABOVE = 400;

    private static final int MOST_LEADS = 4;

    private final Page page;
    private final PageLayout layout;
    private final WordOverlap overlap;
    /** Whether the source knows the title. */
    final boolean given;

    private final boolean known;
    /** The words of the title, as a set of {@link WordOverlap}. */
    private final boolean[] words;
    /** How the line stands to the title: 0 not at all, else 1 + the index in {@link Features#TITLE}. */
    private final byte[] relation;

    private final int[] shared;
    /** Whether the title names the line as its author, by line from the top. */
    private final boolean[] author = new boolean[TOP];

    /** @param title the title that the source knows, its words numbered as the page numbers them; null when it knows none */
    TitleMatch(Page page, @Nullable Page title, PageLayout layout, RepeatedLines repeated, WordOverlap overlap) {
        this.page = page;
        this.layout = layout;
        this.overlap = overlap;
        given = title != null && title.words > 0;
        words = overlap.noWords();
        relation = new byte[page.count];
        shared = new int[page.count];
        int guess = given ? -1 : guess(repeated);
        known = given || guess >= 0;
        if (title != null && given) {
            match(title, 0, title.words);
            for (int i = 0; i < Math.min(TOP, page.count); i++) {
                author[i] = isAuthorOf(title, i);
            }
        } else if (known) {
            match(page, page.firstWord[guess], page.lastWord(guess));
        }
    }

    /** Of the lines above the first paragraph the one that shares most with the paragraphs; -1 when none does. */
    private int guess(RepeatedLines repeated) {
        int firstParagraph = page.runEnd(0, i -> !layout.isParagraph(i));
        if (firstParagraph == page.count) {
            return -1;
        }
        boolean[] lead = overlap.noWords();
        int taken = 0;
        for (int i = firstParagraph; i < page.count && taken < MOST_LEADS; i++) {
            if (layout.isParagraph(i)) {
                overlap.add(i, lead);
                taken++;
            }
        }
        int best = -1;
        double bestScore = 0;
        for (int i = firstParagraph - 1; i >= 0 && i >= firstParagraph - MOST_LINES_ABOVE; i--) {
            if (mayBeTitle(i) && repeated.copyOf(i) < 0) {
                int keys = overlap.keys(i);
                double score = keys == 0 ? 0 : (double) overlap.shared(i, lead) / (keys + 1);
                if (score > bestScore + 1e-9) {
                    bestScore = score;
                    best = i;
                }
            }
        }
        return best < 0 && mayBeTitle(0) ? 0 : best;
    }

    private boolean mayBeTitle(int i) {
        return layout.shape[i] == PageLayout.HEADLINE && !page.opensWithPhrase(i);
    }

    /** Compares all lines with the words {@code from} to {@code to} of a page. */
    private void match(Page of, int from, int to) {
        KeyTable title = new KeyTable(to - from);
        long hash = 0;
        for (int w = from; w < to; w++) {
            title.add(of.wordHash[w]);
            words[of.wordKey[w]] = true;
            hash = LineTokenizer.hash(hash + of.wordHash[w], ' ');
        }
        words[0] = false;
        int[] stamp = new int[title.size()];
        boolean again = false;
        for (int i = 0; i < page.count; i++) {
            shared[i] = overlap.shared(i, words);
            int found = relation(i, title, stamp, hash);
            if (found >= 0) {
                relation[i] = (byte) (1 + found * 2 + (again ? 1 : 0));
                again |= found <= 3;
            }
        }
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
        page.work += words;
        int inside = 0;
        int distinct = 0;
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
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

    /** Whether the title is "the line: …" or "… - the line": as columns are signed. */
    private boolean isAuthorOf(Page title, int i) {
        int words = page.wordCount(i);
        if (words < 2 || words > MOST_AUTHOR_WORDS || title.words < words + 2) {
            return false;
        }
        if (isAt(title, 0, i)) {
            return title.colonAfter[0] == words;
        }
        int from = title.words - words;
        boolean dash = false;
        for (int at = title.wordEnd[from - 1]; at < title.wordStart[from]; at++) {
            byte glyph = Glyph.of(title.text[at]);
            dash |= glyph == Glyph.DASH || glyph == Glyph.BAR;
        }
        return dash && isAt(title, from, i);
    }

    private boolean isAt(Page title, int from, int i) {
        for (int w = 0; w < page.wordCount(i); w++) {
            if (title.wordHash[from + w] != page.wordHash[page.firstWord[i] + w]) {
                return false;
            }
        }
        return true;
    }

    /** The words of the title, as a set of {@link WordOverlap}; not to be changed. */
    boolean[] words() {
        return words;
    }

    /** How many words that tell the line shares with the title. */
    int shared(int i) {
        return shared[i];
    }

    /** Whether the line has the same words as the title or some of them. */
    boolean isRelated(int i) {
        return relation[i] != 0;
    }

    /** Whether the line has the words of the title, or nearly: the closest two relations, and no matter whether a line above has them. */
    boolean isClose(int i) {
        return relation[i] != 0 && relation[i] <= 4;
    }

    /** Whether the line, which is no paragraph, says the title. */
    boolean isSaid(int i) {
        return isClose(i) && layout.shape[i] != PageLayout.PARAGRAPH;
    }

    /** Whether the line has so much of the title that it may be a copy of it: nearly all when it is a paragraph. */
    boolean isRepeated(int i) {
        return relation[i] > 0 && relation[i] <= (layout.isParagraph(i) ? 4 : 8);
    }

    /** Whether the line is the first that says the headline which the source knows. */
    boolean isTitle(int i) {
        boolean bare = !page.opensWithPhrase(i) && page.latinWords[i] == 0 && page.bars[i] == 0;
        return given && (relation[i] == 1 || (relation[i] == 3 && bare));
    }

    /** Whether the title names the line as its author. */
    boolean isAuthor(int i) {
        return i < TOP && author[i];
    }

    void addTo(LineFeatures features, int i) {
        features.add(Features.TITLE_KNOWN + (given ? 0 : known ? 1 : 2));
        if (known) {
            features.add(Features.TITLE_KEYS + Math.min(3, shared[i]) * 3 + layout.shape[i]);
        }
        if (relation[i] != 0) {
            features.add(Features.TITLE + relation[i] - 1);
        }
    }
}
