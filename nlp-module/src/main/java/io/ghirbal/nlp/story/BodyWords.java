package io.ghirbal.nlp.story;

import java.util.Arrays;

/** The words of a body by number, from 0, as far as it is compared; its dateline is read too. */
final class BodyWords {
    private long[] words = new long[512];
    private int[] places = new int[1024];
    private int count;

    private BodyWords() {}

    static BodyWords of(String body) {
        BodyWords read = new BodyWords();
        StoryWords scanner = new StoryWords(body, Dateline.end(body) + ComparableText.BODY_LIMIT);
        while (scanner.next()) {
            read.add(scanner);
        }
        return read;
    }

    private void add(StoryWords scanner) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            places = Arrays.copyOf(places, count * 4);
        }
        words[count] = scanner.word();
        places[2 * count] = scanner.start();
        places[2 * count + 1] = scanner.end();
        count++;
    }

    int count() {
        return count;
    }

    /** The key of a whole word, folded. */
    long word(int number) {
        return words[number];
    }

    /** Where a word starts in the body. */
    int start(int number) {
        return places[2 * number];
    }

    /** Where a word ends in the body, not included. */
    int end(int number) {
        return places[2 * number + 1];
    }
}
