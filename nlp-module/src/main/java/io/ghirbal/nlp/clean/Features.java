package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The evidence the model weighs, by name and number. A group is a run of numbers of which a line has one, or some. */
@SuppressWarnings("EnumOrdinal") // features are numbered by kind and place; weights are stored by name
final class Features {
    private static final List<String> NAMES = new ArrayList<>();

    static final int ALWAYS = one("always");

    static final int WORDS = group("words", "0", "1", "2", "3", "4-5", "6-8", "9-12", "13-17", "18-25", "26-40", "41+");
    static final String[] SHAPES = {"short", "headline", "paragraph"};
    static final int CLOSING = product(
            "closes-with",
            new String[] {
                "letter", "digit", "stop", "question", "exclamation", "colon", "dots", "quote", "bracket", "other"
            },
            SHAPES);
    static final int OPENING = product(
            "opens-with",
            new String[] {
                "letter", "latin", "digit", "bullet", "dash", "quote", "bracket", "arrow", "hash-or-at", "other"
            },
            SHAPES);
    static final int FLAGS = product(
            "has",
            new String[] {
                "url",
                "email",
                "handle",
                "hashtag",
                "copyright",
                "markup",
                "clock",
                "numeric-date",
                "year",
                "gap",
                "dots-inside",
                "emoji",
                "no-letters"
            },
            new String[] {"few-words", "many-words"});
    static final int STOPS = product("stops-inside", new String[] {"0", "1", "2+"}, SHAPES);
    static final int COMMAS = product("commas", new String[] {"0", "1", "2+"}, SHAPES);
    static final int QUOTED = group("quotes", SHAPES);
    static final int COLON_EARLY = group("colon-after-few-words", SHAPES);
    static final int BARS = group("bars", "1", "2+");
    static final int DASHES = group("dash-in-a-short-line", "1", "2+");
    static final int LATIN = group("latin-words", "some", "most", "all");
    static final int NUMBERS = group("numbers-in-a-short-line", "some", "half", "all");
    static final int CLASS_SHARE = product("words-of", names(WordClass.values()), new String[] {"some", "half", "all"});
    static final int NAMED = group("names-cities-agencies", "half", "all");
    static final int FIRST_WORD =
            product("first-word", names(WordClass.values()), new String[] {"short", "headline", "paragraph"});
    static final int FIRST_AND = group("first-word-begins-with-waw", SHAPES);
    static final int FIRST_ARTICLE = group("first-word-has-article", SHAPES);
    static final int PRESENT_VERB = group("present-verb-early", SHAPES);
    static final int DATELINE = group("dateline", SHAPES);
    static final int PHRASE = product("phrase", names(Page.Place.values()), names(BoilerplateKind.values()));
    static final int PHRASE_ANY = group("any-phrase", names(Page.Place.values()));
    static final int FORM = product("form", names(LineForm.values()), SHAPES);
    static final int MENU = group("menu-words", "some", "most", "nearly-all", "all");
    static final int TITLE =
            product("title", new String[] {"same", "nearly", "within", "holds-it", "part-of-it"}, new String[] {
                "first-time", "again"
            });
    static final int TITLE_KEYS = product("shares-with-title", new String[] {"0", "1", "2", "3+"}, SHAPES);
    static final int TITLE_KNOWN = group("title-known", "given", "guessed", "none");
    static final int REPEATS =
            product("repeats-earlier-line", new String[] {"1-3-words", "4-8-words", "9+-words"}, new String[] {
                "before-text", "in-text", "after-text"
            });
    static final int PARAGRAPH_AGAIN = one("repeats-earlier-paragraph");
    static final int REPEATED = group("repeated-later", "1-3-words", "4-8-words", "9+-words");
    static final int OFTEN = group("stands-three-times", SHAPES);
    static final int FROM_START = product("from-start", new String[] {"1", "2", "3", "4-6"}, SHAPES);
    static final int FROM_END = product("from-end", new String[] {"1", "2", "3", "4-6"}, SHAPES);
    static final int PARAGRAPHS_BEFORE = product("paragraphs-before", new String[] {"0", "1", "2-3", "4+"}, SHAPES);
    static final int PARAGRAPHS_AFTER = product("paragraphs-after", new String[] {"0", "1", "2-3", "4+"}, SHAPES);
    static final int BETWEEN = product("paragraphs-around", new String[] {"none", "before", "after", "both"}, SHAPES);
    static final String[] NEIGHBOURS = {"edge", "short", "headline", "paragraph"};
    static final int TRIPLE = product("between", pairs(NEIGHBOURS, NEIGHBOURS), SHAPES);
    static final int PREVIOUS_PHRASE = product("after-phrase", names(BoilerplateKind.values()), SHAPES);
    static final int NEXT_PHRASE = product("before-phrase", names(BoilerplateKind.values()), SHAPES);
    static final int RUN =
            product("run-without-paragraph", new String[] {"1", "2", "3-4", "5-9", "10-19", "20+"}, SHAPES);
    static final int UNDER_HEADING = product("lines-under-heading", new String[] {"1", "2-5", "6+"}, SHAPES);
    static final int BLOCK = product("block-under-heading", new String[] {"0", "1", "2", "3-5", "6+"}, SHAPES);
    static final int AFTER_BLOCK = product(
            "paragraph-after-block", new String[] {"0", "1", "2", "3-5", "6+"}, new String[] {"goes-on", "starts-anew"
            });
    static final int LISTED = group("list-opened-by-colon", SHAPES);
    static final int UNDER_COLON = group("in-run-opened-by-colon", SHAPES);
    static final int FIXTURE = group("one-of-three-lines-in-two-parts", SHAPES);
    static final int LONE = product("lone-lines-between-paragraphs", new String[] {"1", "2-3", "4+"}, SHAPES);
    static final int LIST = product("list-item", new String[] {"first", "inside", "last"}, SHAPES);
    static final int COUNTED = group("numbered-in-order", SHAPES);
    static final String[] RATIOS = {"0", "1-8%", "8-15%", "15-25%", "25-40%", "40%+"};
    static final int STORY = product("known-from-before-heading", RATIOS, SHAPES);
    static final int SEGMENT = product(
            "section-known-from-before-heading",
            pairs(
                    new String[] {"0-2%", "2-4%", "4-7%", "7-10%", "10-15%", "15-25%", "25%+"},
                    new String[] {"1", "2-3", "4+"}),
            new String[] {"goes-on", "starts-anew"});
    static final int SEGMENT_LINE = product(
            "line-of-section-known-from-before-heading",
            new String[] {"0-2%", "2-4%", "4-7%", "7-10%", "10-15%", "15-25%", "25%+"},
            SHAPES);
    static final int PAIRS = product("word-pairs-from-before-heading", new String[] {"0", "1", "2+"}, SHAPES);
    static final int APART =
            product("paragraphs-in-a-row-apart-from-the-story", new String[] {"1", "2", "3+"}, new String[] {
                "inside", "to-the-end"
            });
    static final int SEEN = product("known-from-above", RATIOS, SHAPES);
    static final int REST = group("rest-known-from-above", RATIOS);
    static final int NEXT_KEYS = product("shares-with-next-paragraph", new String[] {"0", "1", "2+"}, SHAPES);
    static final int HEADS_NEXT =
            product("heads-what-follows", new String[] {"0", "1-15%", "15-30%", "30-50%", "50%+"}, new String[] {
                "above-heading", "below-heading"
            });
    static final int HEADS_MORE =
            product("knows", new String[] {"text-below", "text-above", "both-alike"}, new String[] {
                "above-heading", "below-heading"
            });
    /** A headline under a heading and the paragraph under that headline: do they tell another story, or does the article go on? */
    static final int SECOND = product(
            "headline-names-paragraph/section-known",
            pairs(
                    pairs(new String[] {"0-12%", "12-30%", "30%+"}, new String[] {"0-4%", "4-10%", "10%+"}),
                    new String[] {"goes-on", "starts-anew"}),
            new String[] {"headline", "paragraph"});

