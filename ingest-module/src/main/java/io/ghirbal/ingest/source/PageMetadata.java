package io.ghirbal.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself, to machines before what it shows to people: JSON-LD, the properties of Open Graph, {@code <meta>}, then
 * {@code <h1>}, {@code <title>}, {@code <time>} and {@code rel=author}.
 */
final class PageMetadata {
    private static final Pattern BETWEEN_TAGS = Pattern.compile("\\s*[,،;؛|]\\s*");
    private static final Pattern BEFORE_SITE = Pattern.compile("\\s+[-–—|:•·]+\\s+");
    private static final Pattern HAS_DAY = Pattern.compile(".*[0-9\u0660-\u0669\u06F0-\u06F9].*", Pattern.DOTALL);
    private static final Set<String> BESIDE = Set.of("aside", "footer", "nav");
    private static final int MOST_META = 2_000;
    private static final int MOST_TAGS = 100;
    private static final int MOST_CHARACTERS = 2_000;

    private final Document document;
    private final Map<String, List<String>> meta = new HashMap<>();
    private final @Nullable String canonical;
    private final LinkedData data;

    private PageMetadata(Document document) {
        this.document = document;
        int count = 0;
        for (Element element : document.getElementsByTag("meta")) {
            if (++count > MOST_META) {
                break;
            }
            String content = kept(element.attr("content"));
            for (String attribute : List.of("property", "name", "itemprop")) {
                String name = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (content != null && !name.isEmpty()) {
                    meta.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
                }
            }
        }
        canonical = findCanonical();
        data = LinkedData.of(document, canonical);
    }

    static PageMetadata of(Document document) {
        return new PageMetadata(document);
    }

    /** Its own address; null when it names none that is a page's. */
    @Nullable String canonical() {
        return canonical;
    }

    private @Nullable String findCanonical() {
        for (Element link : document.getElementsByTag("link")) {
            if (link.attr("rel").strip().equalsIgnoreCase("canonical") && isPage(link.absUrl("href"))) {
                return kept(link.absUrl("href"));
            }
        }
        String said = first("og:url", "twitter:url");
        return said != null && isPage(said) ? said : null;
    }

    private static boolean isPage(String address) {
        return address.regionMatches(true, 0, "http", 0, 4) && OutletHost.hasPath(address);
    }

    /** The headline, without the name of the site behind it. */
    @Nullable String title() {
        String title = kept(data.text("headline"));
        if (title == null) {
            title = first("og:title", "twitter:title");
        }
        String heading = heading();
        if (title == null) {
            title = heading == null ? kept(document.title()) : heading;
        }
        if (title == null) {
            return null;
        }
        // site names in titles come and go; what is above the article is its headline
        return heading != null && heading.length() < title.length() && title.startsWith(heading)
                ? heading
                : withoutSite(title);
    }

