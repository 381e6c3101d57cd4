package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.text.Letters;
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
    private final Vocabulary vocabulary;
    private int[] lines = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;

    private LineParts(char[] text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    static LineParts of(TextLines lines, char[] text, Vocabulary vocabulary) {
        LineParts parts = new LineParts(text, vocabulary);
        boolean few = lines.countFilled(1, lines.count()) <= FEW_LINES;
        for (int n = 1; n <= lines.count(); n++) {
            int from = lines.start(n);
            int to = lines.end(n);
            parts.cut(n, from, to, few && to - from >= LONG);
        }
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
        if (!document && !mayHaveParts(from, to)) {
            add(line, from, to);
            return;
        }
        boolean columns = hasColumns(from, to);
        int start = from;
        int spaces = 0;
        int phraseEnd = from;
        int dayEnd = -1;
        boolean pointer = false;
        int pointerWords = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == ReadableText.BREAK) {
                add(line, start, i);
                start = i + 1;
                spaces = 0;
                continue;
            }
            byte glyph = Glyph.of(c);
            if (glyph == Glyph.NOTHING) {
                continue;
            }
            if (glyph == Glyph.SPACE) {
                spaces += c == '\t' ? GAP : 1;
                continue;
            }
            boolean cut = spaces > 0 && ((columns && spaces >= GAP) || (document && endsSentence(start, i)));
            if (document && spaces > 0 && i >= phraseEnd) {
                Furniture furniture = furnitureAt(i, to);
                if (furniture != null) {
                    cut = true;
                    phraseEnd = furniture.end;
                    pointer = furniture.kind == BoilerplateKind.RELATED_LINKS;
                    pointerWords = 0;
                    dayEnd = furniture.kind == BoilerplateKind.DATE ? endOfDay(furniture.end, to) : dayEnd;
                } else if (i == dayEnd) {
                    cut = true;
                } else if (pointer && ++pointerWords >= FEWEST_LINK_WORDS && isReport(i, to)) {
                    cut = true;
                }
            }
            pointer &= !cut || phraseEnd > i;
            if (cut) {
                add(line, start, i);
                start = i;
            }
            spaces = 0;
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
    private boolean mayHaveParts(int from, int to) {
        int spaces = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '\u0621' && c <= '\u063A') {
                spaces = 0;
                continue;
            }
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
     * The phrase that begins here, of several words or of one and a colon, and that a site writes before what is not the article; null when
     * none does.
     */
    private @Nullable Furniture furnitureAt(int at, int to) {
        int node = -1;
        int words = 0;
        int i = at;
        while (i < to) {
            int end = endOfWord(i, to);
            if (end == i) {
                return null;
            }
            long hash = hash(i, end);
            int found = node < 0 ? vocabulary.find(hash) : -1;
            node = node < 0 ? found < 0 ? 0 : vocabulary.root(found) : vocabulary.next(node, hash);
            if (node == 0) {
                return null;
            }
            words++;
            i = end;
            int number = vocabulary.phraseAt(node);
            if (number >= 0 && isFurniture(vocabulary.phrase(number), words, i, to)) {
                return new Furniture(vocabulary.phrase(number).kind(), i);
            }
            while (i < to && (Glyph.of(text[i]) == Glyph.SPACE || Glyph.of(text[i]) == Glyph.NOTHING)) {
                i++;
            }
        }
        return null;
    }

    private int endOfWord(int at, int to) {
        int i = at;
        while (i < to) {
            byte glyph = Glyph.of(text[i]);
            if (glyph != Glyph.LETTER && glyph != Glyph.LATIN && glyph != Glyph.NOTHING) {
                break;
            }
            i++;
        }
        return i;
    }

    private long hash(int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            if (Glyph.of(text[i]) != Glyph.NOTHING) {
                hash = Vocabulary.hash(hash, Letters.fold(text[i]));
            }
        }
        return hash;
    }

    /** Where the first word stands, behind a day, that is no part of it; -1 when no number comes before it. */
    private int endOfDay(int at, int to) {
        boolean number = false;
        int i = at;
        while (i < to) {
            byte glyph = Glyph.of(text[i]);
            if (glyph == Glyph.LETTER || glyph == Glyph.LATIN) {
                int end = endOfWord(i, to);
                int found = vocabulary.find(hash(i, end));
                if (found < 0 || (vocabulary.bits(found) & DAY_WORDS) == 0) {
                    return number ? i : -1;
                }
                i = end;
            } else {
                number |= glyph == Glyph.DIGIT;
                i++;
            }
        }
        return -1;
    }

    /** Whether the word is a verb of saying with "and" before it: it goes on with the article, behind the headline of another. */
    private boolean isReport(int at, int to) {
        int found = text[at] == 'و' ? vocabulary.find(hash(at, endOfWord(at, to))) : -1;
        return found >= 0 && (vocabulary.bits(found) & WordClass.SPEECH.bit()) != 0;
    }

    private boolean isFurniture(Vocabulary.Phrase phrase, int words, int end, int to) {
        boolean colon = end < to && (Glyph.of(text[end]) == Glyph.COLON);
        return switch (phrase.kind()) {
            case RELATED_LINKS, SOURCE, DATE, BYLINE, FEEDBACK ->
                colon
                        || (words > 1
                                && (phrase.scope() == Vocabulary.Scope.START
                                        || phrase.scope() == Vocabulary.Scope.ANYWHERE));
            default -> false;
        };
    }
}
