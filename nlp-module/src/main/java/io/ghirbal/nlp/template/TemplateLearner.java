package io.ghirbal.nlp.template;

import io.ghirbal.nlp.text.ArabicNormalizer;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns from articles of one outlet what it puts round them: lines, labels and credits that many different articles have, at their edge
 * and not between their paragraphs. What it answers depends on the articles and on their order only where there are more different lines
 * than it keeps. Not thread-safe.
 */
public final class TemplateLearner {
    /** Of fewer articles nothing is learned. */
    public static final int FEWEST_ARTICLES = 20;

    private static final int FEWEST_WITH_LINE = 5;
    private static final double LEAST_SHARE_OF_LINE = 0.0025;
    private static final int FEWEST_WITH_PART = 8;
    private static final double LEAST_SHARE_OF_PART = 0.01;
    /** A sentence with its full stop, or a line between paragraphs, is the template's only when so large a part of the articles has it. */
    private static final double COMMON = 0.2;

    private static final double COMMON_AT_EDGE = 0.03;

    private static final double AT_EDGE = 0.8;
    private static final double LEAST_SHARE_OF_OPENING = 0.02;
    private static final double ALWAYS = 0.97;
    private static final double MOSTLY = 0.8;
    private static final double NEARLY_ALWAYS = 0.9;
    private static final int MOST_SHORT = 12;
    private static final int FEWEST_OF_HEADLINE = 5;
    /** Characters from which on a line is a paragraph. */
    private static final int PARAGRAPH = 120;

    private static final int FIRST_LINES = 2;
    private static final int LAST_LINES = 3;
    /** Different lines and parts of lines that are counted; when there are more, those met once are forgotten. */
    private static final int MOST_COUNTED = 1 << 18;
    /** Entries of a form that are kept, those of most articles. */
    private static final int MOST_ENTRIES = 400;

    private static final Set<String> NEVER = never();

    private final Map<TemplateForm, Map<Long, Count>> counts = new EnumMap<>(TemplateForm.class);
    private final Set<Long> titles = new HashSet<>();
    private int articles;

    /** How often a line or a part of one was met, and where. */
    private static final class Count {
        final String example;
        int lastArticle;
        int articles;
        int atEdge;
        int behindText;
        int stopped;
        int alone;
        /** How often it was met once more in an article that had it already. */
        int again;

        Count(String example) {
            this.example = example;
        }
    }

    /**
     * Where a line stands.
     *
     * @param edge before the first paragraph, behind the last, or among the first or last lines
     * @param behind behind the last paragraph, or the last of all
     * @param stopped whether it closes as a sentence does
     */
    private record Place(boolean edge, boolean behind, boolean stopped) {}

    /** One that has seen no article yet. */
    public TemplateLearner() {
        for (TemplateForm form : TemplateForm.values()) {
            counts.put(form, new HashMap<>());
        }
    }

    private static Set<String> never() {
        Set<String> never = new HashSet<>();
        for (String line : ResourceLines.of(TemplateLearner.class, "never.txt")) {
            never.add(FoldedLine.fold(line));
        }
        return never;
    }

    /** How many articles it has seen. */
    public int articles() {
        return articles;
    }

