package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code publication}: joins the documents that are looks of one page. A batch of documents that were not looked at is taken
 * together with all that one of them could be a look of, and their publications are made anew: so the order of the batches has no influence,
 * and what was not touched is not read.
 */
class Publications {
    private static final int BATCH = 1_000;

    /** Texts at one address that are compared; an address with more is not that of a page. */
    private static final int MOST_VERSIONS = 30;

    /** What a document that is to be looked at lacks is its key of the text. Without an analysis it is no look of anything. */
    private static final String WAITING = """
            select d.id from document d left join article_analysis y on y.article_id = d.article_id
            where d.text_key is null and (y.text_digest is not null or d.publication_id is not null)
            fetch first :batch rows only
            """;

    private static final String LOOKS = """
            select d.id, d.article_id, y.text_digest, d.outlet, d.url, d.title, d.published, d.source, d.record, d.run_id,
                y.title as analysed_title, y.published_on, d.publication_id
            from document d left join article_analysis y on y.article_id = d.article_id
            where d.%s in (:keys)
            """;

    private static final Table<Publication> PUBLICATIONS = new Table<>(
            "publication",
            "id, article_id, text_id, outlet, url, title, published_on, published_at, source, record, first_run_id, last_run_id, documents",
            Publication::row);

    private static final Table<String> UNPLACED =
            new Table<>("unplaced_article", "article_id, analysed", id -> RowInserts.row(id, false));

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final RowInserts inserts;
    private final PageVersions versions;

