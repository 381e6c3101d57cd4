package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that speak for the IPTC topics, from one resource file a topic that an Arabic speaker can edit. What they say
 * together becomes features of the trained model, for any taxonomy: they carry over to outlets and words the training data lacks.
 */
final class TopicLexicon {
    /** How many topics have a file. */
    static final int TOPICS = 17;

    /** The longest phrase, in words. */
    private static final int LONGEST = 4;
    /** How often an entry counts in the headline. */
    private static final float TITLE_WEIGHT = 2;
    /** What an entry that was found before counts again. */
    private static final float AGAIN = 0.5f;

    private static final TopicLexicon STANDARD = read();

    /** Numbers the entries, and the beginnings of phrases. */
    private final KeyTable keys;
    /** By the number of a key: the entries it stands for; none when it is only the beginning of some. */
    private final Entry[][] entries;
    /** By the number of a key: whether a longer entry begins with it. */
    private final boolean[] continues;

    private record Entry(int topic, float weight) {}

    private TopicLexicon(KeyTable keys, List<Map<Integer, Float>> weights, List<Integer> beginnings) {
        this.keys = keys;
        this.entries = new Entry[keys.size()][];
        this.continues = new boolean[keys.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = weights.get(i).entrySet().stream()
                    .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                    .toArray(Entry[]::new);
        }
        beginnings.forEach(number -> continues[number] = true);
    }

    /** The lexicon of the resources {@code lexicon/01.txt} to {@code 17.txt}. */
    static TopicLexicon standard() {
        return STANDARD;
    }

    private static TopicLexicon read() {
        KeyTable keys = new KeyTable(16_384);
        List<Map<Integer, Float>> weights = new ArrayList<>();
        List<Integer> beginnings = new ArrayList<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            float weight = 0;
            for (String line : ResourceLines.of(TopicLexicon.class, "lexicon/%02d.txt".formatted(topic + 1))) {
                if (line.startsWith("[")) {
                    weight = Float.parseFloat(line.substring(1, line.indexOf(']')));
                    continue;
                }
                for (String phrase : line.split("،", -1)) {
                    add(phrase, topic, weight, keys, weights, beginnings);
                }
            }
        }
        return new TopicLexicon(keys, weights, beginnings);
    }

    private static void add(
            String phrase,
            int topic,
            float weight,
            KeyTable keys,
            List<Map<Integer, Float>> weights,
            List<Integer> beginnings) {
        WordScanner words = new WordScanner(phrase, phrase.length());
        long key = 0;
        int number = KeyTable.ABSENT;
        while (words.next()) {
            if (number != KeyTable.ABSENT) {
                beginnings.add(number);
            }
            key = number == KeyTable.ABSENT ? words.stem() : WordScanner.join(key, words.stem());
            number = keys.add(key);
            if (number == weights.size()) {
                weights.add(new TreeMap<>());
            }
        }
        if (number != KeyTable.ABSENT) {
            weights.get(number).putIfAbsent(topic, weight);
        }
    }

    /** Somebody who wants to know of each entry that is found. */
    interface Listener {
        /**
         * An entry was found.
         *
         * @param topic the topic it speaks for, from 0
         * @param words how many words it has, the last of them the word read last
         * @param weight how much it counts here
         */
        void found(int topic, int words, float weight);
    }

    /** Starts to read an article. */
    Reading reading() {
        return new Reading();
    }

    /** A reading of one article: what the entries found so far say. Not for several threads. */
    final class Reading {
        private final float[] sums = new float[TOPICS];
        private final long[] seen = new long[(entries.length + 63) / 64];
        /** The phrases that end at the word before and may go on: their keys, and how many words they have. */
        private final long[] open = new long[LONGEST];

        private final int[] openWords = new int[LONGEST];
        private int openCount;
        private float place = 1;

        /** Begins the headline or the text: no phrase goes over from one to the other. */
        void begin(boolean title) {
            openCount = 0;
            place = title ? TITLE_WEIGHT : 1;
        }

        /** Reads the next word, given by the key of its stem. */
        void read(long stem, @Nullable Listener listener) {
            int kept = 0;
            for (int i = 0; i <= openCount; i++) {
                boolean alone = i == openCount;
                long key = alone ? stem : WordScanner.join(open[i], stem);
                int number = keys.find(key);
                if (number == KeyTable.ABSENT) {
                    continue;
                }
                int words = alone ? 1 : openWords[i] + 1;
                if (entries[number].length > 0) {
                    count(number, words, listener);
                }
                if (continues[number] && words < LONGEST) {
                    open[kept] = key;
                    openWords[kept++] = words;
                }
            }
            openCount = kept;
        }

        private void count(int number, int words, @Nullable Listener listener) {
            boolean again = (seen[number >> 6] & 1L << number) != 0;
            seen[number >> 6] |= 1L << number;
            for (Entry entry : entries[number]) {
                float weight = entry.weight * place * (again ? AGAIN : 1);
                sums[entry.topic] += weight;
                if (listener != null) {
                    listener.found(entry.topic, words, weight);
                }
            }
        }

        /** What the entries found say for each topic, summed. */
        float[] sums() {
            return sums;
        }
    }
}
