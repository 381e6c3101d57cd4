package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.TextLines;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was removed from a text: whole lines, and parts of lines that are otherwise kept. Disjoint. Immutable. */
public final class RemovedBlocks {
    private static final Comparator<RemovedBlock> IN_ORDER =
            Comparator.comparingInt(RemovedBlock::first).thenComparingInt(RemovedBlocks::start);

    private final TextLines text;
    private final List<RemovedBlock> all;
    private final List<RemovedBlock> wholeLines;
    private final List<RemovedBlock> inline;

    private RemovedBlocks(TextLines text, List<RemovedBlock> all) {
        this.text = text;
        this.all = all;
        this.wholeLines = all.stream().filter(block -> !block.isInline()).toList();
        this.inline = all.stream().filter(RemovedBlock::isInline).toList();
    }

    /**
     * What was removed from a text.
     *
     * @param text the lines of the text
     * @param blocks disjoint, in any order
     */
    public static RemovedBlocks of(TextLines text, Collection<RemovedBlock> blocks) {
        return new RemovedBlocks(text, blocks.stream().sorted(IN_ORDER).toList());
    }

    /** Everything, in the order of the text. */
    public List<RemovedBlock> all() {
        return all;
    }

    /** The runs of whole lines, in the order of the text. */
    public List<RemovedBlock> wholeLines() {
        return wholeLines;
    }

    /** The parts of lines that are otherwise kept, in the order of the text. */
    public List<RemovedBlock> inline() {
        return inline;
    }

    /** The run of whole lines that {@code line} (from 1) belongs to; null when the line is kept. */
    public @Nullable RemovedBlock wholeLinesAt(int line) {
        int next = firstAfter(line, wholeLines);
        RemovedBlock before = next == 0 ? null : wholeLines.get(next - 1);
        return before == null || before.last() < line ? null : before;
    }

    /** What is removed inside {@code line} (from 1), in order; empty when nothing is. */
    public List<RemovedBlock> inlineAt(int line) {
        return inline.subList(firstAfter(line - 1, inline), firstAfter(line, inline));
    }

    /** What is left of {@code line} (from 1) as it was written: empty when the whole line is removed. */
    public String keptOf(int line) {
        if (wholeLinesAt(line) != null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.line(line));
        List<RemovedBlock> parts = inlineAt(line);
        for (int i = parts.size() - 1; i >= 0; i--) {
            RemovedBlock.Columns columns = parts.get(i).columns();
            if (columns != null) {
                kept.delete(columns.start(), columns.end());
            }
        }
        return kept.toString();
    }

    /** The text of {@code block}, one of {@link #all}, the line breaks between its lines included. */
    public String textOf(RemovedBlock block) {
        int start = text.start(block.first());
        return block.columns() == null
                ? text.text().substring(start, text.end(block.last()))
                : text.text()
                        .substring(
                                start + block.columns().start(),
                                start + block.columns().end());
    }

    /** How many lines are removed, blank ones not counted; a part of a line is none. */
    public int lines() {
        return wholeLines.stream().mapToInt(this::linesOf).sum();
    }

    /** How many lines {@code block} removes, blank ones not counted; 0 for a part of a line. */
    public int linesOf(RemovedBlock block) {
        return block.isInline() ? 0 : text.countFilled(block.first(), block.last());
    }

    /** How many UTF-16 code units are removed, white space around each line or part not counted. */
    public int characters() {
        return all.stream().mapToInt(this::charactersOf).sum();
    }

    /** How many UTF-16 code units {@code block} removes, white space around each line or part not counted. */
    public int charactersOf(RemovedBlock block) {
        return block.isInline() ? textOf(block).strip().length() : text.countCharacters(block.first(), block.last());
    }

    /** For each kind that occurs, how many lines were removed or had a part removed, blank ones not counted; in the order of the kinds. */
    public Map<BoilerplateKind, Integer> linesByKind() {
        Map<BoilerplateKind, Integer> lines = new EnumMap<>(BoilerplateKind.class);
        for (RemovedBlock block : all) {
            lines.merge(block.kind(), block.isInline() ? 1 : linesOf(block), Integer::sum);
        }
        return lines;
    }

    /** Of {@code blocks}, in order, the place of the first that begins after {@code line}. */
    private static int firstAfter(int line, List<RemovedBlock> blocks) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).first() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int start(RemovedBlock block) {
        return block.columns() == null ? -1 : block.columns().start();
    }
}
