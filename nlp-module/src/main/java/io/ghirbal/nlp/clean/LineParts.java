package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a text that are to be read as lines: its lines, cut at the breaks of markup that is left in them and at the wide gaps
 * between the columns of a page; and in a document that came out as one long line, at the ends of sentences and before what a site writes
 * around an article.
 */
final class LineParts {
    /** A gap so wide stands between columns; what is narrower stands between words. */
    private static final int GAP = 3;
    /** Where more than one gap in so many between words is wide, the text is justified, or a table: it has no columns to part. */
    private static final int JUSTIFIED = 3;
    /** A line of so many characters, in a document of hardly any other, is a document on one line. */
    private static final int LONG = 400;

    private static final int FEW_LINES = 3;
    /** The headline of another story has no fewer words. */
    private static final int FEWEST_LINK_WORDS = 4;

    private static final int DAY_WORDS = WordClass.WEEKDAY.bit() | WordClass.MONTH.bit() | WordClass.TIME.bit();

    private final char[] text;
    private final Words words;
    private final Vocabulary vocabulary;
    /** The first word that is not read yet. */
    private int word;

    private int[] lines = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;

    private LineParts(char[] text, Words words, Vocabulary vocabulary) {
        this.text = text;
        this.words = words;
        this.vocabulary = vocabulary;
    }

    static LineParts of(TextLines lines, char[] text, Words words, Vocabulary vocabulary) {
        LineParts parts = new LineParts(text, words, vocabulary);
        boolean few = lines.countFilled(1, lines.count()) <= FEW_LINES;
        for (int n = 1; n <= lines.count(); n++) {
            int from = lines.start(n);
            int to = lines.end(n);
            parts.cut(n, from, to, few && to - from >= LONG);
        }
        return parts;
    }

    /** The parts of the text between, which is of one line. */
    static LineParts of(int line, int from, int to, char[] text, Words words, Vocabulary vocabulary) {
        LineParts parts = new LineParts(text, words, vocabulary);
        parts.cut(line, from, to, to - from >= LONG);
        return parts;
    }

    int count() {
        return count;
    }

    /** The line of the text that the part is of, from 1. */
    int line(int part) {
        return lines[part];
    }

    int start(int part) {
        return starts[part];
    }

    int end(int part) {
        return ends[part];
    }

    private void cut(int line, int from, int to, boolean document) {
        int first = word;
        while (word < words.count && words.start[word] < to) {
            word++;
        }
        boolean gaps = mayHaveParts(first, from, to);
        if (gaps || document) {
            cutLine(line, first, from, to, gaps && hasColumns(from, to), document);
        } else {
            add(line, from, to);
        }
    }

    private void cutLine(int line, int first, int from, int to, boolean columns, boolean document) {
        int w = first;
        int start = from;
        int spaces = 0;
        int phraseEnd = from;
        int dayEnd = -1;
        boolean pointer = false;
        int pointerWords = 0;
        int i = from;
        while (i < to) {
            boolean atWord = w < word && words.start[w] == i;
            char c = text[i];
            byte glyph = atWord ? Glyph.LETTER : Glyph.of(c);
            if (c == ReadableText.BREAK) {
                add(line, start, i);
                start = i + 1;
                spaces = 0;
                i++;
                continue;
            }
            if (glyph == Glyph.NOTHING || glyph == Glyph.SPACE) {
                spaces += glyph == Glyph.NOTHING ? 0 : c == '\t' ? GAP : 1;
                i++;
                continue;
            }
            boolean cut = spaces > 0 && ((columns && spaces >= GAP) || (document && endsSentence(start, i)));
            if (document && spaces > 0 && i >= phraseEnd) {
                Furniture furniture = atWord ? furnitureAt(w, to) : null;
                if (furniture != null) {
                    cut = true;
                    phraseEnd = furniture.end;
                    pointer = furniture.kind == BoilerplateKind.RELATED_LINKS;
                    pointerWords = 0;
                    dayEnd = furniture.kind == BoilerplateKind.DATE ? endOfDay(w, furniture.end) : dayEnd;
                } else if (i == dayEnd) {
                    cut = true;
                } else if (pointer && ++pointerWords >= FEWEST_LINK_WORDS && atWord && isReport(w)) {
                    cut = true;
                }
            }
            pointer &= !cut || phraseEnd > i;
            if (cut) {
                add(line, start, i);
                start = i;
            }
            spaces = 0;
            i = atWord ? words.end[w++] : i + 1;
        }
        add(line, start, to);
    }

