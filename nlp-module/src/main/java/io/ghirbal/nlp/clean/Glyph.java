package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ArabicNormalizer;

/** What a character is to the cleaner: part of a word, or which sign. One byte a character, looked up in a table. */
final class Glyph {
    static final byte SPACE = 0;
    static final byte LETTER = 1;
    static final byte LATIN = 2;
    static final byte DIGIT = 3;
    /** A diacritic, tatweel, direction mark: as if it were not there. */
    static final byte NOTHING = 4;

    static final byte STOP = 5;
    static final byte COMMA = 6;
    static final byte QUESTION = 7;
    static final byte EXCLAMATION = 8;
    static final byte COLON = 9;
    static final byte QUOTE = 10;
    static final byte BRACKET_OPEN = 11;
    static final byte BRACKET_CLOSE = 12;
    static final byte DASH = 13;
    static final byte BAR = 14;
    static final byte ARROW = 15;
    static final byte BULLET = 16;
    static final byte ELLIPSIS = 17;
    static final byte AT = 18;
    static final byte HASH = 19;
    static final byte SLASH = 20;
    static final byte MARKUP = 21;
    static final byte COPYRIGHT = 22;
    static final byte SYMBOL = 23;
    static final byte UNDERSCORE = 24;

    private static final byte[] OF = table();

    private Glyph() {}

    static byte of(char c) {
        return OF[c];
    }

    /** Whether the character is white space or as if it were not there. */
    static boolean isBlank(char c) {
        byte glyph = OF[c];
        return glyph == SPACE || glyph == NOTHING;
    }

    /** Whether a sign of this kind sets off what stands before it: "label: text", "label | text". */
    static boolean separates(byte glyph) {
        return switch (glyph) {
            case COLON, DASH, BAR, ARROW, BULLET, ELLIPSIS, SLASH, STOP, COMMA -> true;
            default -> false;
        };
    }

    private static byte[] table() {
        byte[] table = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            char folded = ArabicNormalizer.fold(c);
            if (folded == ArabicNormalizer.DROPPED) {
                table[i] = NOTHING;
            } else if (folded == ' ') {
                table[i] = SPACE;
            } else if (folded >= '0' && folded <= '9') {
                table[i] = DIGIT;
            } else if (Character.isLetter(folded)) {
                table[i] = folded < 0x250 ? LATIN : LETTER;
            } else {
                table[i] = SYMBOL;
            }
        }
        put(table, ".。", STOP);
        put(table, ",،؛;", COMMA);
        put(table, "?؟", QUESTION);
        put(table, "!", EXCLAMATION);
        put(table, ":：", COLON);
        put(table, "\"'“”‘’«»„‟`´", QUOTE);
        put(table, "([﴾", BRACKET_OPEN);
        put(table, ")]﴿", BRACKET_CLOSE);
        put(table, "-–—‐‑‒―−ـ", DASH);
        put(table, "|¦‖", BAR);
        put(table, "<>›‹→←⇐⇒►◄▶◀▸◂➤➜»«↓↑⬅➡⟵⟶", ARROW);
        put(table, "•●▪■□▫◾◼♦◆◇○◦‣⁃∙·*★☆✓✔✅❖", BULLET);
        put(table, "…", ELLIPSIS);
        put(table, "@", AT);
        put(table, "#", HASH);
        put(table, "/\\", SLASH);
        put(table, "{}=;", MARKUP);
        put(table, "©®", COPYRIGHT);
        put(table, "_", UNDERSCORE);
        put(table, "«»", QUOTE);
        put(table, "ـ", NOTHING);
        return table;
    }

    private static void put(byte[] table, String characters, byte glyph) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = glyph;
        }
    }
}
