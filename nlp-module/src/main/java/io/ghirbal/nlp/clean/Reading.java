package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.text.ArabicNormalizer;
import io.ghirbal.nlp.text.ReadableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page with the role the model gave each line, and what to say of it. */
final class Reading {
    final Evidence evidence;
    final Page page;
    private final int[] states;

    Reading(Evidence evidence, int[] states) {
        this.evidence = evidence;
        this.page = evidence.page();
        this.states = states;
    }

    Role role(int line) {
        return States.role(states[line]);
    }

    @Nullable BoilerplateKind kind(int line) {
        return role(line).kind();
    }

    boolean removesAnything() {
        for (int state : states) {
            if (States.role(state).kind() != null) {
                return true;
            }
        }
        return false;
    }

    /** The blocks when the model removes nothing: lines that only look empty. */
    List<RemovedBlock> blocks() {
        return blocks(new float[page.count]);
    }

    /**
     * Runs of removed lines of one kind.
     *
     * @param margins how clearly the model decided each line
     */
    List<RemovedBlock> blocks(float[] margins) {
        List<RemovedBlock> blocks = new ArrayList<>();
        int line = 0;
        int number = 1;
        while (line < page.count) {
            addInvisible(number, page.number[line], blocks);
            BoilerplateKind kind = kindOfWholeLine(line);
            int last = lastPart(line);
            if (kind == null) {
                addParts(line, last, margins, blocks);
            } else {
                while (last + 1 < page.count && kindOfWholeLine(last + 1) == kind && !opensAnew(last + 1)) {
                    last = lastPart(last + 1);
                }
                blocks.add(RemovedBlock.lines(
                        page.number[line],
                        page.number[last],
                        kind,
                        reason(line, last),
                        confidence(line, last, margins)));
            }
            number = page.number[last] + 1;
            line = last + 1;
        }
        addInvisible(number, page.lines.count() + 1, blocks);
        return blocks;
    }

    /** The last part of the line of the text that begins with the part {@code line}. */
    private int lastPart(int line) {
        int last = line;
        while (last + 1 < page.count && page.continues(last + 1)) {
            last++;
        }
        return last;
    }

    /** The kind of the longest part of the line of the text that begins with the part; null when a part of it stays. */
    private @Nullable BoilerplateKind kindOfWholeLine(int line) {
        int last = lastPart(line);
        int longest = line;
        for (int part = line; part <= last; part++) {
            if (kind(part) == null) {
                return null;
            }
            longest = page.end[part] - page.start[part] > page.end[longest] - page.start[longest] ? part : longest;
        }
        return kind(longest);
    }

    /** The removed parts of a line that is otherwise kept. */
    private void addParts(int first, int last, float[] margins, List<RemovedBlock> blocks) {
        int lineStart = page.lines.start(page.number[first]);
        int part = first;
        while (part <= last) {
            BoilerplateKind kind = kind(part);
            int end = part;
            if (kind != null) {
                while (end < last && kind(end + 1) == kind && !opensAnew(end + 1)) {
                    end++;
                }
                blocks.add(RemovedBlock.inline(
                        page.number[part],
                        page.start[part] - lineStart,
                        page.end[end] - lineStart,
                        kind,
                        reason(part, end),
                        confidence(part, end, margins)));
            }
            part = end + 1;
        }
    }

    private static double confidence(int first, int last, float[] margins) {
        float margin = margins[first];
        for (int line = first + 1; line <= last; line++) {
            margin = Math.min(margin, margins[line]);
        }
        return confidence(margin);
    }

    /** Whether a block of links or a second article ends before the line, another of the same kind beginning there. */
    private boolean opensAnew(int line) {
        return role(line) == Role.LINKS_HEADING
                || (role(line) == Role.OTHER_TITLE && role(line - 1) != Role.OTHER_TITLE);
    }

    /** Lines of nothing but marks that do not print are not text, though they are not blank either. */
    private void addInvisible(int from, int to, List<RemovedBlock> blocks) {
        for (int n = from; n < to; n++) {
            if (!page.lines.isBlank(n)) {
                blocks.add(
                        RemovedBlock.lines(n, n, BoilerplateKind.OTHER, "holds only characters that do not print", 1));
            }
        }
    }

    private static double confidence(float margin) {
        return Math.round(1000 / (1 + Math.exp(-margin))) / 1000.0;
    }