    private void add(int line, int from, int to) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        lines[count] = line;
        starts[count] = from;
        ends[count++] = to;
    }

    /** Whether there is a break, a tab or a run of spaces: in most lines there is none, and they need no second look. */
    private boolean mayHaveParts(int first, int from, int to) {
        int at = from;
        for (int w = first; w < word; w++) {
            int next = words.start[w];
            if (next - at > 1 ? isWide(at, next) : next > at && text[at] != ' ' && isWide(at, next)) {
                return true;
            }
            at = words.end[w];
        }
        return isWide(at, to);
    }

    private boolean isWide(int from, int to) {
        int spaces = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            byte glyph = Glyph.of(c);
            if (glyph == Glyph.SPACE) {
                spaces++;
                if (c == '\t' || c == ReadableText.BREAK || spaces >= GAP) {
                    return true;
                }
            } else if (glyph != Glyph.NOTHING) {
                spaces = 0;
            }
        }
        return false;
    }

    /** Whether there are wide gaps between words, and they are the exception. */
    private boolean hasColumns(int from, int to) {
        int wide = 0;
        int all = 0;
        int spaces = 0;
        boolean words = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            byte glyph = Glyph.of(c);
            if (glyph == Glyph.SPACE) {
                spaces += c == '\t' ? GAP : 1;
            } else if (glyph != Glyph.NOTHING) {
                if (spaces > 0 && words) {
                    all++;
                    wide += spaces >= GAP ? 1 : 0;
                }
                words = true;
                spaces = 0;
            }
        }
        return wide > 0 && wide * JUSTIFIED <= all;
    }

    /** Whether what stands before {@code at}, white space aside, closes a sentence. */
    private boolean endsSentence(int from, int at) {
        for (int i = at - 1; i > from; i--) {
            switch (Glyph.of(text[i])) {
                case Glyph.SPACE, Glyph.NOTHING, Glyph.QUOTE, Glyph.BRACKET_CLOSE -> {}
                case Glyph.STOP -> {
                    // no stop of an initial, "د. محمد", nor dots between two halves of a headline
                    return i - from > 2
                            && Glyph.of(text[i - 1]) != Glyph.STOP
                            && Glyph.of(text[i - 1]) != Glyph.SPACE
                            && Glyph.of(text[i - 2]) != Glyph.SPACE;
                }
                case Glyph.QUESTION, Glyph.EXCLAMATION -> {
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private record Furniture(BoilerplateKind kind, int end) {}

    /**
     * The phrase that begins with the word, of several words or of one and a colon, and that a site writes before what is not the article;
     * null when none does.
     */
    private @Nullable Furniture furnitureAt(int first, int to) {
        int node = words.isNumber(first) ? 0 : words.node[first];
        for (int w = first; node != 0; w++) {
            int end = words.end[w];
            int number = vocabulary.phraseAt(node);
            if (number >= 0 && isFurniture(vocabulary.phrase(number), w + 1 - first, end, to)) {
                return new Furniture(vocabulary.phrase(number).kind(), end);
            }
            if (w + 1 == word || words.isNumber(w + 1) || !isBlank(end, words.start[w + 1])) {
                return null;
            }
            node = vocabulary.next(node, words.hash[w + 1]);
        }
        return null;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Glyph.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where the first word stands, behind a day, that is no part of it; -1 when no number comes before it. */
    private int endOfDay(int from, int at) {
        boolean number = false;
        for (int w = from; w < word; w++) {
            if (words.start[w] < at) {
                continue;
            }
            if (words.isNumber(w)) {
                number = true;
                continue;
            }
            int found = vocabulary.find(words.hash[w]);
            if (found < 0 || (vocabulary.bits(found) & DAY_WORDS) == 0) {
                return number ? words.start[w] : -1;
            }
        }
        return -1;
    }

    /** Whether the word is a verb of saying with "and" before it: it goes on with the article, behind the headline of another. */
    private boolean isReport(int w) {
        return text[words.start[w]] == 'و' && (words.classes[w] & WordClass.SPEECH.bit()) != 0;
    }

    private boolean isFurniture(Vocabulary.Phrase phrase, int count, int end, int to) {
        boolean colon = end < to && Glyph.of(text[end]) == Glyph.COLON;
        return switch (phrase.kind()) {
            case RELATED_LINKS, SOURCE, DATE, BYLINE, FEEDBACK ->
                colon
                        || (count > 1
                                && (phrase.scope() == Vocabulary.Scope.START
                                        || phrase.scope() == Vocabulary.Scope.ANYWHERE));
            default -> false;
        };
    }
}
