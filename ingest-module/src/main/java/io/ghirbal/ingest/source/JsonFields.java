package io.ghirbal.ingest.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which JSON fields, or columns of a table, hold what. Of several names the first that has a value counts. Names are compared without
 * regard to case, underscores, hyphens and blanks: {@code pub_date} is {@code pubDate}. Immutable.
 */
public final class JsonFields {
    /** What a field can hold. */
    public enum Meaning {
        /** The identifier. */
        ID("id _id guid uuid article_id stories_id doc_id"),
        /** The address. */
        URL("url link canonical_url article_url page_url source_url original_url permalink href uri"),
        /** The outlet. */
        OUTLET(
                "outlet source site site_name outlet_name publisher newspaper media_name source_name news_source source_hostname hostname"
                        + " source_domain domain host website media_url"),
        /** The title. */
        TITLE("title headline article_title news_title"),
        /** The author, or several. */
        AUTHOR("author authors byline article_author writer creator"),
        /** The date of publication, with the time where there is one. */
        PUBLISHED(
                "date published date_publish publish_date date_published published_at published_date pub_date publication_date"
                        + " publish_time published_time datetime timestamp"),
        /** Key words. */
        TAGS("tags keywords news_keywords"),
        /** The text. */
        TEXT(
                "text body content maintext article_text article_body full_text article_content article raw_text news_text story plain_text");

        private final String usual;

        /** @param usual names, best first, with blanks between them */
        Meaning(String usual) {
            this.usual = usual;
        }

        /** In small letters, as an option names it. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The one with this title.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Meaning of(String title) {
            return valueOf(title.toUpperCase(Locale.ROOT));
        }
    }

    /** The names that scrapers and collections of news use: trafilatura, news-please, newspaper, Scrapy, Media Cloud. */
    public static final JsonFields USUAL = new JsonFields(Map.of());

    private final Map<Meaning, Set<String>> names = new EnumMap<>(Meaning.class);
    private final Map<Meaning, List<String>> told = new EnumMap<>(Meaning.class);
    private final Map<Meaning, List<String>> chosen;

    private JsonFields(Map<Meaning, List<String>> chosen) {
        this.chosen = Collections.unmodifiableMap(chosen);
        for (Meaning meaning : Meaning.values()) {
            List<String> given = chosen.getOrDefault(meaning, List.of(meaning.usual.split(" ", -1)));
            Set<String> folded = new LinkedHashSet<>();
            given.forEach(name -> folded.add(fold(name)));
            names.put(meaning, folded);
            told.put(meaning, List.copyOf(given));
        }
    }

    /**
     * The usual names, but those of {@code chosen} for what it has.
     *
     * @throws IllegalArgumentException when there is a meaning without a name
     */
    public static JsonFields of(Map<Meaning, List<String>> chosen) {
        Map<Meaning, List<String>> names = new EnumMap<>(Meaning.class);
        chosen.forEach((meaning, given) -> {
            if (given.isEmpty() || given.stream().anyMatch(name -> fold(name).isEmpty())) {
                throw new IllegalArgumentException("Name at least one field for the %s.".formatted(meaning.title()));
            }
            names.put(meaning, new ArrayList<>(given));
        });
        return new JsonFields(names);
    }

    /** The names that were chosen in place of the usual ones, for what they were chosen for. */
    Map<Meaning, List<String>> chosen() {
        return chosen;
    }

    /** The names for {@code meaning}, folded, best first. */
    Set<String> names(Meaning meaning) {
        return Objects.requireNonNull(names.get(meaning));
    }

    /** The names for {@code meaning} as they were given, best first. */
    List<String> told(Meaning meaning) {
        return Objects.requireNonNull(told.get(meaning));
    }

    /** What is left of a name when it is compared. */
    static String fold(String name) {
        int plain = 0;
        while (plain < name.length() && name.charAt(plain) >= 'a' && name.charAt(plain) <= 'z') {
            plain++;
        }
        if (plain == name.length()) {
            return name;
        }
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && !Character.isWhitespace(c) && c != '\uFEFF') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
