package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.nlp.template.TemplateCorrection;
import io.ghirbal.nlp.template.TemplateForm;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the job learns of outlets, and does with it; on both databases. */
class OutletTemplatesTest {
    private static final String ARTICLE =
            "{\"outlet\":\"%s\",\"title\":\"مجلس البلدة رقم %d يقر مشروع الحديقة\",\"text\":\"أقر مجلس البلدة رقم %d مشروع حديقة جديدة على أرض تبرع بها الأهالي على أن تبدأ الأعمال في الربيع المقبل.\\nوقال رئيس المجلس رقم %d إن الحديقة تتسع لآلاف الزوار وإن العمل فيها يستمر عاما كاملا بإذن الجميع.%s\"}";
    private static final String LINE = "نسيج الضفة والوادي";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    OutletTemplatesTest() {}

    /** Articles of which every other has the line of the outlet at its end. */
    private Path articles(String file, String outlet, int from, int to, String line) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(ARTICLE.formatted(outlet, i, i, i, i % 2 == 0 ? "\\n" + line : ""));
        }
        return Files.write(folder.resolve(file), lines);
    }

    private static RunResult run(
            DatabaseUrl database,
            Path input,
            Path out,
            boolean reanalyse,
            @Nullable List<TemplateCorrection> corrections) {
        try (NewsRuns runs = NewsRuns.open(database)) {
            RunResult result = runs.run(
                            new RunRequest(
                                    List.of(input),
                                    out,
                                    null,
                                    ReadingOptions.USUAL,
                                    reanalyse,
                                    Publication.ALL,
                                    corrections,
                                    null),
                            RunListener.NONE)
                    .get(0);
            assertThat(result.status()).isEqualTo(RunResult.Status.COMPLETED);
            return result;
        }
    }

    private DatabaseUrl database(String product) {
        return new DatabaseUrl(
                product.equals("hsqldb")
                        ? "jdbc:hsqldb:file:" + folder.resolve("data/news")
                        : TestDatabase.postgresqlAddress());
    }

    private static JdbcClient client(DatabaseUrl database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.jdbc(), database.isPostgresql() ? "postgres" : "sa", ""));
    }

    private static List<List<String>> rows(DatabaseUrl database, String sql) {
        return client(database)
                .sql(sql)
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getString(i));
                    }
                    return values;
                })
                .list();
    }

    private static long count(DatabaseUrl database, String sql) {
        return client(database).sql(sql).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsqldb", "postgresql"})
    void learnsWhatAnOutletRepeatsAndRemovesItTheSameNight(String product) throws IOException {
        DatabaseUrl database = database(product);
        run(database, articles("a.jsonl", "النهر", 0, 40, LINE), folder.resolve("out"), false, null);

        assertThat(rows(database, "select outlet, form, example, articles, sampled from outlet_template"))
                .containsExactly(List.of("النهر", "LINE", LINE, "20", "40"));
        assertThat(count(database, "select count(*) from removed_block where text = '" + LINE + "'"))
                .isEqualTo(20);
        assertThat(client(database)
                        .sql("select distinct y.template_digest from article_analysis y")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(client(database)
                        .sql("select digest from outlet_profile")
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsqldb", "postgresql"})
    void usesItForTheArticlesOfLaterNightsAndForOlderOnesWhenTheyAreAnalysedAgain(String product) throws IOException {
        DatabaseUrl database = database(product);
        Path out = folder.resolve("out");
        String removed = "select count(*) from removed_block where text = '" + LINE + "'";

        run(database, articles("a.jsonl", "النهر", 0, 18, LINE), out, false, null);
        assertThat(count(database, removed))
                .as("too few articles to learn from")
                .isZero();

        Path second = articles("b.jsonl", "النهر", 18, 30, LINE);
        run(database, second, out, false, null);
        assertThat(count(database, removed)).as("those of the second night").isEqualTo(6);

        run(database, articles("c.jsonl", "النهر", 30, 32, LINE), out, false, null);
        assertThat(count(database, removed)).as("those of the third night").isEqualTo(7);
        assertThat(count(database, "select learned_run_id from outlet_profile"))
                .as("it has not grown by a quarter")
                .isEqualTo(2);

        run(database, second, out, true, null);
        assertThat(count(database, removed)).as("all").isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsqldb", "postgresql"})
    void leavesWhatAllOutletsWrite(String product) throws IOException {
        DatabaseUrl database = database(product);
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.move(articles("a.jsonl", "النهر", 0, 40, LINE), news.resolve("a.jsonl"));
        Files.move(articles("b.jsonl", "الجبل", 40, 80, LINE), news.resolve("b.jsonl"));

        run(database, news, folder.resolve("out"), false, null);

        assertThat(count(database, "select count(*) from outlet_template where elsewhere = 0.5"))
                .isEqualTo(2);
        assertThat(count(database, "select count(*) from removed_block")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsqldb", "postgresql"})
    void doesWhatAPersonSaysOfIt(String product) throws IOException {
        DatabaseUrl database = database(product);
        Path out = folder.resolve("out");
        Path news = articles("a.jsonl", "النهر", 0, 40, LINE);
        String other =
                "وقال رئيس المجلس رقم 7 إن الحديقة تتسع لآلاف الزوار وإن العمل فيها يستمر عاما كاملا بإذن الجميع.";
        run(
                database,
                news,
                out,
                false,
                List.of(
                        new TemplateCorrection(false, "النهر", TemplateForm.LINE, LINE),
                        new TemplateCorrection(true, "النهر", TemplateForm.LINE, other)));

        assertThat(rows(database, "select reason, text from removed_block"))
                .containsExactly(List.of("a line of the page, as was entered for this outlet", other));

        run(database, news, out, true, null);
        assertThat(count(database, "select count(*) from removed_block"))
                .as("what was said stays said")
                .isEqualTo(1);

        run(database, news, out, true, List.of());
        assertThat(count(database, "select count(*) from removed_block")).isEqualTo(20);
    }

    @Test
    void doesNotDependOnTheOrderOfTheInputs() throws IOException {
        Path one = articles("a.jsonl", "النهر", 0, 60, LINE);
        List<String> lines = new ArrayList<>(Files.readAllLines(one));
        Collections.reverse(lines);
        Path other = Files.write(Files.createDirectory(folder.resolve("other")).resolve("a.jsonl"), lines);

        String template = template("one", one);
        assertThat(template).contains(LINE).isEqualTo(template("two", other));
    }

    private String template(String name, Path input) throws IOException {
        Path out = folder.resolve(name);
        run(new DatabaseUrl("jdbc:hsqldb:mem:" + name), input, out, false, null);
        return Files.readString(out.resolve("tables/outlet_template.csv"));
    }
}
