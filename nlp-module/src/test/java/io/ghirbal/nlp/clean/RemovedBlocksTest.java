package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ghirbal.nlp.text.TextLines;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovedBlocksTest {
    private static final TextLines TEXT = TextLines.of("title\n  ad  \n\nad two\r\nkept [tag] text [link] \nfooter\n");
    private static final RemovedBlock AD = RemovedBlock.lines(2, 4, BoilerplateKind.AD, "an ad", 1);
    private static final RemovedBlock TAG = RemovedBlock.inline(5, 5, 11, BoilerplateKind.TAGS, "a tag", 1);
    private static final RemovedBlock LINK = RemovedBlock.inline(5, 15, 23, BoilerplateKind.AD, "a link", 1);
    private static final RemovedBlock FOOTER = RemovedBlock.lines(6, 6, BoilerplateKind.NAVIGATION, "a footer", 1);

    private final RemovedBlocks removed = RemovedBlocks.of(TEXT, List.of(FOOTER, LINK, TAG, AD));

    @Test
    void isInTheOrderOfTheText() {
        assertThat(removed.all()).containsExactly(AD, TAG, LINK, FOOTER);
        assertThat(removed.wholeLines()).containsExactly(AD, FOOTER);
        assertThat(removed.inline()).containsExactly(TAG, LINK);
    }

    @Test
    void findsTheWholeLinesThatALineBelongsTo() {
        assertThat(removed.wholeLinesAt(1)).isNull();
        assertThat(removed.wholeLinesAt(2)).isEqualTo(AD);
        assertThat(removed.wholeLinesAt(4)).isEqualTo(AD);
        assertThat(removed.wholeLinesAt(5)).isNull();
        assertThat(removed.wholeLinesAt(6)).isEqualTo(FOOTER);
        assertThat(removed.wholeLinesAt(7)).isNull();
    }

    @Test
    void findsWhatIsRemovedInsideALine() {
        assertThat(removed.inlineAt(5)).containsExactly(TAG, LINK);
        assertThat(removed.inlineAt(4)).isEmpty();
        assertThat(removed.inlineAt(6)).isEmpty();
    }

    @Test
    void leavesTheRestOfALine() {
        assertThat(removed.keptOf(1)).isEqualTo("title");
        assertThat(removed.keptOf(2)).isEmpty();
        assertThat(removed.keptOf(5)).isEqualTo("kept text");
    }

    @Test
    void knowsTheTextOfEachBlock() {
        assertThat(removed.all())
                .map(removed::textOf)
                .containsExactly("  ad  \n\nad two", "[tag] ", " [link] ", "footer");
    }

    @Test
    void countsLinesAndCharactersWithoutWhiteSpaceAroundThem() {
        assertThat(removed.all()).map(removed::linesOf).containsExactly(2, 0, 0, 1);
        assertThat(removed.lines()).isEqualTo(3);
        assertThat(removed.all()).map(removed::charactersOf).containsExactly(8, 5, 6, 6);
        assertThat(removed.characters()).isEqualTo(25);
    }

    @Test
    void countsByKindALineOfWhichAPartWasRemovedToo() {
        assertThat(removed.linesByKind())
                .containsExactly(
                        entry(BoilerplateKind.NAVIGATION, 1),
                        entry(BoilerplateKind.TAGS, 1),
                        entry(BoilerplateKind.AD, 3));
    }

    @Test
    void isEmptyOfNothing() {
        RemovedBlocks nothing = RemovedBlocks.of(TextLines.of(""), List.of());

        assertThat(nothing.all()).isEmpty();
        assertThat(nothing.keptOf(1)).isEmpty();
        assertThat(nothing.linesByKind()).isEmpty();
    }
}
