package io.ghirbal.report.export;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the characters that act instead of being seen, as {@code \\u001B}: text that was read from anywhere can then neither command a
 * terminal, nor forge a line of a log, nor turn the letters of a file name around. Two sets: controls, which no text needs, and with them
 * the invisible characters that order letters from right to left beyond where they stand (embeddings, overrides, isolates). The marks
 * U+200E and U+200F, which Arabic text is full of, stay.
 */
public final class Visible {
    private static final Pattern LINE = Pattern.compile("[^\r\n]+");

    private Visible() {}

    /** {@code text} for a line of a terminal, a log or a table: neither controls nor line breaks nor orders of direction are left. */
    public static String of(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean acts = c != '\t' && (Character.isISOControl(c) || isOrder(c));
            if (acts && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                shown.append(acts ? escape(c) : String.valueOf(c));
            }
        }
        return shown == null ? text : shown.toString();
    }

    /** {@code text} for a cell of a table: as {@link #of}, but line breaks stay. */
    static String lines(String text) {
        return LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(of(line.group())));
    }

    /** What is written to {@code out}, with controls shown but for tabs and line breaks; for pages, which isolate directions themselves. */
    public static Writer controls(Writer out) {
        return new FilterWriter(out) {
            @Override
            public void write(int c) throws IOException {
                if (isControl((char) c)) {
                    out.write(escape((char) c));
                } else {
                    out.write(c);
                }
            }

            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                int from = offset;
                for (int i = offset; i < offset + length; i++) {
                    if (isControl(characters[i])) {
                        out.write(characters, from, i - from);
                        out.write(escape(characters[i]));
                        from = i + 1;
                    }
                }
                out.write(characters, from, offset + length - from);
            }

            @Override
            public void write(String text, int offset, int length) throws IOException {
                write(text.toCharArray(), offset, length);
            }
        };
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    private static boolean isOrder(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\u2028' || c == '\u2029';
    }

    private static String escape(char c) {
        return "\\u%04X".formatted((int) c);
    }
}
