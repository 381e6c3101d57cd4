package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordRarityTest {
    private static final WordRarity SMALL =
            WordRarity.read(List.of("articles 1000 6", "1000 في من", "10 نهر جبل", "6 سد"));

    @Test
    void isTheLogarithmOfAllArticlesToThoseWithTheStem() {
        assertThat(SMALL.of(StoryWords.key("في"))).isZero();
        assertThat(SMALL.of(StoryWords.key("جبل"))).isCloseTo((float) Math.log(100), within(1e-6f));
        assertThat(SMALL.of(StoryWords.key("نهر"))).isEqualTo(SMALL.of(StoryWords.key("جبل")));
    }

    @Test
    void takesAStemThatIsNotListedForRarerThanAnyListed() {
        assertThat(SMALL.of(StoryWords.key("قرميد"))).isGreaterThan(SMALL.of(StoryWords.key("سد")));
    }

    @Test
    void knowsCommonWordsFromRareOnes() {
        WordRarity standard = WordRarity.standard();
        assertThat(standard.of(stem("في"))).isLessThan(0.2f);
        assertThat(standard.of(stem("الرئيس"))).isBetween(0.5f, 3f);
        assertThat(standard.of(stem("زلزال"))).isGreaterThan(standard.of(stem("الرئيس")));
        assertThat(standard.of(stem("قرنبيطة"))).isGreaterThan(8f);
    }

    @Test
    void knowsCommonNumbersFromRareOnes() {
        WordRarity standard = WordRarity.standard();
        assertThat(standard.of(StoryWords.key("2018"))).isLessThan(4f);
        assertThat(standard.of(StoryWords.key("10"))).isLessThan(4f);
        assertThat(standard.of(StoryWords.key("48613"))).isGreaterThan(8f);
    }

    private static long stem(String word) {
        StoryWords scanner = new StoryWords(word, word.length());
        assertThat(scanner.next()).isTrue();
        return scanner.stem();
    }
}
