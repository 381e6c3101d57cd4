package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code outlet_profile} and {@code outlet_template}. A template is learned from the first articles of an outlet in the order of
 * their ids, which are digests: a sample by chance, that does not depend on what was read first. It is learned again when the outlet has
 * grown by a quarter, so that what all nights together cost follows what they stored.
 */
class OutletProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(OutletProfiles.class);

    /** Articles of an outlet that are looked at, at most. */
    private static final int MOST_SAMPLED = 2_000;

    /** Longer texts are dumps of something; a few of them would fill the memory. */
    private static final int LONGEST_SAMPLED = 100_000;

    private static final int PAGE = 50;

    private static final String NEW_ARTICLES =
            "select outlet, count(*) as articles from article where run_id = :run and outlet is not null group by outlet order by outlet";

    private static final String NEXT = """
            select outlet from outlet_profile
            where articles >= :fewest and 4 * articles >= 5 * learned_articles and coalesce(learned_run_id, 0) <> :run
            order by outlet fetch first 1 rows only
            """;

    private static final String SAMPLE = """
            select id, title, text from article
            where outlet = :outlet and id > :after and characters <= :longest and purged_at is null and superseded_run_id is null
            order by outlet, id fetch first :page rows only
            """;

    private static final String COMPARE = """
            update outlet_template t set elsewhere = coalesce(
                (select max(o.share) from outlet_template o where o.form = t.form and o.text = t.text and o.outlet <> t.outlet), 0)
            """;

    private static final Table<List<@Nullable Object>> TEMPLATES = new Table<>(
            "outlet_template",
            "outlet, ordinal, form, text, example, articles, sampled, share, elsewhere",
            Function.identity());

    private final JdbcClient database;
    private final RowInserts inserts;

    private record Arrived(String outlet, long articles) {}

    private record Sampled(String id, @Nullable String title, String text) {}

    OutletProfiles(JdbcClient database, RowInserts inserts) {
        this.database = database;
        this.inserts = inserts;
    }

    /** Adds the articles that the run stored, if that was not done yet. */
    void countArticles(long run) {
        List<Arrived> arrived = database.sql(NEW_ARTICLES)
                .param("run", run)
                .query((row, number) -> new Arrived(row.getString("outlet"), row.getLong("articles")))
                .list();
        for (Arrived outlet : arrived) {
            long counted = database.sql("select count(*) from outlet_profile where outlet = :outlet")
                    .param("outlet", outlet.outlet())
                    .query(Long.class)
                    .single();
            String sql = counted == 0 ? """
                    insert into outlet_profile (outlet, articles, counted_run_id, learned_articles, sampled)
                    values (:outlet, :articles, :run, 0, 0)
                    """ : """
                    update outlet_profile set articles = articles + :articles, counted_run_id = :run
                    where outlet = :outlet and counted_run_id < :run
                    """;
            database.sql(sql)
                    .param("outlet", outlet.outlet())
                    .param("articles", outlet.articles())
                    .param("run", run)
                    .update();
        }
    }

    /** An outlet that has grown enough since its template was learned, and that the run has not learned yet. */
    Optional<String> nextToLearn(long run) {
        return database.sql(NEXT)
                .param("fewest", TemplateLearner.FEWEST_ARTICLES)
                .param("run", run)
                .query(String.class)
                .optional();
    }

    /** Learns the template of the outlet, in place of what was learned before. */
    void learn(String outlet, long run) {
        TemplateLearner learner = new TemplateLearner();
        String after = "";
        List<Sampled> page;
        do {
            page = page(outlet, after);
            for (Sampled article : page) {
                try {
                    learner.add(article.title(), article.text());
                } catch (RuntimeException | StackOverflowError e) {
                    // one of 2,000 that are looked at; where the analysis fails at it too, that is listed
                    LOG.warn("The article {} is not looked at for the template of its outlet.", article.id(), e);
                }
                after = article.id();
            }
        } while (page.size() == PAGE && learner.articles() < MOST_SAMPLED);
        database.sql("delete from outlet_template where outlet = :outlet")
                .param("outlet", outlet)
                .update();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TemplateEntry entry : learner.entries()) {
            rows.add(RowInserts.row(
                    outlet,
                    rows.size(),
                    entry.form().name(),
                    entry.text(),
                    entry.example(),
                    entry.articles(),
                    entry.sampled(),
                    entry.share(),
                    0.0));
        }
        inserts.insert(TEMPLATES, rows);
        database.sql("""
                update outlet_profile set learned_articles = articles, sampled = :sampled, learned_run_id = :run
                where outlet = :outlet
                """)
                .param("sampled", learner.articles())
                .param("run", run)
                .param("outlet", outlet)
                .update();
    }

    private List<Sampled> page(String outlet, String after) {
        return database.sql(SAMPLE)
                .param("outlet", outlet)
                .param("after", after)
                .param("longest", LONGEST_SAMPLED)
                .param("page", PAGE)
                .query((row, number) -> new Sampled(row.getString("id"), row.getString("title"), row.getString("text")))
                .list();
    }

    boolean hasLearned(long run) {
        return database.sql("select count(*) from outlet_profile where learned_run_id = :run")
                        .param("run", run)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Enters for each entry how common it is at other outlets. */
    void compare() {
        database.sql(COMPARE).update();
    }

    /** Enters which template each outlet has now. */
    void enterDigests(OutletTemplates templates) {
        for (String outlet : templates.outlets()) {
            OutletTemplate template = templates.of(outlet);
            database.sql("""
                    update outlet_profile set digest = :digest
                    where outlet = :outlet and coalesce(digest, '') <> :known
                    """)
                    .param("digest", template.digest())
                    .param("known", Objects.requireNonNullElse(template.digest(), ""))
                    .param("outlet", outlet)
                    .update();
        }
    }
}