    Publications(JdbcTemplate jdbc, RowInserts inserts) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
        this.inserts = inserts;
        this.versions = new PageVersions(database);
    }

    /** Has the documents looked at again whose articles were analysed, and the articles that the run superseded. */
    void takeChanged(long run) {
        database.sql("""
                update document set text_key = null, page_key = null
                where article_id in (select article_id from unplaced_article where analysed = true)
                """).update();
        // what is superseded may have been no look of a publication of late
        database.sql("""
                insert into unplaced_article (article_id, analysed)
                select s.article_id, false from article_story s join article a on a.id = s.article_id
                where a.superseded_run_id = :run
                    and not exists (select 1 from unplaced_article u where u.article_id = s.article_id)
                """).param("run", run).update();
    }

    /** Makes the publications of some documents; false when there are none left. */
    boolean makeSome() {
        List<String> waiting =
                database.sql(WAITING).param("batch", BATCH).query(String.class).list();
        if (waiting.isEmpty()) {
            return false;
        }
        Closure closure = new Closure();
        closure.read("id", waiting);
        closure.complete();
        List<Publication> made = publications(closure.looks());
        write(closure, made);
        return true;
    }

    /** Documents with all that they may be one publication with. */
    private final class Closure {
        private final Map<String, Look> looks = new TreeMap<>();
        /** Documents without an analysis, and the publications that they were looks of. */
        private final Set<String> lost = new LinkedHashSet<>();

        private final Set<String> formerOfLost = new LinkedHashSet<>();
        /** By column, the values that were asked for. */
        private final Map<String, Set<String>> asked = new HashMap<>();

        void read(String column, Collection<String> keys) {
            List<String> fresh = keys.stream()
                    .filter(asked.computeIfAbsent(column, unused -> new HashSet<>())::add)
                    .toList();
            inBatches(
                    fresh,
                    some -> database.sql(LOOKS.formatted(column))
                            .param("keys", some)
                            .query(this::add));
        }

        private void add(ResultSet row) throws SQLException {
            if (row.getString("text_digest") != null) {
                Look look = Look.of(row);
                looks.put(look.id(), look);
                return;
            }
            lost.add(row.getString("id"));
            String former = row.getString("publication_id");
            if (former != null) {
                formerOfLost.add(former);
            }
        }

        void complete() {
            int before;
            do {
                before = looks.size() + lost.size();
                List<Look> known = List.copyOf(looks.values());
                List<String> textKeys = known.stream().map(Look::textKey).toList();
                read("text_key", textKeys);
                // a publication is called after the text of its first look, even while its looks wait to be looked at
                // anew
                read("publication_id", textKeys);
                read(
                        "page_key",
                        known.stream()
                                .map(Look::pageKey)
                                .filter(Objects::nonNull)
                                .toList());
                read("publication_id", formerPublications());
            } while (looks.size() + lost.size() > before);
        }

        List<String> formerPublications() {
            Set<String> former = new LinkedHashSet<>(formerOfLost);
            looks.values().stream()
                    .map(Look::publicationId)
                    .filter(Objects::nonNull)
                    .forEach(former::add);
            return List.copyOf(former);
        }

        List<Look> looks() {
            return looks.values().stream().sorted(Look.BY_ARRIVAL).toList();
        }
    }

    private List<Publication> publications(List<Look> looks) {
        Groups<String> groups = new Groups<>();
        looks.forEach(look -> groups.add(look.id()));
        Map<String, String> texts = new LinkedHashMap<>();
        looks.forEach(look -> groups.join(texts.computeIfAbsent(look.textKey(), unused -> look.id()), look.id()));
        Map<String, List<Look>> pages = new LinkedHashMap<>();
        for (Look look : looks) {
            String page = look.pageKey();
            if (page != null) {
                pages.computeIfAbsent(page, unused -> new ArrayList<>()).add(look);
            }
        }
        pages.values().forEach(page -> joinVersions(page, groups));
        Map<String, List<Look>> byGroup = new LinkedHashMap<>();
        for (Look look : looks) {
            byGroup.computeIfAbsent(groups.rootOf(look.id()), unused -> new ArrayList<>())
                    .add(look);
        }
        return byGroup.values().stream().map(Publication::of).toList();
    }

    /** Joins the looks at one address whose texts are versions of one another. */
    private void joinVersions(List<Look> page, Groups<String> groups) {
        Map<String, Look> texts = new LinkedHashMap<>();
        page.forEach(look -> texts.putIfAbsent(look.textId(), look));
        if (texts.size() < 2 || texts.size() > MOST_VERSIONS) {
            return;
        }
        List<Look> different = List.copyOf(texts.values());
        for (int later = 1; later < different.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (versions.isOnePage(different.get(earlier), different.get(later))) {
                    groups.join(
                            different.get(earlier).id(), different.get(later).id());
                }
            }
        }
    }

    private void write(Closure closure, List<Publication> made) {
        Set<String> touched = new LinkedHashSet<>();
        inBatches(closure.formerPublications(), ids -> {
            touched.addAll(database.sql("select article_id from publication where id in (:ids)")
                    .param("ids", ids)
                    .query(String.class)
                    .list());
            database.sql("delete from publication where id in (:ids)")
                    .param("ids", ids)
                    .update();
        });
        inserts.insert(PUBLICATIONS, made);
        List<Object[]> keys = new ArrayList<>();
        for (Publication publication : made) {
            for (Look look : publication.looks()) {
                touched.add(look.articleId());
                keys.add(new Object[] {look.textKey(), look.pageKey(), publication.id(), look.id()});
            }
        }
        jdbc.batchUpdate("update document set text_key = ?, page_key = ?, publication_id = ? where id = ?", keys);
        inBatches(
                List.copyOf(closure.lost),
                ids -> database.sql(
                                "update document set text_key = null, page_key = null, publication_id = null where id in (:ids)")
                        .param("ids", ids)
                        .update());
        inBatches(List.copyOf(touched), ids -> {
            List<String> known = database.sql("select article_id from unplaced_article where article_id in (:ids)")
                    .param("ids", ids)
                    .query(String.class)
                    .list();
            List<String> added = new ArrayList<>(ids);
            added.removeAll(new HashSet<>(known));
            inserts.insert(UNPLACED, added);
        });
    }

    private static void inBatches(List<String> ids, Consumer<List<String>> what) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            what.accept(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
    }

    /** Disjoint sets. */
    static final class Groups<T> {
        private final Map<T, T> parents = new HashMap<>();

        void add(T member) {
            parents.putIfAbsent(member, member);
        }

        T rootOf(T member) {
            T root = member;
            T parent = parents.get(root);
            while (parent != null && !parent.equals(root)) {
                root = parent;
                parent = parents.get(root);
            }
            return root;
        }

        void join(T a, T b) {
            parents.put(rootOf(b), rootOf(a));
        }
    }
}