    private String reason(int first, int last) {
        TemplateEntry repeated = evidence.template().at(first);
        if (repeated != null) {
            return reason(repeated);
        }
        String phrase = phrase(first);
        int links = last - first;
        LineHint hint = evidence.hints().at(page.number[first]);
        if (hint != null && hint.reason() != null && phrase == null) {
            return hint.reason() + (links == 0 ? "" : ", " + count(links + 1, "line"));
        }
        return switch (role(first)) {
            case LINKS_HEADING -> {
                String heading = phrase == null ? "a heading" : "the heading \"" + phrase + '"';
                yield links == 0
                        ? heading + " with no links under it"
                        : heading + " and " + count(links, "headline") + " of other stories under it";
            }
            case LINK ->
                phrase != null
                        ? "points to other stories: \"" + phrase + '"'
                        : links == 0
                                ? "the headline of another story"
                                : "headlines of other stories in a row, " + count(links + 1, "line");
            case INLINE_LINK ->
                phrase == null
                        ? "the headline of another story between paragraphs"
                        : "points to another story: \"" + phrase + '"';
            case OTHER_TITLE, OTHER_LEAD, OTHER_BODY ->
                "a second article with a headline of its own, " + count(links + 1, "line") + ", that "
                        + sharedWords(first, last);
            case DUPLICATE -> repetition(first);
            case DATE ->
                phrase == null ? "a date on a line of its own" : "says when it was published: \"" + phrase + '"';
            case BYLINE ->
                phrase != null
                        ? "names the author: \"" + phrase + '"'
                        : page.has(first, Page.EMAIL)
                                ? "the address of an author on a line of its own"
                                : "a name on a line of its own";
            case SOURCE ->
                phrase == null ? "names only where the text came from" : "names the source: \"" + phrase + '"';
            case CAPTION ->
                phrase == null
                        ? "reads as the caption of a picture"
                        : "belongs to a picture or a player: \"" + phrase + '"';
            case PROMO -> named(phrase, "invites to follow or subscribe");
            case SHARE -> named(phrase, "a button to share, print or save");
            case FEEDBACK -> named(phrase, "asks readers for an opinion or shows one");
            case NAVIGATION ->
                phrase == null || links > 0
                        ? links == 0
                                ? "a short line of the site, not of the article"
                                : "menu of the site, " + count(links + 1, "line")
                        : "part of the site's navigation: \"" + phrase + '"';
            case TAGS -> named(phrase, "key words of the article");
            case AD -> named(phrase, "an advertisement");
            case LEGAL -> named(phrase, "a notice on rights or liability");
            case OTHER -> named(phrase, "remains of the page, not text");
            case TITLE, BODY, RESUMED -> throw new IllegalStateException("kept line " + page.number[first]);
        };
    }

    private static String reason(TemplateEntry repeated) {
        String where = repeated.articles() == 0
                ? "as was entered for this outlet"
                : String.format(
                        Locale.ROOT, "in %d of %d articles of this outlet", repeated.articles(), repeated.sampled());
        return switch (repeated.form()) {
            case LINE -> "a line of the page, " + where;
            case LABEL, OPENING -> "opens with \"" + repeated.example() + "\", " + where;
            case CREDIT -> "ends with \"" + repeated.example() + "\", " + where;
            case HEADLINE -> "the headline of another article of this outlet";
        };
    }

    private static String named(@Nullable String phrase, String what) {
        return phrase == null ? what : what + ": \"" + phrase + '"';
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String repetition(int line) {
        int copy = evidence.repeated().copyOf(line);
        if (copy >= 0) {
            return "repeats line " + page.number[copy];
        }
        return evidence.title().isRelated(line) ? "repeats the headline" : "repeats a line next to it";
    }

    private String sharedWords(int first, int last) {
        double shared = evidence.sections().sharedWithStory(first, last);
        return shared < 0
                ? "follows the article"
                : String.format(Locale.ROOT, "shares %.0f%% of its words with the story above", 100 * shared);
    }

    /** The words of the line that a known phrase covers; null when it has none. */
    private @Nullable String phrase(int line) {
        if (page.opensWithPhrase(line)) {
            return page.phrase(page.openingPhrase[line]).text();
        }
        boolean inside = page.innerPhrase[line] != Page.NO_PHRASE && page.innerPlace(line) != Place.END;
        return inside ? page.phrase(page.innerPhrase[line]).text() : null;
    }

    /** The line, stripped of white space and marks that do not print at its ends. */
    String text(int line) {
        return text(page.start[line], page.end[line]);
    }

    /** What stands between, without what decoding left over. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (page.text[i] != ReadableText.NOTHING) {
                text.append(page.text[i]);
            }
        }
        return text.toString();
    }

    /** The line folded, to compare. */
    String folded(int line) {
        return ArabicNormalizer.fold(text(line));
    }
}
