package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.Letters;
import io.ghirbal.nlp.text.ResourceLines;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day out of a date as news sites write it: {@code 9 ديسمبر 2023}, {@code 26 كانون الأول/ديسمبر 2009}, {@code 9th, December 2023 GMT},
 * {@code ٠٩/١٢/٢٠٢٣}, {@code 2023-12-09T10:00:00Z}. Where numbers alone say it the day comes before the month, as Arabic writes it, unless the
 * year stands first. A year has four digits. The time of day and its zone do not move the day. Immutable and thread-safe.
 */
public final class PublicationDate {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** A date needs no more characters than this; what comes later in a longer text is not looked at. */
    private static final int LONGEST = 400;

    private static final Map<String, Integer> MONTHS = months();

    private PublicationDate() {}

    /**
     * The first date in {@code text}.
     *
     * @return null when there is none, when the first one cannot exist (30 February), when two names of its month disagree
     */
    public static @Nullable LocalDate parse(@Nullable CharSequence text) {
        if (text == null) {
            return null;
        }
        List<Token> tokens = tokens(Letters.fold(text.subSequence(0, Math.min(LONGEST, text.length()))));
        for (int i = 0; i < tokens.size(); i++) {
            Candidate found = dateAt(tokens, i);
            if (found != null) {
                return found.toDate();
            }
        }
        return null;
    }

    private record Candidate(int year, int month, int day) {
        @Nullable LocalDate toDate() {
            try {
                return LocalDate.of(year, month, day);
            } catch (DateTimeException impossible) {
                return null;
            }
        }
    }

    /** A number, a name of a month, or a separator; other words are tokens of no meaning. */
    private record Token(char separator, int number, int digits, int month) {
        static Token separator(char c) {
            return new Token(c, 0, 0, 0);
        }

        static Token number(String digits) {
            return new Token(' ', digits.length() > 8 ? -1 : Integer.parseInt(digits), digits.length(), 0);
        }

        static Token word(int month) {
            return new Token(' ', 0, 0, month);
        }

        boolean isYear() {
            return digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR;
        }

        boolean isShort() {
            return digits == 1 || digits == 2;
        }
    }

    private static @Nullable Candidate dateAt(List<Token> tokens, int i) {
        Token first = tokens.get(i);
        if (first.digits > 0) {
            Candidate numeric = numericAt(tokens, i);
            if (numeric != null) {
                return numeric;
            }
        }
        if (first.isShort()) {
            return dayAndNameAt(tokens, i);
        }
        return first.month > 0 ? nameAndDayAt(tokens, i) : null;
    }

    private static @Nullable Candidate numericAt(List<Token> tokens, int i) {
        if (i + 4 >= tokens.size()) {
            return null;
        }
        Token a = tokens.get(i);
        Token b = tokens.get(i + 2);
        Token c = tokens.get(i + 4);
        char separator = tokens.get(i + 1).separator;
        if ((separator != '/' && separator != '-' && separator != '.')
                || tokens.get(i + 3).separator != separator
                || !b.isShort()) {
            return null;
        }
        if (a.isYear() && c.isShort()) {
            return new Candidate(a.number, b.number, c.number);
        }
        return a.isShort() && c.isYear() ? new Candidate(c.number, b.number, a.number) : null;
    }

    /** A day, then the name of its month or two names of it, then the year. */
    private static @Nullable Candidate dayAndNameAt(List<Token> tokens, int i) {
        int at = skipSeparators(tokens, i + 1);
        int month = 0;
        for (; at < tokens.size() && tokens.get(at).month > 0; at = skipSeparators(tokens, at + 1)) {
            month = month == 0 || month == tokens.get(at).month ? tokens.get(at).month : -1;
        }
        if (month == 0 || at >= tokens.size() || !tokens.get(at).isYear()) {
            return null;
        }
        return new Candidate(tokens.get(at).number, month, tokens.get(i).number);
    }

    /** The name of a month or two names of it, then the day, then the year: "December 9, 2023". */
    private static @Nullable Candidate nameAndDayAt(List<Token> tokens, int i) {
        int month = 0;
        int at = i;
        for (; at < tokens.size() && tokens.get(at).month > 0; at = skipSeparators(tokens, at + 1)) {
            month = month == 0 || month == tokens.get(at).month ? tokens.get(at).month : -1;
        }
        if (at >= tokens.size() || !tokens.get(at).isShort()) {
            return null;
        }
        int year = skipSeparators(tokens, at + 1);
        return year < tokens.size() && tokens.get(year).isYear()
                ? new Candidate(tokens.get(year).number, month, tokens.get(at).number)
                : null;
    }

    private static int skipSeparators(List<Token> tokens, int at) {
        while (at < tokens.size() && tokens.get(at).separator != ' ') {
            at++;
        }
        return at;
    }

    private static List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            int from = i++;
            if (c >= '0' && c <= '9') {
                while (i < folded.length() && folded.charAt(i) >= '0' && folded.charAt(i) <= '9') {
                    i++;
                }
                tokens.add(Token.number(folded.substring(from, i)));
            } else if (Character.isLetter(c)) {
                while (i < folded.length() && Character.isLetter(folded.charAt(i))) {
                    i++;
                }
                String word = folded.substring(from, i);
                int secondEnd = wordEnd(folded, i);
                Integer twoWords = secondEnd < 0 ? null : MONTHS.get(word + folded.substring(i, secondEnd));
                Integer oneWord = MONTHS.get(word);
                if (twoWords != null) {
                    i = secondEnd;
                    tokens.add(Token.word(twoWords));
                } else if (oneWord != null) {
                    tokens.add(Token.word(oneWord));
                } else if (!isFiller(word)) {
                    tokens.add(Token.word(0));
                }
            } else if (c != ' ') {
                tokens.add(Token.separator(c));
            }
        }
        return tokens;
    }

    /** Where the word after the space at {@code i} ends; -1 when none follows. */
    private static int wordEnd(String folded, int i) {
        int end = i + 1;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        return i < folded.length() && folded.charAt(i) == ' ' && end > i + 1 ? end : -1;
    }

    /** Words between the parts of a date: the ordinal of "9th", "9 من ديسمبر من عام 2023", the T of an ISO time. */
    private static boolean isFiller(String word) {
        return switch (word) {
            case "st", "nd", "rd", "th", "er", "of", "t", "من", "شهر", "عام", "سنه", "لعام" -> true;
            default -> false;
        };
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        Pattern comma = Pattern.compile(",");
        for (String line : ResourceLines.of(PublicationDate.class, "months.txt")) {
            int equals = line.indexOf('=');
            int month = Integer.parseInt(line.substring(0, equals).strip());
            comma.splitAsStream(line.substring(equals + 1)).map(Letters::fold).forEach(name -> {
                Integer other = months.put(name, month);
                if (other != null && other != month) {
                    throw new IllegalStateException("months.txt: " + name + " names two months");
                }
            });
        }
        return months;
    }
}
