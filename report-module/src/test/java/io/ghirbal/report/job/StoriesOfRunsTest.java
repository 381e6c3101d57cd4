package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.RunResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Publications, copies and stories that runs find, on both databases. */
class StoriesOfRunsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String MEASLES = """
            أعلنت وزارة الصحة في العاصمة اليوم عن تسجيل إحدى عشرة إصابة جديدة بمرض الحصبة في ثلاث مدن ساحلية.
            وقال المتحدث باسم الوزارة إن الفرق الطبية بدأت حملة تطعيم تشمل 42 مدرسة، وإن الوضع تحت السيطرة الكاملة.
            وأضاف أن النتائج النهائية للتحاليل ستصدر يوم الخميس المقبل بعد مراجعتها في المختبر المركزي.""";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    StoriesOfRunsTest() {}

    @Test
    void countsATextForEachOutletThatPublishedIt() throws Exception {
        write(
                "in/news.jsonl",
                List.of(
                        article("النهار", "https://alnahar.example/1", "2026-11-20T08:00:00Z", MEASLES),
                        article("المساء", "https://almasaa.example/7", "2026-11-20T06:00:00Z", MEASLES),
                        article("الأفق", null, "2026-11-20T07:00:00Z", MEASLES)));
        for (DatabaseUrl database : databases()) {
            run(database, "in", 1);

            assertThat(rows(
                            database,
                            "select outlet, publications, texts, stories from outlet_summary order by outlet"))
                    .containsExactly("الأفق|1|1|1", "المساء|1|1|1", "النهار|1|1|1");
            assertThat(rows(database, "select publications, texts, stories, outlets from v_daily"))
                    .containsExactly("3|1|1|3");
            assertThat(rows(database, "select outlets, publications, texts, copies from v_story"))
                    .containsExactly("3|3|1|2");
            assertThat(rows(database, "select outlet, from_outlet, publications from v_outlet_copies order by outlet"))
                    .as("who published at six is the one who was copied")
                    .containsExactly("الأفق|المساء|1", "النهار|المساء|1");
            assertThat(rows(
                            database,
                            "select outlet, own, copied, copied_by_others from v_outlet_originality order by outlet"))
                    .containsExactly("الأفق|0|1|0", "المساء|1|0|2", "النهار|0|1|0");
            assertThat(rows(database, "select code, sum(publications) from v_topic_by_outlet group by code"))
                    .anySatisfy(row -> assertThat(row).endsWith("|3"));
        }
    }

    @Test
    void takesVariantsOfOneTextForOne() throws Exception {
        String links = "\nاقرأ أيضاً\nارتفاع أسعار القمح في الأسواق العالمية\nالمنتخب يستعد لمباراة الإياب\n";
        String others = "\nاقرأ أيضاً\nافتتاح معرض الكتاب في دورته العاشرة\nسفينة تجنح قرب الميناء\n";
        write(
                "in/news.jsonl",
                List.of(
                        article(null, null, "2026-11-20", MEASLES),
                        article(null, null, "2026-11-20", MEASLES.replace("\n", "\r\n")),
                        article(null, null, "2026-11-20", MEASLES + links),
                        article(null, null, "2026-11-20", MEASLES + others),
                        article(null, null, "2026-11-20", MEASLES.replace("أ", "ا")),
                        article(null, null, "2026-11-20", "الرباط - " + MEASLES)));
        for (DatabaseUrl database : databases()) {
            run(database, "in", 1);

            assertThat(rows(database, "select articles, publications, texts, stories from v_daily"))
                    .containsExactly("6|1|1|1");
            assertThat(rows(
                            database,
                            "select count(*), count(distinct text_id), count(distinct story_id) from v_article_story"))
                    .containsExactly("6|1|1");
        }
    }

    @Test
    void takesAPageThatIsMetAgainForTheSamePublication() throws Exception {
        String links = "\nاقرأ أيضاً\nارتفاع أسعار القمح في الأسواق العالمية\nالمنتخب يستعد لمباراة الإياب\n";
        write(
                "one/a.jsonl",
                List.of(article("النهار", "https://www.alnahar.example/1?utm_source=x", "2026-11-20", MEASLES)));
        write("two/b.jsonl", List.of(article("النهار", "https://m.alnahar.example/1", "2026-11-20", MEASLES + links)));
        write(
                "three/c.jsonl",
                List.of(article(
                        "النهار",
                        "https://alnahar.example/1",
                        "2026-11-20",
                        MEASLES + "\nوفي تحديث لاحق ارتفع العدد إلى خمس عشرة إصابة.")));
        write(
                "four/d.jsonl",
                List.of(
                        article(
                                "النهار",
                                "https://alnahar.example/1",
                                "2026-11-21",
                                "فاز المنتخب على ضيفه بهدفين دون رد في المباراة التي جمعتهما مساء اليوم ضمن التصفيات، وسجل الهدفين لاعب الوسط قبل نهاية الشوط الأول.")));
        for (DatabaseUrl database : databases()) {
            run(database, "one", 1);
            run(database, "two", 1);
            assertThat(
                            rows(
                                    database,
                                    "select documents, text_id = (select text_id from v_article_story fetch first 1 rows only) from v_publication"))
                    .as("other links under it")
                    .containsExactly("2|true");
            run(database, "three", 1);
            assertThat(rows(database, "select documents from v_publication"))
                    .as("a next version of the page")
                    .containsExactly("3");
            run(database, "four", 1);
            assertThat(rows(database, "select documents from v_publication order by documents"))
                    .as("the address of another text")
                    .containsExactly("1", "3");
        }
    }

    @Test
    void findsInTenNightsWhatItFindsInOne() throws Exception {
        List<List<Map<String, @Nullable Object>>> nights = nights();
        for (int night = 0; night < nights.size(); night++) {
            write("all/night-%02d.jsonl".formatted(night), nights.get(night));
            write("nights/%02d/night-%02d.jsonl".formatted(night, night), nights.get(night));
        }
        List<String> expected = null;
        for (int threads = 1; threads <= 2; threads++) {
            for (DatabaseUrl database : databases()) {
                run(database, "all", threads);
                List<String> found = found(database);
                expected = expected == null ? found : expected;
                assertThat(found).isEqualTo(expected);
            }
        }
        for (DatabaseUrl database : databases()) {
            for (int night = 0; night < nights.size(); night++) {
                run(database, "nights/%02d".formatted(night), 2);
            }
            assertThat(found(database)).isEqualTo(expected);
        }
        assertThat(expected).anyMatch(row -> row.contains("|COPY|")).anyMatch(row -> row.contains("|RETOLD|"));
    }

    @Test
    void forgetsWhatIsPurgedAndWhatIsSuperseded() throws Exception {
        List<List<Map<String, @Nullable Object>>> nights = nights();
        for (int night = 0; night < 4; night++) {
            write("in/night-%02d.jsonl".formatted(night), nights.get(night));
        }
        for (DatabaseUrl database : databases()) {
            run(database, "in", 1);
            Path changed = folder.resolve("in/night-02.jsonl");
            String before = Files.readString(changed);
            write("in/night-02.jsonl", nights.get(7));
            run(database, "in", 1);
            List<String> now = found(database);

            DatabaseUrl fresh = database.isPostgresql() ? postgresql() : hsqldb();
            run(fresh, "in", 1);
            assertThat(now).isEqualTo(found(fresh));
            Files.writeString(changed, before);
        }
    }

    /** What there is of publications and stories, without what tells runs. */
    private List<String> found(DatabaseUrl database) {
        List<String> found = new ArrayList<>();
        for (String sql : List.of(
                "select article_id, text_id, outlet, url, title, published_on, source, record, documents, story_id, role from v_publication order by id",
                "select article_id, text_id, story_id, role, of_article_id, containment, likelihood, day from v_article_story order by article_id",
                "select * from v_story order by id",
                "select * from v_story_by_day order by story_id, day",
                "select * from v_outlet_originality order by outlet",
                "select * from v_outlet_copies order by outlet, from_outlet")) {
            found.addAll(rows(database, sql));
        }
        return found;
    }

    /** Ten nights of eight stories each that begin on their day, are copied and told again over three days by four outlets. */
    private static List<List<Map<String, @Nullable Object>>> nights() {
        Random random = new Random(20);
        List<List<Map<String, @Nullable Object>>> nights = new ArrayList<>();
        for (int night = 0; night < 10; night++) {
            nights.add(new ArrayList<>());
        }
        String[] outlets = {"النهار", "المساء", "الأفق", "الميناء"};
        String[] words = words(random);
        int page = 0;
        for (int night = 0; night < 10; night++) {
            for (int story = 0; story < 8; story++) {
                List<String> sentences = sentences(random, words);
                String title =
                        String.join(" ", List.of(sentences.get(0).split(" ")).subList(0, 6));
                for (int telling = 0; telling < 1 + random.nextInt(4); telling++) {
                    List<String> told = new ArrayList<>(sentences);
                    if (telling > 0 && random.nextBoolean()) {
                        List<String> rest = told.subList(1, told.size());
                        Collections.shuffle(rest, random);
                        rest.set(0, sentence(random, words));
                        rest.set(2, sentence(random, words));
                    }
                    if (random.nextInt(3) == 0) {
                        told.remove(told.size() - 1);
                    }
                    int on = Math.min(9, night + random.nextInt(3));
                    nights.get(on)
                            .add(article(
                                    outlets[random.nextInt(outlets.length)],
                                    "https://news.example/" + page++,
                                    LocalDate.of(2026, 11, 1).plusDays(on).toString(),
                                    title + "\n" + String.join(" ", told)));
                }
            }
        }
        return nights;
    }

    private static String[] words(Random random) {
        String letters = "ابتثجحدرزسشصطعفقكلمنهوي";
        String[] words = new String[3_000];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < 4 + random.nextInt(4); k++) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            words[i] = word.toString();
        }
        return words;
    }

    private static List<String> sentences(Random random, String[] words) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sentences.add(sentence(random, words));
        }
        return sentences;
    }

    private static String sentence(Random random, String[] words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            sentence.append(words[random.nextInt(words.length)]).append(i == 13 ? "." : " ");
        }
        return sentence.toString();
    }

    private static Map<String, @Nullable Object> article(
            @Nullable String outlet, @Nullable String url, String date, String text) {
        Map<String, @Nullable Object> article = new LinkedHashMap<>();
        article.put("outlet", outlet);
        article.put("url", url);
        article.put("date", date);
        article.put("text", text);
        return article;
    }

    private void write(String name, List<Map<String, @Nullable Object>> articles) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, articles.stream().map(JSON::writeValueAsString).toList());
    }

    private void run(DatabaseUrl database, String input, int threads) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        try (NewsRuns runs = NewsRuns.open(database, TopicClassifier.standard(), threads)) {
            RunResult result = runs.run(
                            new RunRequest(List.of(folder.resolve(input)), out, null, false), RunListener.NONE)
                    .get(0);
            assertThat(result.failure()).isNull();
            assertThat(result.status()).isEqualTo(Status.COMPLETED);
        }
    }

    private List<String> rows(DatabaseUrl database, String sql) {
        return client(database)
                .sql(sql)
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(Objects.toString(row.getObject(column), ""));
                    }
                    return String.join("|", values);
                })
                .list();
    }

    private List<DatabaseUrl> databases() throws IOException {
        return List.of(hsqldb(), postgresql());
    }

    private DatabaseUrl hsqldb() throws IOException {
        return new DatabaseUrl(
                "jdbc:hsqldb:file:" + Files.createTempDirectory(folder, "data").resolve("news"));
    }

    private static DatabaseUrl postgresql() {
        return new DatabaseUrl(TestDatabase.postgresqlAddress());
    }

    private static JdbcClient client(DatabaseUrl database) {
        return database.isPostgresql()
                ? JdbcClient.create(new DriverManagerDataSource(database.jdbc()))
                : JdbcClient.create(new DriverManagerDataSource(database.jdbc(), "sa", ""));
    }
}
