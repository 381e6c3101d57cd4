package io.ghirbal.report.html;

import java.util.Locale;
import java.util.Set;

/**
 * Which way a line of news runs, and a language. Of a line, the first letter alone does not tell: "CNN بالعربية" runs from right to left, and so does a line without
 * any letter between others that do.
 */
final class Direction {
    /** ISO 15924. */
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    /** ISO 639: languages that are written so when nothing is said of their script (CLDR, likely subtags). */
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES = Set.of(
            "acm", "afb", "apc", "ar", "arb", "arc", "ars", "ary", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he",
            "ks", "lrc", "mzn", "nqo", "pes", "pnb", "ps", "sd", "sdh", "syr", "ug", "ur", "yi");

    private Direction() {}

    /** {@code rtl} or {@code ltr}, as an attribute of HTML has it. */
    static String of(String line) {
        long rightToLeft = line.codePoints().filter(Direction::isRightToLeft).count();
        long leftToRight = line.codePoints().filter(Direction::isLeftToRight).count();
        boolean startsRightToLeft = line.codePoints()
                .filter(c -> isRightToLeft(c) || isLeftToRight(c))
                .limit(1)
                .allMatch(Direction::isRightToLeft);
        return startsRightToLeft || rightToLeft >= leftToRight ? "rtl" : "ltr";
    }

    /**
     * Whether {@code language} is written from right to left.
     *
     * @param language a tag of BCP 47, such as {@code ar}, {@code ku-Arab} or {@code und}
     */
    static boolean isRightToLeft(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isLeftToRight(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
