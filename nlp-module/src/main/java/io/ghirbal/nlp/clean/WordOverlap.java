package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.KeyTable;

/** Compares lines of a page by the words that tell what they speak of, see {@link Words#key}. */
final class WordOverlap {
    /** Of two lines next to each other so many words are compared. */
    private static final int COMPARED = 60;

    private final Page page;

    WordOverlap(Page page) {
        this.page = page;
    }

    /** An empty set of words, indexed by their keys; at 0, for words that do not tell, there is never one. */
    boolean[] noWords() {
        return new boolean[page.keyCount() + 1];
    }

    /** Marks for {@link #mark}, indexed by the keys of words, all 0. */
    int[] noMarks() {
        return new int[page.keyCount() + 1];
    }

    /** How many words of the line tell. */
    int keys(int i) {
        int keys = 0;
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            keys += page.wordKey[w] != 0 ? 1 : 0;
        }
        return keys;
    }

    /** How many words of the line are in the set. */
    int shared(int i, boolean[] set) {
        int shared = 0;
        page.work += page.wordCount(i);
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            shared += set[page.wordKey[w]] ? 1 : 0;
        }
        return shared;
    }

    /** Adds the words of the line to the set; answers whether any of them tells. */
    boolean add(int i, boolean[] set) {
        int any = 0;
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            set[page.wordKey[w]] = true;
            any |= page.wordKey[w];
        }
        set[0] = false;
        return any != 0;
    }

    /** Adds each two words next to each other that both tell. */
    void addPairs(int i, KeyTable set) {
        for (int w = page.firstWord[i] + 1; w < page.lastWord(i); w++) {
            if (isPair(w)) {
                set.add(pair(w));
            }
        }
    }

    /** How many pairs of the line are in the set. */
    int pairs(int i, KeyTable set) {
        int pairs = 0;
        for (int w = page.firstWord[i] + 1; w < page.lastWord(i); w++) {
            pairs += isPair(w) && set.find(pair(w)) >= 0 ? 1 : 0;
        }
        return pairs;
    }

    private boolean isPair(int w) {
        return page.wordKey[w] != 0 && page.wordKey[w - 1] != 0;
    }

    private long pair(int w) {
        return ((long) page.wordKey[w - 1] << 32) | page.wordKey[w];
    }

    /** Marks the first words of the line with {@code stamp}. */
    void mark(int i, int[] marks, int stamp) {
        int end = Math.min(page.lastWord(i), page.firstWord[i] + COMPARED);
        for (int w = page.firstWord[i]; w < end; w++) {
            marks[page.wordKey[w]] = stamp;
        }
    }

    /** How many of the first words of the line, at most 3, were marked with {@code stamp}. */
    int common(int i, int[] marks, int stamp) {
        int common = 0;
        int end = Math.min(page.lastWord(i), page.firstWord[i] + COMPARED);
        for (int w = page.firstWord[i]; w < end && common < 3; w++) {
            common += page.wordKey[w] != 0 && marks[page.wordKey[w]] == stamp ? 1 : 0;
        }
        return common;
    }

    /** Which share of the words of the line were marked with one of the stamps; -1 when it has none that tell. */
    float known(int i, int[] marks, int stamp, int other) {
        int known = 0;
        int keys = 0;
        page.work += page.wordCount(i);
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            int key = page.wordKey[w];
            if (key != 0) {
                keys++;
                known += marks[key] == stamp || marks[key] == other ? 1 : 0;
            }
        }
        return keys == 0 ? -1 : (float) known / keys;
    }
}