    /**
     * Takes an article.
     *
     * @param title its headline; null when none is known
     * @param text its raw text
     */
    public void add(@Nullable String title, String text) {
        articles++;
        long titleHash = 0;
        if (title != null) {
            char[] letters = title.toCharArray();
            titleHash = FoldedLine.hash(letters, 0, letters.length);
            if (FoldedLine.words(letters, 0, letters.length) >= FEWEST_OF_HEADLINE) {
                titles.add(titleHash);
            }
        }
        TextLines lines = TextLines.of(text);
        char[] letters = ReadableText.of(text).characters();
        List<int[]> filled = filled(lines, letters);
        int firstParagraph = filled.size();
        int lastParagraph = -1;
        for (int i = 0; i < filled.size(); i++) {
            if (filled.get(i)[1] - filled.get(i)[0] >= PARAGRAPH) {
                firstParagraph = Math.min(firstParagraph, i);
                lastParagraph = i;
            }
        }
        for (int i = 0; i < filled.size(); i++) {
            int from = filled.get(i)[0];
            int to = filled.get(i)[1];
            boolean behind = i > lastParagraph || i == filled.size() - 1;
            boolean edge = behind || i < firstParagraph || i < FIRST_LINES || i >= filled.size() - LAST_LINES;
            if (to - from <= FoldedLine.LONGEST) {
                Place place = new Place(edge, behind, FoldedLine.endsWithStop(letters, from, to));
                countLine(letters, from, to, titleHash, place);
                countParts(letters, from, to, place);
                countOpenings(letters, from, to, place);
            }
        }
        if (counts.values().stream().mapToInt(Map::size).sum() > MOST_COUNTED) {
            counts.values().forEach(known -> known.values().removeIf(count -> count.articles == 1));
        }
    }

    private static List<int[]> filled(TextLines lines, char[] letters) {
        List<int[]> filled = new ArrayList<>();
        for (int number = 1; number <= lines.count(); number++) {
            int from = lines.start(number);
            int to = lines.end(number);
            while (from < to && isBlank(letters[from])) {
                from++;
            }
            while (to > from && isBlank(letters[to - 1])) {
                to--;
            }
            if (from < to) {
                filled.add(new int[] {from, to});
            }
        }
        return filled;
    }

    private static boolean isBlank(char c) {
        return c == ReadableText.NOTHING || ArabicNormalizer.isSpace(c);
    }

    private void countLine(char[] text, int from, int to, long title, Place place) {
        long hash = FoldedLine.hash(text, from, to);
        if (hash != title) {
            count(TemplateForm.LINE, hash, text, from, to, place, true);
        }
    }

    private void countParts(char[] text, int from, int to, Place place) {
        boolean shortLine = !place.stopped() && to - from < PARAGRAPH && FoldedLine.words(text, from, to) <= MOST_SHORT;
        int end = FoldedLine.labelEnd(text, from, to);
        if (end >= 0) {
            boolean alone = shortLine && FoldedLine.words(text, end, to) <= OutletTemplate.MOST_BESIDE;
            count(TemplateForm.LABEL, FoldedLine.hash(text, from, end), text, from, end, place, alone);
        }
        int start = FoldedLine.creditStart(text, from, to);
        if (start >= 0) {
            boolean alone = shortLine && FoldedLine.words(text, from, start) <= OutletTemplate.MOST_BESIDE;
            count(TemplateForm.CREDIT, FoldedLine.hash(text, start, to), text, start, to, place, alone);
        }
    }

    /** Only what some line behind an article opens with is counted; that, wherever it stands. */
    private void countOpenings(char[] text, int from, int to, Place place) {
        for (int words = 1; words <= OutletTemplate.MOST_OPENING_WORDS; words++) {
            int end = FoldedLine.openingEnd(text, from, to, words);
            if (end < 0) {
                return;
            }
            long hash = FoldedLine.hash(text, from, end);
            if ((place.behind() && !place.stopped()) || of(TemplateForm.OPENING).containsKey(hash)) {
                count(TemplateForm.OPENING, hash, text, from, end, place, false);
            }
        }
    }

    private void count(TemplateForm form, long hash, char[] text, int from, int to, Place place, boolean alone) {
        if (hash == 0) {
            return;
        }
        Count count = of(form).computeIfAbsent(hash, key -> new Count(new String(text, from, to - from)));
        if (count.lastArticle == articles) {
            count.again++;
            return;
        }
        count.lastArticle = articles;
        count.articles++;
        count.atEdge += place.edge() ? 1 : 0;
        count.behindText += place.behind() ? 1 : 0;
        count.stopped += place.stopped() ? 1 : 0;
        count.alone += alone ? 1 : 0;
    }

