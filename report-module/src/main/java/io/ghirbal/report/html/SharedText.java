package io.ghirbal.report.html;

import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A body with the passages marked in place that another has too. Blank lines are left out.
 *
 * @param lines the other lines
 */
record SharedText(List<Line> lines) {
    /** A passage: its number, from 1, where it starts in the body, and where it ends. */
    record Mark(int number, int start, int end) {}

    /** A line that is not blank. */
    record Line(String text, List<Piece> pieces) {}

    /**
     * A part of a line.
     *
     * @param passage number of the passage that it is of; 0 for none
     * @param first whether the passage starts with it
     */
    record Piece(String text, int passage, boolean first) {}

    /** @param marks the passages, disjoint */
    static SharedText of(String body, List<Mark> marks) {
        List<Mark> inOrder =
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
        TextLines lines = TextLines.of(body);
        List<Line> marked = new ArrayList<>();
        int next = 0;
        for (int number = 1; number <= lines.count(); number++) {
            if (lines.isBlank(number)) {
                continue;
            }
            int from = lines.start(number);
            int to = lines.end(number);
            while (next < inOrder.size() && inOrder.get(next).end() <= from) {
                next++;
            }
            marked.add(new Line(body.substring(from, to), pieces(body, from, to, inOrder, next)));
        }
        return new SharedText(marked);
    }

    private static List<Piece> pieces(String body, int from, int to, List<Mark> marks, int first) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (int i = first; i < marks.size() && marks.get(i).start() < to; i++) {
            Mark mark = marks.get(i);
            int start = Math.max(at, mark.start());
            int end = Math.min(to, mark.end());
            if (start > at) {
                pieces.add(new Piece(body.substring(at, start), 0, false));
            }
            pieces.add(new Piece(body.substring(start, end), mark.number(), mark.start() >= from));
            at = end;
        }
        if (at < to) {
            pieces.add(new Piece(body.substring(at, to), 0, false));
        }
        return pieces;
    }
}
