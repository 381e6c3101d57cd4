package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads title, day, source and author off the lines that say them. What is not said plainly stays null. */
final class MetadataReader {
    /** A dateline ends within so many characters of its paragraph. */
    private static final int LONGEST_DATELINE = 80;

    private static final int LONGEST_NAME = 60;
    /** A bracket that names an agency at the end of the article has no more characters. */
    private static final int LONGEST_CREDIT = 40;

    /** Words of publication, folded. */
    private static final Pattern PUBLISHED =
            Pattern.compile("نشر|تاريخ الخبر|تاريخ المقال|تاريخ الاضافه|اضيف|كتب في|publi|posted");

    private static final int MOST_NAME_WORDS = 5;

    private final Reading reading;
    private final Page page;
    private final RemovedBlocks removed;

    MetadataReader(Reading reading, RemovedBlocks removed) {
        this.reading = reading;
        this.page = reading.page;
        this.removed = removed;
    }

    ArticleMetadata read(@Nullable String given) {
        int titleLine = titleLine();
        String title =
                given != null && !given.isBlank() ? given.strip() : titleLine < 0 ? null : reading.text(titleLine);
        return new ArticleMetadata(
                title,
                titleLine < 0 || sharesItsLine(titleLine) ? 0 : page.number[titleLine],
                publishedOn(),
                attribution(),
                author());
    }

