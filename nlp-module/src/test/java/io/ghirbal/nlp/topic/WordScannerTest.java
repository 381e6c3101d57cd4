package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordScannerTest {
    @Test
    void readsRunsOfLettersWithoutTheArticle() {
        assertThat(words("قال الرئيس: «والحكومة» (2023) تعمل!")).containsExactly("قال", "رييس", "حكومه", "تعمل");
    }

    @Test
    void foldsTheSpellingsOfOneWord() {
        assertThat(words("أيضـاً ايضا إيضا")).containsExactly("ايضا", "ايضا", "ايضا");
    }

    @Test
    void passesOverEmailAddressesAndReadsOnBehindThem() {
        assertThat(words("كتب ali.hassan@example.com خبرا")).containsExactly("كتب", "ali", "خبرا");
    }

    @Test
    void keepsTheFrontOfAWordThatNeverEnds() {
        assertThat(words("ب".repeat(100_000)).get(0)).hasSize(40);
    }

    @Test
    void readsAWordBegunBeforeTheLimitToItsEnd() {
        WordScanner scanner = new WordScanner("مدرسة جامعة معهد", 7);
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.keyed()).isEqualTo("جامعه");
        assertThat(scanner.next()).isFalse();
    }

    @Test
    void findsNothingInWhatHasNoLetters() {
        assertThat(words("")).isEmpty();
        assertThat(words(" \n 12/34 ... \uD83D\uDE00 ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"المسلمون,مسلمين", "والانتخابات,انتخاب", "سياسية,السياسي", "بالمدرسة,مدرسه"})
    void givesOneStemToTheFormsOfAWord(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    @Test
    void givesTheKeyOfAWordAlsoFromItsText() {
        WordScanner scanner = new WordScanner("والحكومة", 20);
        assertThat(scanner.next()).isTrue();
        assertThat(WordScanner.key(scanner.keyed())).isEqualTo(scanner.key());
    }

    private static long stem(String word) {
        WordScanner scanner = new WordScanner(word, word.length());
        assertThat(scanner.next()).isTrue();
        return scanner.stem();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        WordScanner scanner = new WordScanner(text, text.length());
        while (scanner.next()) {
            words.add(scanner.keyed());
        }
        return words;
    }
}
