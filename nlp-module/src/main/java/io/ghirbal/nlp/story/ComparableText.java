package io.ghirbal.nlp.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an article, read once: vectors of its headline, its lead and its body, its 3-grams of folded words, the numbers of
 * its opening. Less than 6 KB for an article of 200 words.
 *
 * @param headline the stems of the headline; of the first words of the body where there is none
 * @param opening the stems of headline and lead together
 * @param lead the stems of the first {@link #LEAD_WORDS} words of the body
 * @param start the stems of the headline and the first {@link #START_WORDS} words of the body: who did what
 * @param body the stems of the body
 * @param trigrams hashes of three folded words in a row, ascending, each once
 * @param bigrams hashes of two stems in a row, ascending, each once
 * @param leadTrigrams the 3-grams of the lead
 * @param numbers the numbers of headline and lead, ascending, each once
 * @param countedNumbers the same with the word that follows each: what is counted
 * @param leadWords what {@link LeadWords} say: a reaction in headline or start, days of the week in the lead
 * @param words how many words the body has, as far as it was read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ComparableText(
        WordVector headline,
        WordVector opening,
        WordVector lead,
        WordVector start,
        WordVector body,
        int[] trigrams,
        int[] bigrams,
        int[] leadTrigrams,
        int[] numbers,
        int[] countedNumbers,
        int leadWords,
        int words) {
    /** How much of a body is read, in chars: a whole article of news, and a bound for what is none. */
    static final int BODY_LIMIT = 12_000;

    /** How many words of a body are its lead. */
    static final int LEAD_WORDS = 60;

    /** How many words of a body say who did what. */
    static final int START_WORDS = 18;

    /** How many words of a body stand for a headline that is not there. */
    private static final int HEADLINE_WORDS = 14;

    /** How much of a headline is read, in chars. */
    static final int TITLE_LIMIT = 400;

    /** Reads an article: its headline, null when there is none, and its cleaned body. */
    public static ComparableText of(@Nullable String title, String body) {
        Reading reading = new Reading();
        String headline = title == null ? "" : title;
        reading.readHeadline(headline);
        reading.readBody(body, !headline.isBlank());
        return reading.text();
    }

    /** How much of the shorter body the longer has, in runs of three words, from 0 to 1. */
    public double containment(ComparableText other) {
        return containment(trigrams, other.trigrams);
    }

    /** Collects what a {@link ComparableText} is made of. */
    private static final class Reading {
        private final WordVector.Builder headline = new WordVector.Builder();
        private final WordVector.Builder opening = new WordVector.Builder();
        private final WordVector.Builder lead = new WordVector.Builder();
        private final WordVector.Builder start = new WordVector.Builder();
        private final WordVector.Builder body = new WordVector.Builder();
        private final IntSet trigrams = new IntSet();
        private final IntSet bigrams = new IntSet();
        private final IntSet leadTrigrams = new IntSet();
        private final IntSet numbers = new IntSet();
        private final IntSet countedNumbers = new IntSet();
        private long number;
        private int leadWords;
        private int words;

        void readHeadline(String title) {
            StoryWords scanner = new StoryWords(title, TITLE_LIMIT);
            while (scanner.next()) {
                long stem = stemOf(scanner);
                float rarity = WordRarity.standard().of(stem);
                headline.add(StoryWords.cut(stem), rarity);
                opening.add(StoryWords.cut(stem), rarity);
                start.add(StoryWords.cut(stem), rarity);
                leadWords |= LeadWords.standard().of(scanner.word());
                readNumber(scanner, stem);
            }
            number = 0;
        }

        void readBody(String text, boolean titled) {
            StoryWords scanner = new StoryWords(text.substring(Dateline.end(text)), BODY_LIMIT);
            long beforeLast = 0;
            long last = 0;
            long lastStem = 0;
            while (scanner.next()) {
                long stem = stemOf(scanner);
                int key = StoryWords.cut(stem);
                float rarity = WordRarity.standard().of(stem);
                body.add(key, rarity);
                if (words < LEAD_WORDS) {
                    lead.add(key, rarity);
                    opening.add(key, rarity);
                    readNumber(scanner, stem);
                    int says = LeadWords.standard().of(scanner.word());
                    leadWords |= words < START_WORDS ? says : says & LeadWords.WEEKDAYS;
                    if (words < START_WORDS) {
                        start.add(key, rarity);
                    }
                    if (!titled && words < HEADLINE_WORDS) {
                        headline.add(key, rarity);
                    }
                }
                long word = scanner.word();
                if (words >= 2) {
                    int trigram = StoryWords.cut((beforeLast * 31 + last) * 31 + word);
                    trigrams.add(trigram);
                    if (words < LEAD_WORDS) {
                        leadTrigrams.add(trigram);
                    }
                }
                if (words >= 1) {
                    bigrams.add(StoryWords.cut(lastStem * 31 + stem));
                }
                beforeLast = last;
                lastStem = stem;
                last = word;
                words++;
            }
        }

        private static long stemOf(StoryWords scanner) {
            return scanner.isNumber() ? StoryWords.key(scanner.digits()) : scanner.stem();
        }

        /** A number is kept, and with it the word behind it. */
        private void readNumber(StoryWords scanner, long stem) {
            if (number != 0) {
                countedNumbers.add(StoryWords.cut(number * 31 + stem));
                number = 0;
            }
            long value = scanner.number();
            if (value != 0) {
                numbers.add(StoryWords.cut(value));
                number = value;
            }
        }

        ComparableText text() {
            return new ComparableText(
                    headline.build(),
                    opening.build(),
                    lead.build(),
                    start.build(),
                    body.build(),
                    trigrams.sorted(),
                    bigrams.sorted(),
                    leadTrigrams.sorted(),
                    numbers.sorted(),
                    countedNumbers.sorted(),
                    leadWords,
                    words);
        }
    }

    /** Collects integers. */
    private static final class IntSet {
        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] sorted() {
            int[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[count++] = sorted[i];
                }
            }
            return Arrays.copyOf(sorted, count);
        }
    }

    /** How many values two ascending arrays share. */
    static int shared(int[] a, int[] b) {
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int first = a[i];
            int second = b[j];
            // sums in place of branches, which could not be foreseen
            count += first == second ? 1 : 0;
            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }
        return count;
    }

    /** The share of the smaller array that the other has too, from 0 to 1; 0 when one is empty. */
    static double containment(int[] a, int[] b) {
        int smaller = Math.min(a.length, b.length);
        return smaller == 0 ? 0 : (double) shared(a, b) / smaller;
    }
}
