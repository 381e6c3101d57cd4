package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.RunListener;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Databases that two runs have filled: the seeds, and articles of our own from two outlets over two weeks, with boilerplate, a changed
 * text, a text of no topic, texts that the other outlet copied and told again, and documents that cannot be read.
 */
final class StoredNews {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final String BRIDGE =
            "افتتح رئيس البلدية صباح اليوم الجسر الجديد فوق النهر الكبير بعد عامين من العمل";
    private static final String ELECTION =
            "أعلنت اللجنة العليا للانتخابات أن الاقتراع لاختيار أعضاء البرلمان سيجرى في موعده";
    private static final String MATCH =
            "فاز فريق الميناء على ضيفه بهدفين في المباراة النهائية لبطولة الدوري على ملعب المدينة";
    private static final String MORE =
            "وأضاف المتحدث أن التفاصيل ستنشر كاملة خلال الأسبوع المقبل بعد اجتماع يعقد في العاصمة.";
    /** The election told again, in other words. */
    private static final String RETOLD =
            "قالت اللجنة العليا للانتخابات في مؤتمر صحفي إن اقتراع أعضاء البرلمان سيجرى في موعده رغم الخلاف بين الأحزاب";

    private static final String READ_ALSO =
            "\\nاقرأ أيضا\\nوزير النقل يتفقد أعمال توسعة الطريق الساحلي\\nارتفاع أسعار القمح في الأسواق المحلية";

    private StoredNews() {}

    static DataSource onHsqldb(Path folder) throws IOException {
        DatabaseUrl url = new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("data/news"));
        fill(url, folder);
        return new DriverManagerDataSource(url.jdbc(), "sa", "");
    }

    static DataSource onPostgresql(Path folder) throws IOException, SQLException {
        DataSource database = TestDatabase.postgresql();
        try (Connection connection = database.getConnection()) {
            fill(new DatabaseUrl(connection.getMetaData().getURL(), "postgres", null), folder);
        }
        return database;
    }

    private static void fill(DatabaseUrl url, Path folder) throws IOException {
        Path news = Files.createDirectories(folder.resolve("news"));
        Files.writeString(news.resolve("empty.txt"), "");
        Files.writeString(news.resolve("a.jsonl"), first(BRIDGE));
        run(url, folder, news);
        Files.writeString(news.resolve("a.jsonl"), first(BRIDGE + " بحضور الأهالي"));
        Files.writeString(
                news.resolve("b.jsonl"),
                line("أخبار الميناء", "2024-03-13", MATCH + " أمام جمهور كبير", "\\nكتب: سامر الحداد" + READ_ALSO)
                        + line("منبر المدينة", "2024-03-14", ELECTION + " رغم الخلاف بين الأحزاب", "")
                        // the text of the other outlet, letter by letter, and with a dateline and links
                        + line("أخبار الميناء", "2024-03-14", ELECTION + " رغم الخلاف بين الأحزاب", "")
                        + line("منبر المدينة", "2024-03-14", "تل الورد - ", MATCH + " أمام جمهور كبير", MORE, READ_ALSO)
                        + line(
                                "أخبار الميناء",
                                "2024-03-15",
                                "",
                                RETOLD,
                                "وأضافت اللجنة أن مراكز الاقتراع ستفتح أبوابها في السابعة صباحا.",
                                ""));
        Files.writeString(news.resolve("empty.txt"), BRIDGE + "\n\n" + MORE);
        Files.writeString(news.resolve("picture.txt"), "GIF89a\0\1\2");
        run(url, folder, news);
        assertThat(JdbcClient.create(
                                new DriverManagerDataSource(url.jdbc(), url.isPostgresql() ? "postgres" : "sa", ""))
                        .sql("select distinct role from v_publication order by role")
                        .query(String.class)
                        .list())
                .containsExactly("COPY", "FIRST", "RETOLD");
    }

    private static String first(String lead) {
        return line("منبر المدينة", "2024-03-01", lead, READ_ALSO)
                + line("منبر المدينة", "2024-03-08", ELECTION, READ_ALSO)
                + line("أخبار الميناء", "2024-03-09", MATCH, "")
                + "{broken\n"
                + "{\"text\": \"1 2 3\", \"outlet\": \"أخبار الميناء\"}\n";
    }

    private static void run(DatabaseUrl url, Path folder, Path news) {
        try (NewsRuns runs = NewsRuns.open(url)) {
            assertThat(runs.run(
                            new RunRequest(List.of(SEEDS, news), folder.resolve("out"), null, false), RunListener.NONE))
                    .extracting(RunResult::status)
                    .containsExactly(RunResult.Status.COMPLETED);
        }
    }

    private static String line(String outlet, String day, String lead, String tail) {
        return line(outlet, day, "", lead, MORE, tail);
    }

    private static String line(String outlet, String day, String dateline, String lead, String more, String tail) {
        return "{\"outlet\": \"%s\", \"date\": \"%s\", \"title\": \"%s\", \"text\": \"%s%s.\\n%s%s\"}\n"
                .formatted(outlet, day, lead.substring(0, 30), dateline, lead, more, tail);
    }
}
