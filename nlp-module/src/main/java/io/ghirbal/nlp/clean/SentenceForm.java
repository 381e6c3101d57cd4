package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** How a line reads as a sentence: whether it closes, is broken off, goes on from another or reports what somebody said. */
final class SentenceForm {
    private static final int FEWEST_REPORT_WORDS = 4;
    /** A line of more words that speaks to the reader may still report. */
    private static final int MOST_ADDRESS_WORDS = 14;

    private final Page page;

    SentenceForm(Page page) {
        this.page = page;
    }

    /** Whether the line closes like a sentence and is longer than a formula. */
    boolean isSentence(int i) {
        return page.closing[i] == Glyph.STOP && page.wordCount(i) > 3 && !page.has(i, Page.URL);
    }

    /** Whether the sentence that the line is of began above it or ends below it: a link or a bold word that came out as a line. */
    boolean isBroken(int i) {
        return endsOpen(i) || goesOnBelow(i) || (i > 0 && (endsOpen(i - 1) || goesOnBelow(i - 1)));
    }

    boolean endsOpen(int i) {
        return page.closing[i] == Glyph.COMMA
                || (page.wordCount(i) > 0
                        && page.closing[i] == Glyph.LETTER
                        && page.isOf(page.lastWord(i) - 1, WordClass.PARTICLE));
    }

    /** Whether the line below begins in the middle of a sentence. */
    boolean goesOnBelow(int i) {
        if (i + 1 == page.count || page.closing[i] == Glyph.STOP || page.closing[i] == Glyph.COLON) {
            return false;
        }
        byte opening = page.opening[i + 1];
        return opening == Glyph.COMMA
                || opening == Glyph.STOP
                || (opening == Glyph.LETTER && page.opensWith(i + 1, WordClass.CLAUSE));
    }

    /** Whether the line goes on from another by its first word. */
    boolean goesOn(int i) {
        return page.opensWith(i, WordClass.CONNECTIVE) || opensWithAnd(i);
    }

    /** Whether the first word begins with "and", not with a waw of its own. */
    boolean opensWithAnd(int i) {
        int word = page.firstWord[i];
        return page.wordCount(i) > 0
                && page.text[page.wordStart[word]] == 'و'
                && page.wordLength(word) > 3
                && !page.isOf(word, WordClass.OWN_WAW);
    }

    /** Whether the line opens as a sentence does that goes on with a story: with a verb of saying, or with "and" before a verb. */
    boolean isReport(int i) {
        return page.wordCount(i) >= FEWEST_REPORT_WORDS
                && (page.opensWith(i, WordClass.SPEECH) || goesOn(i))
                && (page.classCount(i, WordClass.ADDRESS) == 0 || page.wordCount(i) > MOST_ADDRESS_WORDS);
    }

    /** Whether one of the first words may be a verb of the present. */
    boolean hasPresentVerbEarly(int i) {
        int to = Math.min(page.lastWord(i), page.firstWord[i] + 4);
        for (int w = page.firstWord[i]; w < to; w++) {
            char c = page.text[page.wordStart[w]];
            int length = page.wordLength(w);
            if ((c == 'ي' || c == 'ت') && length >= 4 && length <= 8 && page.wordClasses[w] == 0) {
                return true;
            }
        }
        return false;
    }

    /** "Cairo, agencies: …". */
    boolean isDateline(int i) {
        int to = Math.min(page.lastWord(i), page.firstWord[i] + 2);
        for (int w = page.firstWord[i]; w < to; w++) {
            if (page.isOf(w, WordClass.CITY) || page.isOf(w, WordClass.AGENCY)) {
                return (page.colonAfter[i] > 0 && page.colonAfter[i] <= 8) || page.dashes[i] > 0;
            }
        }
        return false;
    }
}
