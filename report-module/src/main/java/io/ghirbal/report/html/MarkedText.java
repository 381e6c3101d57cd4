package io.ghirbal.report.html;

import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a raw text with what was removed marked in place. Blank lines are left out; the numbers of the others show them.
 *
 * @param passages kept and removed passages in turn
 * @param shownCharacters how much of the text is shown, in UTF-16 code units
 */
record MarkedText(List<Passage> passages, int shownCharacters) {

    /**
     * Lines that were kept, or a block that was removed.
     *
     * @param removed why and as what; null for kept lines
     */
    record Passage(@Nullable RemovedBlock removed, List<Line> lines) {}

    /** A line that is not blank. */
    record Line(int number, List<Piece> pieces) {}

    /**
     * A part of a line.
     *
     * @param removed why and as what; null for a kept part, and in a removed block
     */
    record Piece(String text, @Nullable RemovedBlock removed) {}

    /**
     * Marks the first {@code limit} UTF-16 code units of {@code text}.
     *
     * @param text at least the first {@code limit} code units of the raw text, or all of it
     * @param removed what was removed, disjoint
     */
    static MarkedText of(String text, List<RemovedBlock> removed, int limit) {
        String beginning = beginning(text, limit);
        TextLines lines = TextLines.of(beginning);
        RemovedBlocks blocks = RemovedBlocks.of(lines, removed);
        List<Passage> passages = new ArrayList<>();
        for (int number = 1; number <= lines.count(); number++) {
            if (lines.isBlank(number)) {
                continue;
            }
            RemovedBlock in = blocks.wholeLinesAt(number);
            String line = lines.line(number);
            List<Piece> pieces = in == null ? pieces(line, blocks.inlineAt(number)) : List.of(new Piece(line, null));
            if (passages.isEmpty()
                    || !Objects.equals(passages.get(passages.size() - 1).removed(), in)) {
                passages.add(new Passage(in, new ArrayList<>()));
            }
            passages.get(passages.size() - 1).lines().add(new Line(number, pieces));
        }
        return new MarkedText(passages, beginning.length());
    }

    /** The first {@code limit} UTF-16 code units of {@code text}, or one less where that would cut a character in two. */
    static String beginning(String text, int limit) {
        int end = Math.min(text.length(), limit);
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static List<Piece> pieces(String line, List<RemovedBlock> spans) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (RemovedBlock span : spans) {
            RemovedBlock.Columns columns = Objects.requireNonNull(span.columns());
            // The line may be cut, and the database may hold anything: stay inside.
            int start = Math.max(from, within(columns.start(), line));
            int end = Math.max(start, within(columns.end(), line));
            add(pieces, line.substring(from, start), null);
            add(pieces, line.substring(start, end), span);
            from = end;
        }
        add(pieces, line.substring(from), null);
        return pieces;
    }

    private static int within(int place, String line) {
        return Math.max(0, Math.min(place, line.length()));
    }

    private static void add(List<Piece> pieces, String text, @Nullable RemovedBlock removed) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, removed));
        }
    }
}
