package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** How a site speaks to its readers: imperatives, "you" and "your", and what it calls its own. */
final class Appeals {
    private final Page page;
    private final SentenceForm sentences;

    Appeals(Page page, SentenceForm sentences) {
        this.page = page;
        this.sentences = sentences;
    }

    /** An imperative, or "you" and "your", at the head of the line or a thing of ours: beside something that a site has. */
    boolean speaksToReader(int i) {
        if (page.classCount(i, WordClass.SITE) == 0 || sentences.isReport(i)) {
            return false;
        }
        int head = Math.min(page.firstWord[i] + 3, page.lastWord(i));
        for (int w = page.firstWord[i]; w < head; w++) {
            if (page.isOf(w, WordClass.ADDRESS)) {
                return true;
            }
        }
        return namesOurs(i);
    }

    /** Whether the line has a thing of a site that is ours: "our pages". */
    boolean namesOurs(int i) {
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            int end = page.wordEnd[w];
            if (page.isOf(w, WordClass.SITE)
                    && page.wordLength(w) > 4
                    && page.text[end - 1] == 'ا'
                    && page.text[end - 2] == 'ن') {
                return true;
            }
        }
        return false;
    }

    /** An imperative first, "you" or "your" once more, and two things of a site: in what speaks to the reader an invitation, however long. */
    boolean invites(int i) {
        return page.opensWith(i, WordClass.ADDRESS)
                && page.classCount(i, WordClass.ADDRESS) >= 2
                && page.classCount(i, WordClass.SITE) >= 2;
    }

    /** "Follow us on:", with nothing behind it. */
    boolean announcesLinks(int i) {
        return page.wordCount(i) >= 2
                && page.wordCount(i) <= 8
                && page.closing[i] == Glyph.COLON
                && page.opensWith(i, WordClass.ADDRESS);
    }
}