    private Map<Long, Count> of(TemplateForm form) {
        return Objects.requireNonNull(counts.get(form));
    }

    /**
     * What repeats, by form, and by articles, the most first. Empty when there were too few articles to tell. Of the parts of one line that
     * is always the same, the line alone is told.
     */
    public List<TemplateEntry> entries() {
        List<TemplateEntry> entries = new ArrayList<>();
        if (articles >= FEWEST_ARTICLES) {
            for (TemplateForm form : TemplateForm.values()) {
                Map<Long, Count> known = of(form == TemplateForm.HEADLINE ? TemplateForm.LINE : form);
                known.entrySet().stream()
                        .filter(line -> passes(form, line.getKey(), line.getValue()))
                        .map(line -> entry(form, line.getValue()))
                        .filter(entry -> !NEVER.contains(entry.text()))
                        .sorted(Comparator.comparingInt(TemplateEntry::articles)
                                .reversed()
                                .thenComparing(TemplateEntry::text))
                        .limit(MOST_ENTRIES)
                        .forEach(entries::add);
            }
        }
        return withoutPartsOfOthers(entries);
    }

    private static List<TemplateEntry> withoutPartsOfOthers(List<TemplateEntry> entries) {
        return entries.stream()
                .filter(part -> entries.stream().noneMatch(whole -> isPartOf(part, whole)))
                .toList();
    }

    private static boolean isPartOf(TemplateEntry part, TemplateEntry whole) {
        boolean begins = whole.text().startsWith(part.text() + ' ');
        boolean ends = whole.text().endsWith(' ' + part.text());
        boolean inside = switch (part.form()) {
            case LINE, HEADLINE -> false;
            case LABEL -> whole.form() == TemplateForm.LINE && begins;
            case CREDIT -> whole.form() == TemplateForm.LINE && ends;
            case OPENING -> (whole.form() == TemplateForm.LINE || whole.form() == TemplateForm.OPENING) && begins;
        };
        return inside && whole.articles() >= MOSTLY * part.articles();
    }

    private TemplateEntry entry(TemplateForm form, Count count) {
        return new TemplateEntry(form, FoldedLine.fold(count.example), count.example.strip(), count.articles, articles);
    }

    private boolean passes(TemplateForm form, long hash, Count count) {
        return switch (form) {
            case LINE -> isLine(count);
            case LABEL, CREDIT -> isPart(form, count);
            case OPENING -> isOpening(count);
            case HEADLINE -> titles.contains(hash) && !isLine(count);
        };
    }

    private boolean isLine(Count count) {
        double share = (double) count.articles / articles;
        boolean sentence = count.stopped * 2 > count.articles;
        return count.articles >= FEWEST_WITH_LINE
                // a refrain is the author's
                && count.again * 2 <= count.articles
                && (share >= COMMON
                        || (count.atEdge >= AT_EDGE * count.articles
                                && share >= (sentence ? COMMON_AT_EDGE : LEAST_SHARE_OF_LINE)));
    }

    private boolean isPart(TemplateForm form, Count count) {
        double share = (double) count.articles / articles;
        boolean lastLabel = form == TemplateForm.LABEL
                && share >= OutletTemplate.EVERYWHERE
                && count.behindText >= NEARLY_ALWAYS * count.articles;
        return count.articles >= FEWEST_WITH_PART
                && share >= LEAST_SHARE_OF_PART
                && count.stopped * 10 <= count.articles
                && count.atEdge >= NEARLY_ALWAYS * count.articles
                && (count.alone >= NEARLY_ALWAYS * count.articles || lastLabel);
    }

    private boolean isOpening(Count count) {
        return count.articles >= FEWEST_WITH_PART
                && count.articles >= LEAST_SHARE_OF_OPENING * articles
                && count.behindText >= ALWAYS * count.articles
                && count.stopped <= (1 - ALWAYS) * count.articles;
    }
}