    static final int LAST_KEYS = product("shares-with-line-above", new String[] {"0", "1", "2+"}, SHAPES);
    static final int PAGE =
            product("page", new String[] {"no-paragraph", "1-paragraph", "2-4-paragraphs", "5+-paragraphs"}, SHAPES);
    static final int HEADLINES_NEAR = product("headlines-near", new String[] {"0", "1", "2-3", "4+"}, SHAPES);
    static final int NEAR_COPY = group("words-of-it-in-a-row", "above", "below");
    static final int DUMP = group("page-mostly-menu", SHAPES);
    static final int ALONE = one("only-line");
    static final int SOURCE_BEFORE = group("after-source-line", SHAPES);

    static final int COUNT = NAMES.size();
    private static final String[] NAME = NAMES.toArray(String[]::new);

    private Features() {}

    static String name(int feature) {
        return NAME[feature];
    }

    private static int one(String name) {
        NAMES.add(name);
        return NAMES.size() - 1;
    }

    private static int group(String name, String... values) {
        int first = NAMES.size();
        for (String value : values) {
            NAMES.add(name + '=' + value);
        }
        return first;
    }

    private static int product(String name, String[] values, String[] also) {
        return group(name, pairs(values, also));
    }

    private static String[] pairs(String[] values, String[] also) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(also).map(more -> value + '/' + more))
                .toArray(String[]::new);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(v -> v.name().toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new);
    }
}
