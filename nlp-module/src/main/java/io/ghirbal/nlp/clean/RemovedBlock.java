package io.ghirbal.nlp.clean;

import org.jspecify.annotations.Nullable;

/**
 * A passage that is not the article: a run of whole lines, or a part of a line that is otherwise kept.
 *
 * @param first first line, from 1
 * @param last last line, included; blank lines may lie between, never at the ends. The first line again for a part of a line
 * @param columns where in the line the part is; null for whole lines
 * @param kind what it is
 * @param reason why it was removed, in words a reader of the report understands
 * @param confidence how sure the cleaner is, from 0 to 1
 */
public record RemovedBlock(
        int first, int last, @Nullable Columns columns, BoilerplateKind kind, String reason, double confidence) {

    /**
     * A part of a line, in UTF-16 code units.
     *
     * @param start where it starts, from 0
     * @param end where it ends, not included
     */
    public record Columns(int start, int end) {}

    /** The whole lines {@code first} to {@code last}. */
    public static RemovedBlock lines(int first, int last, BoilerplateKind kind, String reason, double confidence) {
        return new RemovedBlock(first, last, null, kind, reason, confidence);
    }

    /** The part of {@code line} from column {@code start} to {@code end}, the latter not included. */
    public static RemovedBlock inline(
            int line, int start, int end, BoilerplateKind kind, String reason, double confidence) {
        return new RemovedBlock(line, line, new Columns(start, end), kind, reason, confidence);
    }

    /** Whether it is a part of a line that is otherwise kept. */
    public boolean isInline() {
        return columns != null;
    }
}
