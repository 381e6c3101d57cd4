package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.report.html.MarkedText.Line;
import io.ghirbal.report.html.MarkedText.Passage;
import io.ghirbal.report.html.MarkedText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void separatesKeptLinesFromRemovedBlocksAndLeavesBlankLinesOut() {
        RemovedBlock first = block(2, 4);
        RemovedBlock second = block(5, 5);

        MarkedText text = MarkedText.of("a\nb\n\nc\r\nd\re", List.of(first, second), 100);

        assertThat(text.passages())
                .containsExactly(
                        new Passage(null, List.of(line(1, "a"))),
                        new Passage(first, List.of(line(2, "b"), line(4, "c"))),
                        new Passage(second, List.of(line(5, "d"))),
                        new Passage(null, List.of(line(6, "e"))));
    }

    @Test
    void marksSpansInsideALine() {
        RemovedBlock start = span(1, 0, 2);
        RemovedBlock end = span(1, 4, 6);

        MarkedText text = MarkedText.of("abcdef", List.of(start, end), 100);

        assertThat(text.passages().get(0).lines().get(0).pieces())
                .containsExactly(new Piece("ab", start), new Piece("cd", null), new Piece("ef", end));
    }

    @Test
    void staysInsideTheLineWhenASpanDoesNotFitOrTheTextIsCut() {
        List<RemovedBlock> spans = List.of(span(1, 3, 99), span(1, -5, 2), span(7, 0, 1));

        assertThat(joined(MarkedText.of("abcdef", spans, 100))).isEqualTo("abcdef");
        assertThat(joined(MarkedText.of("abcdef", spans, 4))).isEqualTo("abcd");
    }

    @Test
    void cutsBetweenCharactersAndSaysHowMuchIsShown() {
        MarkedText text = MarkedText.of("a\uD83D\uDE00b", List.of(), 2);

        assertThat(joined(text)).isEqualTo("a");
        assertThat(text.shownCharacters()).isEqualTo(1);
        assertThat(MarkedText.of("a\uD83D\uDE00b", List.of(), 4).shownCharacters())
                .isEqualTo(4);
    }

    @Test
    void showsNothingOfABlankText() {
        assertThat(MarkedText.of("\n \r\n", List.of(block(1, 2)), 10).passages())
                .isEmpty();
        assertThat(MarkedText.of("", List.of(), 10).passages()).isEmpty();
    }

    private static String joined(MarkedText text) {
        StringBuilder all = new StringBuilder();
        text.passages()
                .forEach(passage ->
                        passage.lines().forEach(line -> line.pieces().forEach(piece -> all.append(piece.text()))));
        return all.toString();
    }

    private static RemovedBlock block(int first, int last) {
        return RemovedBlock.lines(first, last, BoilerplateKind.AD, "because", 1);
    }

    private static RemovedBlock span(int line, int start, int end) {
        return RemovedBlock.inline(line, start, end, BoilerplateKind.AD, "because", 1);
    }

    private static Line line(int number, String text) {
        return new Line(number, List.of(new Piece(text, null)));
    }
}