    /** Whether the part is one of several that are kept of a line of the text. */
    private boolean sharesItsLine(int part) {
        for (int i = 0; i < page.count; i++) {
            if (i != part && page.number[i] == page.number[part] && reading.kind(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** The kept line that is the headline; -1 when none is. */
    private int titleLine() {
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) == Role.TITLE) {
                return i;
            }
        }
        if (!reading.evidence.title().given) {
            return -1;
        }
        for (int i = 0; i < page.count; i++) {
            if (reading.evidence.title().isSaid(i) && reading.kind(i) == null) {
                return i;
            }
        }
        return -1;
    }

    /** What a day stands for, the least likely to be that of publication first. */
    private enum DayOf {
        VISIT,
        CHANGE,
        UNKNOWN,
        PUBLICATION
    }

    /**
     * The day that is said to be that of publication, wherever it stands; else the first that nothing is said of, else that of the last
     * change, else a day among menus, which is that of the visit; without any, that of the dateline.
     */
    private @Nullable LocalDate publishedOn() {
        LocalDate best = null;
        DayOf bestOf = DayOf.VISIT;
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) == Role.DATE) {
                DayOf of = dayOf(i);
                LocalDate day = best == null || of.compareTo(bestOf) > 0 ? PublicationDate.parse(saying(i, of)) : null;
                if (day != null) {
                    best = day;
                    bestOf = of;
                }
            }
        }
        if (best != null) {
            return best;
        }
        for (RemovedBlock part : removed.inline()) {
            LocalDate day = part.kind() == BoilerplateKind.DATE ? PublicationDate.parse(removed.textOf(part)) : null;
            if (day != null) {
                return day;
            }
        }
        return dateline();
    }

    private DayOf dayOf(int line) {
        String folded = reading.folded(line);
        boolean published = PUBLISHED.matcher(folded).find();
        if (published) {
            return DayOf.PUBLICATION;
        }
        if (isChange(line)) {
            return DayOf.CHANGE;
        }
        return isFurniture(line - 1) && isFurniture(line + 1) ? DayOf.VISIT : DayOf.UNKNOWN;
    }

    /** Whether the line is of a menu or of a ticker. */
    private boolean isFurniture(int line) {
        if (line < 0 || line >= page.count) {
            return line < 0;
        }
        Role role = reading.role(line);
        return role == Role.NAVIGATION || role == Role.OTHER || role == Role.SHARE;
    }

    /** What the line says from the word of publication on: "updated 6 March, published 5 March". */
    private String saying(int line, DayOf of) {
        String folded = reading.folded(line);
        Matcher published = PUBLISHED.matcher(folded);
        return of == DayOf.PUBLICATION && published.find() ? folded.substring(published.start()) : folded;
    }

    /** Whether the line begins with the word of a change: "updated", "last modified". */
    private boolean isChange(int line) {
        if (!page.opensWithPhrase(line)) {
            return false;
        }
        String phrase = io.ghirbal.nlp.text.ArabicNormalizer.fold(
                page.phrase(page.openingPhrase[line]).text());
        return phrase.contains("تحديث")
                || phrase.contains("تعديل")
                || phrase.startsWith("update")
                || phrase.startsWith("last");
    }

    /** The day in "Cairo, 28 November 2016: ...", at the head of the first paragraph. */
    private @Nullable LocalDate dateline() {
        for (int i = 0; i < page.count; i++) {
            if (reading.kind(i) != null || !reading.evidence.layout().isParagraph(i)) {
                continue;
            }
            if (!page.opensWith(i, WordClass.CITY)) {
                return null;
            }
            for (int at = page.start[i]; at < Math.min(page.end[i], page.start[i] + LONGEST_DATELINE); at++) {
                byte glyph = Glyph.of(page.text[at]);
                if (glyph == Glyph.COLON || glyph == Glyph.DASH) {
                    return PublicationDate.parse(new String(page.text, page.start[i], at - page.start[i]));
                }
            }
            return null;
        }
        return null;
    }

    private @Nullable String attribution() {
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) != Role.SOURCE) {
                continue;
            }
            boolean labelled = page.openingKind(i) == BoilerplateKind.SOURCE && page.openingPlace(i) != Place.WHOLE;
            int words = page.wordCount(i);
            boolean agency = words > 0 && page.classCount(i, WordClass.AGENCY) * 2 >= words;
            String name = labelled ? afterLabel(i) : agency ? trimmed(page.start[i], page.end[i]) : null;
            if (name != null && name.length() <= LONGEST_NAME) {
                return name;
            }
        }
        return agencyOfDateline();
    }

    /** The agency that the head of the first paragraph names before its text, or that a bracket at either end of the article does. */
    private @Nullable String agencyOfDateline() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) == Role.BYLINE || reading.role(i) == Role.SOURCE) {
                String agency = Agencies.standard().findIn(reading.text(i));
                if (agency != null) {
                    return agency;
                }
            }
            if (reading.kind(i) == null && reading.evidence.layout().isParagraph(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return null;
        }
        int headEnd = Math.min(page.end[first], page.start[first] + LONGEST_DATELINE);
        for (int at = page.start[first]; at < headEnd; at++) {
            byte glyph = Glyph.of(page.text[at]);
            boolean ends = glyph == Glyph.COLON || glyph == Glyph.BRACKET_CLOSE || glyph == Glyph.DASH;
            String agency = ends ? Agencies.standard().findIn(reading.text(page.start[first], at)) : null;
            if (agency != null) {
                return agency;
            }
        }
        int tail = Math.max(page.start[last], page.end[last] - LONGEST_CREDIT);
        for (int at = page.end[last] - 1; at >= tail; at--) {
            if (Glyph.of(page.text[at]) == Glyph.BRACKET_OPEN) {
                return Agencies.standard().findIn(reading.text(at, page.end[last]));
            }
        }
        return null;
    }

    private @Nullable String author() {
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) == Role.BYLINE) {
                String name = author(i);
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    /** The name in a byline: the first of its parts that is no city, agency, address or label. */
    private @Nullable String author(int line) {
        boolean labelled = page.openingKind(line) == BoilerplateKind.BYLINE && page.openingPlace(line) != Place.WHOLE;
        int from = labelled ? page.wordEnd[labelEnd(line)] : page.start[line];
        int partFrom = from;
        for (int at = from; at <= page.end[line]; at++) {
            boolean end = at == page.end[line];
            byte glyph = end ? Glyph.SPACE : Glyph.of(page.text[at]);
            boolean cut = end
                    || glyph == Glyph.DASH
                    || glyph == Glyph.SLASH
                    || glyph == Glyph.BAR
                    || glyph == Glyph.COMMA
                    || glyph == Glyph.COLON
                    || glyph == Glyph.BRACKET_OPEN
                    || glyph == Glyph.BRACKET_CLOSE;
            if (cut) {
                if (isName(line, partFrom, at, labelled)) {
                    return trimmed(partFrom, at);
                }
                partFrom = at + 1;
            }
        }
        return null;
    }

    private boolean isName(int line, int from, int to, boolean labelled) {
        int words = 0;
        boolean name = false;
        for (int w = page.firstWord[line]; w < page.lastWord(line); w++) {
            if (page.wordStart[w] < from || page.wordEnd[w] > to) {
                continue;
            }
            byte glyph = Glyph.of(page.text[page.wordStart[w]]);
            if (page.isNumber(w) || page.isOf(w, WordClass.CITY) || page.isOf(w, WordClass.AGENCY)) {
                return false;
            }
            name |= page.isOf(w, WordClass.NAME) || glyph == Glyph.LATIN;
            words++;
        }
        boolean address = false;
        for (int at = from; at < to; at++) {
            byte glyph = Glyph.of(page.text[at]);
            address |= glyph == Glyph.AT || glyph == Glyph.UNDERSCORE;
        }
        return words > 0 && words <= MOST_NAME_WORDS && !address && (name || labelled);
    }

    private @Nullable String afterLabel(int line) {
        return trimmed(page.wordEnd[labelEnd(line)], page.end[line]);
    }

    /** The last word of the phrase the line opens with. */
    private int labelEnd(int line) {
        int words = page.phrase(page.openingPhrase[line]).words();
        int w = page.firstWord[line];
        while (page.isNumber(w)) {
            w++;
        }
        return w + words - 1;
    }

    /** The text between, without signs around it; null when nothing is left. */
    private @Nullable String trimmed(int from, int to) {
        while (from < to && !isPart(page.text[from], true)) {
            from++;
        }
        while (to > from && !isPart(page.text[to - 1], false)) {
            to--;
        }
        return from == to ? null : new String(page.text, from, to - from);
    }

    private static boolean isPart(char c, boolean first) {
        return switch (Glyph.of(c)) {
            case Glyph.LETTER, Glyph.LATIN, Glyph.DIGIT -> true;
            case Glyph.QUOTE, Glyph.AT, Glyph.HASH -> true;
            case Glyph.BRACKET_CLOSE, Glyph.NOTHING -> !first;
            default -> false;
        };
    }
}
