package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ArabicNormalizer;
import io.ghirbal.nlp.text.ResourceLines;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day out of a date as news sites write it: {@code 9 ديسمبر 2023}, {@code 26 كانون الأول/ديسمبر 2009}, {@code 9th, December 2023 GMT},
 * {@code ٠٩/١٢/٢٠٢٣}, {@code 2023-12-09T10:00:00Z}. Where numbers alone say it the day comes before the month, as Arabic writes it, unless the
 * year stands first. A year has four digits. Also {@code 20231209}, seconds and milliseconds since 1970, and days of the Islamic calendar by
 * Umm al-Qura ({@code 14 جمادى الأولى 1445}), unless the text gives the other calendar's day too. The time of day and its zone do not move the day. Immutable and thread-safe.
 */
public final class PublicationDate {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** A date needs no more characters than this; what comes later in a longer text is not looked at. */
    private static final int LONGEST = 400;

    private static final int FIRST_HIJRI_YEAR = 1300;
    private static final int LAST_HIJRI_YEAR = 1500;
    /** A month of the Islamic calendar is kept as this and its number. */
    private static final int HIJRI = 100;

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
        String folded = ArabicNormalizer.fold(text.subSequence(0, Math.min(LONGEST, text.length())));
        LocalDate stamp = ofTimestamp(folded);
        if (stamp != null) {
            return stamp;
        }
        List<Token> tokens = tokens(folded);
        Candidate hijri = null;
        for (int i = 0; i < tokens.size(); i++) {
            Candidate found = dateAt(tokens, i);
            if (found != null && !found.isHijri()) {
                return found.toDate();
            }
            hijri = hijri == null ? found : hijri;
        }
        return hijri == null ? null : hijri.toDate();
    }

    /** Seconds or milliseconds since 1970, when the text is nothing else; the day is that in UTC. */
    private static @Nullable LocalDate ofTimestamp(String text) {
        boolean seconds = text.length() == 10;
        if (!seconds && text.length() != 13) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        long stamp = Long.parseLong(text);
        Instant instant = seconds ? Instant.ofEpochSecond(stamp) : Instant.ofEpochMilli(stamp);
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        return day.getYear() <= LAST_YEAR ? day : null;
    }

    private record Candidate(int year, int month, int day) {
        boolean isHijri() {
            return year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR;
        }

        @Nullable LocalDate toDate() {
            try {
                return isHijri() ? LocalDate.from(HijrahDate.of(year, month, day)) : LocalDate.of(year, month, day);
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

        boolean isHijriYear() {
            return digits == 4 && number >= FIRST_HIJRI_YEAR && number <= LAST_HIJRI_YEAR;
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
        Token whole = tokens.get(i);
        if (whole.digits == 8) {
            int year = whole.number / 10_000;
            int month = whole.number / 100 % 100;
            int day = whole.number % 100;
            return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31
                    ? new Candidate(year, month, day)
                    : null;
        }
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
        if (a.isHijriYear() && c.isShort()) {
            return new Candidate(a.number, b.number, c.number);
        }
        return a.isShort() && (c.isYear() || c.isHijriYear()) ? new Candidate(c.number, b.number, a.number) : null;
    }

    /** A day, then the name of its month or two names of it, then the year. */
    private static @Nullable Candidate dayAndNameAt(List<Token> tokens, int i) {
        int at = skipSeparators(tokens, i + 1);
        int month = 0;
        for (; at < tokens.size() && tokens.get(at).month > 0; at = skipSeparators(tokens, at + 1)) {
            month = month == 0 || month == tokens.get(at).month ? tokens.get(at).month : -1;
        }
        if (month == 0 || at >= tokens.size()) {
            return null;
        }
        return candidate(tokens.get(at), month, tokens.get(i).number);
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
        return year < tokens.size() ? candidate(tokens.get(year), month, tokens.get(at).number) : null;
    }

    /** The day, when the year is of the calendar of the month. */
    private static @Nullable Candidate candidate(Token year, int month, int day) {
        if (month > HIJRI) {
            return year.isHijriYear() ? new Candidate(year.number, month - HIJRI, day) : null;
        }
        return year.isYear() ? new Candidate(year.number, month, day) : null;
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

    /** Where the word or the one digit after the space at {@code i} ends; -1 when none follows. */
    private static int wordEnd(String folded, int i) {
        int end = i + 1;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        if (end == i + 1 && end < folded.length() && Character.isDigit(folded.charAt(end))) {
            boolean one = end + 1 == folded.length() || !Character.isDigit(folded.charAt(end + 1));
            end += one ? 1 : 0;
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
        read("months.txt", 0, months);
        read("hijri-months.txt", HIJRI, months);
        return months;
    }

    private static void read(String file, int base, Map<String, Integer> months) {
        Pattern comma = Pattern.compile(",");
        for (String line : ResourceLines.of(PublicationDate.class, file)) {
            int equals = line.indexOf('=');
            int month = base + Integer.parseInt(line.substring(0, equals).strip());
            comma.splitAsStream(line.substring(equals + 1))
                    .map(ArabicNormalizer::fold)
                    .forEach(name -> {
                        Integer other = months.put(name, month);
                        if (other != null && other != month) {
                            throw new IllegalStateException(file + ": " + name + " names two months");
                        }
                    });
        }
    }
}
