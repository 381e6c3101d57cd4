package io.ghirbal.nlp.text;

/** Counts words as people and corpora do: by the white space between them. */
public final class WordCount {
    private WordCount() {}

    /**
     * How many words {@code text} has. A word is a run without white space in which there is a letter or a digit, so that a dash or a
     * bullet that stands alone is none; a prefix or suffix of Arabic belongs to its word.
     */
    public static int of(CharSequence text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ArabicNormalizer.isSpace(c)) {
                inWord = false;
            } else if (!inWord
                    && (isArabicLetter(c)
                            || Character.isLetterOrDigit(c)
                            || (Character.isHighSurrogate(c) && isLetter(text, i)))) {
                inWord = true;
                words++;
            }
        }
        return words;
    }

    /** Of the letters that most words begin with this tells faster than a table does. */
    private static boolean isArabicLetter(char c) {
        return c >= '\u0620' && c <= '\u064A';
    }

    private static boolean isLetter(CharSequence text, int i) {
        return Character.isLetterOrDigit(Character.codePointAt(text, i));
    }
}
