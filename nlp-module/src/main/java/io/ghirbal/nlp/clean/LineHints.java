package io.ghirbal.nlp.clean;

import org.jspecify.annotations.Nullable;

/** What a source knows of the lines of a text. Immutable. */
public final class LineHints {
    /** Nothing. */
    public static final LineHints NONE = new LineHints("");

    private final String letters;

    private LineHints(String letters) {
        this.letters = letters;
    }

    /**
     * The hints as they are stored: a sign for each line, of which those of {@link LineHint#letter()} say something and all others nothing.
     *
     * @param letters null when the source knows nothing
     */
    public static LineHints of(@Nullable String letters) {
        return letters == null || letters.isEmpty() ? NONE : new LineHints(letters);
    }

    /** The hint for a line; null when there is none. */
    @Nullable LineHint at(int line) {
        return line > letters.length() ? null : LineHint.of(letters.charAt(line - 1));
    }

    /** These, or none where they are not those of the text or would have no line of it stay. */
    LineHints holdingFor(Page page) {
        if (letters.isEmpty() || letters.length() != page.lines.count()) {
            return NONE;
        }
        for (int i = 0; i < page.count; i++) {
            LineHint hint = at(page.number[i]);
            if ((hint == null || !hint.removes()) && page.wordCount(i) > 0) {
                return this;
            }
        }
        return NONE;
    }
}
