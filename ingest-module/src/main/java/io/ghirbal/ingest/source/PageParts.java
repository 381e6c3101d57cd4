package io.ghirbal.ingest.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What an element of a page is by its name, its role and the words of its class and id: which part of the page it makes, whether it is
 * shown, and whether it begins a line. What most sites call their parts is a short list of words. One for each page; not thread-safe.
 */
final class PageParts {
    private static final Set<String> HIDDEN = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "head",
            "title",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "map",
            "select",
            "datalist",
            "option",
            "textarea",
            "input",
            "progress",
            "meter",
            "param",
            "source",
            "track",
            "link",
            "meta",
            "base",
            "noframes",
            "frameset",
            "rp");

    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "picture",
            "q",
            "rb",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "basefont",
            "blink",
            "o:p");

    /** What holds the whole page. */
    private static final Set<String> HOLDERS = Set.of("html", "body", "main");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> NAVIGATION = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "megamenu",
            "breadcrumb",
            "breadcrumbs",
            "crumbs",
            "topbar",
            "toolbar",
            "pagination",
            "pager",
            "pagenavi",
            "ticker",
            "newsticker",
            "share",
            "shares",
            "sharing",
            "sharebar",
            "sharebox",
            "social",
            "socials",
            "addtoany",
            "sharedaddy",
            "sharethis",
            "addthis",
            "skip",
            "masthead",
            "tags",
            "taglist",
            "keywords",
            "hashtags",
            "fontsize",
            "labels");

    private static final Set<String> ASIDE = Set.of(
            "sidebar",
            "sidebars",
            "related",
            "relatedposts",
            "recommended",
            "recommend",
            "recommendations",
            "mostread",
            "popular",
            "trending",
            "outbrain",
            "taboola",
            "mgid",
            "newsletter",
            "subscribe",
            "subscription",
            "promo",
            "promotion",
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adsbygoogle",
            "sponsored",
            "sponsor",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "popup",
            "modal",
            "latest",
            "readalso",
            "alsoread",
            "seealso",
            "morenews",
            "authorbox",
            "authorcard",
            "followus",
            "downloadapp",
            "nextprev",
            "rightbar",
            "leftbar",
            "onesignal");

    private static final Set<String> FOOTER = Set.of("footer", "copyright", "copyrights", "colophon");

    private static final Set<String> FORM = Set.of("search", "searchform", "login", "poll", "rating", "feedback");

    private static final Set<String> COMMENTS =
            Set.of("comments", "comment", "commentlist", "respond", "disqus", "replies", "commentform");

    private static final Set<String> CAPTION =
            Set.of("caption", "imagecaption", "imgcaption", "photocredit", "imagecredit", "credits");

    /** With one of these an author's name is a card about the author, not a byline. */
    private static final Set<String> CARD = Set.of("box", "bio", "card", "about", "profile");

    /** With one of these a header is that of the article. */
    private static final Set<String> OF_ARTICLE = Set.of(
            "article", "entry", "post", "story", "news", "content", "title", "single", "detail", "details", "section");

    /** Inside longer words too. */
    private static final List<String> ANYWHERE = List.of("breadcrumb", "sidebar", "related", "newsletter", "copyright");

    private static final Set<String> CONTENT = Set.of(
            "entry-content",
            "post-content",
            "post-body",
            "post_content",
            "article-body",
            "articlebody",
            "article-content",
            "article__body",
            "article__content",
            "articlecontent",
            "article-text",
            "articletext",
            "article_body",
            "article_content",
            "story-body",
            "storybody",
            "story-content",
            "td-post-content",
            "news-content",
            "newscontent",
            "news-body",
            "news-text",
            "newstext",
            "news_text",
            "single-content",
            "single-post-content",
            "post-text",
            "postcontent",
            "details-content",
            "news-details",
            "newsdetails",
            "body-content",
            "the-content",
            "content-body",
            "main-text",
            "maintext");

    /** Classes of page builders, whose words say nothing of what is in them. */
    private static final Pattern BUILDER = Pattern.compile(
            "(?:elementor|wp-block|vc_|et_pb|tag-|category-|post-[0-9]|type-|has-|no-|with-|without-|is-).*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)");
    private static final Set<String> FOR_READERS_ALOUD =
            Set.of("sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "screen-reader-only");

    /** Names that are looked at once; more are of a page that was made to have them. */
    private static final int MOST_NAMES = 10_000;

    /** A name of more words is made of a sentence, such as the headline that an anchor leads to. */
    private static final int MOST_WORDS_OF_NAME = 4;

    private final Map<String, Set<String>> wordsOfNames = new HashMap<>();

    static boolean isHidden(Element element) {
        return HIDDEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || (element.hasAttr("style")
                        && NOT_SHOWN.matcher(element.attr("style")).find())
                || (element.normalName().equals("dialog") && !element.hasAttr("open"))
                || (element.hasAttr("class") && FOR_READERS_ALOUD.stream().anyMatch(element::hasClass));
    }

    /** Whether the text of the element goes on in the line it stands in. */
    static boolean isInline(Element element) {
        return INLINE.contains(element.normalName());
    }

    static boolean isHeading(Element element) {
        return HEADINGS.contains(element.normalName());
    }

    /** Whether the site says that the article stands in the element. */
    static boolean isContent(Element element) {
        return isOneOf(element.attr("itemprop"), "articlebody")
                || (element.hasAttr("class") && element.classNames().stream().anyMatch(PageParts::isContentName))
                || isContentName(element.id());
    }

    private static boolean isContentName(String name) {
        return CONTENT.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isMain(Element element) {
        return element.normalName().equals("main") || element.attr("role").equalsIgnoreCase("main");
    }

    private static boolean isOneOf(String words, String word) {
        return !words.isEmpty()
                && List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).contains(word);
    }

    /** Whether readers wrote what is in the element: their words may be more than those of the article. */
    boolean isComments(Element element) {
        Set<String> words = words(element);
        return COMMENTS.stream().anyMatch(words::contains);
    }

    /**
     * The part of the page that the element makes by itself, wherever it stands; {@link LineKind#UNKNOWN} when it makes none.
     *
     * @param inParagraph whether it stands in a paragraph, where an inline element is a word of a sentence, whatever its class
     */
    LineKind partOf(Element element, boolean inParagraph) {
        if (inParagraph && isInline(element)) {
            return LineKind.UNKNOWN;
        }
        LineKind named = partByName(element);
        return named != LineKind.UNKNOWN || HOLDERS.contains(element.normalName()) ? named : byWords(words(element));
    }

    /** The part that the element makes by its name or its role, which mean the same on every site. */
    static LineKind partByName(Element element) {
        return switch (element.normalName()) {
            case "html", "body", "main" -> LineKind.UNKNOWN;
            case "nav", "menu", "header", "amp-sidebar", "amp-social-share" -> LineKind.NAVIGATION;
            case "aside", "amp-ad", "amp-embed", "amp-consent", "amp-user-notification", "dialog" -> LineKind.ASIDE;
            case "footer" -> LineKind.FOOTER;
            case "form", "button" -> LineKind.FORM;
            case "figcaption" -> LineKind.CAPTION;
            default -> byRole(element);
        };
    }

    private static LineKind byRole(Element element) {
        return switch (element.attr("role").toLowerCase(Locale.ROOT)) {
            case "navigation", "menu", "menubar", "toolbar", "banner" -> LineKind.NAVIGATION;
            case "complementary", "dialog", "alertdialog" -> LineKind.ASIDE;
            case "contentinfo" -> LineKind.FOOTER;
            case "search", "form" -> LineKind.FORM;
            default -> LineKind.UNKNOWN;
        };
    }

    private static LineKind byWords(Set<String> words) {
        if (words.isEmpty()) {
            return LineKind.UNKNOWN;
        }
        if (hasAny(words, COMMENTS) || hasAny(words, FORM)) {
            return LineKind.FORM;
        }
        if (hasAny(words, FOOTER)) {
            return LineKind.FOOTER;
        }
        if (hasAny(words, ASIDE) || (words.contains("author") && hasAny(words, CARD))) {
            return LineKind.ASIDE;
        }
        if (hasAny(words, NAVIGATION) || (words.contains("header") && !hasAny(words, OF_ARTICLE))) {
            return LineKind.NAVIGATION;
        }
        return hasAny(words, CAPTION) ? LineKind.CAPTION : LineKind.UNKNOWN;
    }

    private static boolean hasAny(Set<String> words, Set<String> known) {
        for (String word : words) {
            if (known.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> words(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return Set.of();
        }
        // the identifier of a heading is made of its words
        String names = isHeading(element) ? element.className() : element.className() + " " + element.id();
        return wordsOfNames.size() < MOST_NAMES
                ? wordsOfNames.computeIfAbsent(names, PageParts::wordsOf)
                : wordsOfNames.getOrDefault(names, Set.of());
    }

    /** The words of class and id, in small letters: of {@code postRelated-box} they are post, related, box and the whole. */
    private static Set<String> wordsOf(String names) {
        Set<String> words = new HashSet<>();
        for (String name : names.split("\\s+", -1)) {
            String small = name.toLowerCase(Locale.ROOT);
            if (small.isEmpty() || BUILDER.matcher(small).matches()) {
                continue;
            }
            String[] parts = BETWEEN_WORDS.split(name, -1);
            if (parts.length > MOST_WORDS_OF_NAME) {
                continue;
            }
            for (String word : parts) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
            words.add(small.replaceAll("[^a-z]", ""));
            for (String known : ANYWHERE) {
                if (small.contains(known)) {
                    words.add(known);
                }
            }
        }
        words.remove("");
        return words;
    }
}
