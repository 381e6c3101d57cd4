package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads title, day, source and author off the lines that say them. What is not said plainly stays null. */
final class MetadataReader {
    /** A dateline ends within so many characters of its paragraph. */
    private static final int LONGEST_DATELINE = 80;

    private static final int LONGEST_NAME = 60;
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
                title, titleLine < 0 ? 0 : page.number[titleLine], publishedOn(), attribution(), author());
    }

    /** The kept line that is the headline; -1 when none is. */
    private int titleLine() {
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) == Role.TITLE) {
                return i;
            }
        }
        if (!reading.evidence.titleGiven) {
            return -1;
        }
        for (int i = 0; i < page.count; i++) {
            int relation = reading.evidence.titleRelation[i];
            boolean close = relation != 0 && (relation - 1) / 2 <= 1;
            if (close && reading.kind(i) == null && reading.evidence.shape[i] != Evidence.PARAGRAPH) {
                return i;
            }
        }
        return -1;
    }

    /** The first day a date line gives, a line on the last change only for want of another; else the day of the dateline. */
    private @Nullable LocalDate publishedOn() {
        LocalDate changed = null;
        for (int i = 0; i < page.count; i++) {
            if (reading.role(i) != Role.DATE) {
                continue;
            }
            LocalDate day = PublicationDate.parse(reading.text(i));
            if (day != null && !isChange(i)) {
                return day;
            }
            changed = changed == null ? day : changed;
        }
        if (changed != null) {
            return changed;
        }
        for (RemovedBlock span : removed.inline()) {
            LocalDate day = span.kind() == BoilerplateKind.DATE ? PublicationDate.parse(removed.textOf(span)) : null;
            if (day != null) {
                return day;
            }
        }
        return dateline();
    }

    /** Whether the line begins with the word of a change: "updated", "last modified". */
    private boolean isChange(int line) {
        if (page.openingPhrase[line] == Page.NO_PHRASE) {
            return false;
        }
        String phrase = io.ghirbal.nlp.text.Letters.fold(
                page.phrase(page.openingPhrase[line]).text());
        return phrase.contains("تحديث")
                || phrase.contains("تعديل")
                || phrase.startsWith("update")
                || phrase.startsWith("last");
    }

    /** The day in "Cairo, 28 November 2016: ...", at the head of the first paragraph. */
    private @Nullable LocalDate dateline() {
        for (int i = 0; i < page.count; i++) {
            if (reading.kind(i) != null || reading.evidence.shape[i] != Evidence.PARAGRAPH) {
                continue;
            }
            if ((page.wordBits[page.firstWord[i]] & WordClass.CITY.bit()) == 0) {
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
            int bits = page.wordBits[w];
            if (glyph == Glyph.DIGIT || (bits & (WordClass.CITY.bit() | WordClass.AGENCY.bit())) != 0) {
                return false;
            }
            name |= (bits & WordClass.NAME.bit()) != 0 || glyph == Glyph.LATIN;
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
        while (Glyph.of(page.text[page.wordStart[w]]) == Glyph.DIGIT) {
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
