package io.ghirbal.nlp.clean;

import org.jspecify.annotations.Nullable;

/** What a source may know of a line from elsewhere than its words, for example from the layout of the page it stood on. */
public enum LineHint {
    /** A paragraph of the article. */
    BODY('B', null),
    /** A heading inside the article, or its headline. */
    HEADING('H', null),
    /** The caption of a picture, a table or a player. */
    CAPTION('C', "the page shows it as the caption of a picture"),
    /** A menu, a path of sections, a bar of buttons. */
    NAVIGATION('N', "stands in a menu or a bar of the page"),
    /** Nothing but links to other pages. */
    LINKS('L', "holds nothing but links to other pages"),
    /** The foot of the page or of the article. */
    FOOTER('F', "stands at the foot of the page"),
    /** Beside the article: a side column, related stories, a promotion. */
    ASIDE('A', "stands beside the article, not in it"),
    /** A form, or what readers entered in one: comments. */
    FORM('M', "belongs to a form or to what readers wrote");

    private final char letter;
    private final @Nullable String reason;

    LineHint(char letter, @Nullable String reason) {
        this.letter = letter;
        this.reason = reason;
    }

    /** How it is stored. */
    public char letter() {
        return letter;
    }

    /** Why the line is removed; null when the hint speaks for keeping it. */
    @Nullable String reason() {
        return reason;
    }

    boolean removes() {
        return reason != null;
    }

    /** The hint of a letter; null for any other sign, which says nothing. */
    static @Nullable LineHint of(char letter) {
        for (LineHint hint : values()) {
            if (hint.letter == letter) {
                return hint;
            }
        }
        return null;
    }
}