    private @Nullable String heading() {
        for (Element heading : document.getElementsByTag("h1")) {
            String text = isBeside(heading) ? null : kept(heading.text());
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String withoutSite(String title) {
        String site = siteName();
        if (site == null || !title.endsWith(site)) {
            return title;
        }
        String before = title.substring(0, title.length() - site.length());
        var between = BEFORE_SITE.matcher(before);
        int end = -1;
        while (between.find()) {
            end = between.end() == before.length() ? between.start() : end;
        }
        return end <= 0 ? title : title.substring(0, end);
    }

    /** The name of the site; null when it says none. */
    @Nullable String siteName() {
        String name = first("og:site_name", "application-name");
        return name != null && name.length() <= SourceDocument.MAX_OUTLET_LENGTH ? name : null;
    }

    /** The author, or several with commas between them; addresses of profiles are none. */
    @Nullable String author() {
        Set<String> names = new LinkedHashSet<>(data.texts("author"));
        if (names.isEmpty()) {
            names.addAll(all("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"));
        }
        if (names.isEmpty()) {
            for (Element element : document.select("[rel=author], [itemprop=author]")) {
                if (!isBeside(element) && !element.normalName().equals("meta")) {
                    names.add(element.text().strip());
                    break;
                }
            }
        }
        names.removeIf(name -> kept(name) == null || OutletHost.isAddress(name));
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** When it was published, as it writes it. */
    @Nullable String published() {
        String date = day(data.text("datePublished", "dateCreated", "uploadDate"));
        if (date == null) {
            date = day(first(
                    "article:published_time",
                    "og:article:published_time",
                    "article:published",
                    "datepublished",
                    "og:published_time",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "pubdate",
                    "parsely-pub-date",
                    "sailthru.date",
                    "dc.date.issued",
                    "dcterms.created",
                    "dc.date",
                    "date"));
        }
        return date == null ? time() : date;
    }

    /** The time that the article is marked with: one that says it is that of publication, else the first. */
    private @Nullable String time() {
        String found = null;
        for (Element time : document.getElementsByTag("time")) {
            String day = day(kept(time.attr("datetime")));
            if (day == null || isBeside(time)) {
                continue;
            }
            if (time.hasAttr("pubdate")
                    || time.attr("itemprop").equalsIgnoreCase("datePublished")
                    || time.hasClass("published")) {
                return day;
            }
            found = found == null ? day : found;
        }
        return found;
    }

    private static @Nullable String day(@Nullable String date) {
        String kept = kept(date);
        return kept != null && HAS_DAY.matcher(kept).matches() ? kept : null;
    }

    private static boolean isBeside(Element element) {
        for (Element above = element; above != null; above = above.parent()) {
            if (BESIDE.contains(above.normalName())) {
                return true;
            }
        }
        return false;
    }

    /** Key words, in their order. */
    List<String> tags() {
        for (List<String> found :
                List.of(all("article:tag"), data.texts("keywords"), all("news_keywords"), all("keywords"))) {
            Set<String> tags = new LinkedHashSet<>();
            for (String line : found) {
                BETWEEN_TAGS.splitAsStream(line).map(String::strip).forEach(tags::add);
            }
            tags.removeIf(tag -> kept(tag) == null);
            if (!tags.isEmpty()) {
                return tags.stream().limit(MOST_TAGS).toList();
            }
        }
        return List.of();
    }

    /** The text of the article, for a page that shows it by a script; null when there is none. */
    @Nullable String body() {
        String body = data.text("articleBody");
        if (body == null || TextDecoder.flaw(body) != null) {
            return null;
        }
        // some write the markup of the article into it
        return body.indexOf('<') < 0
                ? Parser.unescapeEntities(body, false)
                : org.jsoup.Jsoup.parse(body, "", Parser.htmlParser()).wholeText();
    }

    /** What else is worth keeping, as a JSON object; null when there is nothing. */
    @Nullable String extra() {
        Map<String, @Nullable String> others = new LinkedHashMap<>();
        Element html = document.selectFirst("html");
        others.put("language", html == null ? null : kept(html.attr("lang")));
        others.put(
                "section",
                data.text("articleSection") == null ? first("article:section") : data.text("articleSection"));
        others.put(
                "modified",
                data.text("dateModified") == null ? first("article:modified_time") : data.text("dateModified"));
        others.put("description", first("og:description", "description"));
        others.put("site", siteName());
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        others.forEach((name, value) -> {
            String kept = kept(value);
            if (kept != null) {
                fields.put(name, FieldValue.string(kept));
            }
        });
        return fields.isEmpty() ? null : JsonRecord.write(fields);
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            for (String value : meta.getOrDefault(name, List.of())) {
                return value;
            }
        }
        return null;
    }

    private List<String> all(String... names) {
        for (String name : names) {
            List<String> values = meta.getOrDefault(name, List.of()).stream()
                    .filter(value -> !OutletHost.isAddress(value))
                    .toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    /** A value on one line; null when it is blank, too long to be meant, or cannot be kept. */
    private static @Nullable String kept(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() > MOST_CHARACTERS || TextDecoder.isBlank(line) || TextDecoder.flaw(line) != null
                ? null
                : line;
    }
}
