package io.ghirbal.nlp.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.text.TextLines;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.ScoredTopic;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.Seq;

/** The example does on Spark what the core does when it is called directly. */
@Tag("nightly")
class CleanNewsTest {
    private static final StructType ARTICLES =
            StructType.fromDDL("id string not null, url string, date string, text string");

    private static final String MATCH = """
            المنتخب يفوز على ضيفه بهدفين ويتأهل إلى نهائي البطولة
            نشر في: 9 ديسمبر 2023
            فاز المنتخب الوطني لكرة القدم على ضيفه بهدفين دون رد مساء الجمعة أمام أربعين ألف متفرج وتأهل إلى المباراة النهائية.
            اقرأ أيضا
            • بلدية المدينة تفتتح حديقة جديدة
            • وزارة النقل تعلن جدول حافلات العيد
            وقال مدرب المنتخب إن اللاعبين طبقوا الخطة كما رسمت، وإن المباراة النهائية تحتاج إلى مجهود أكبر في وسط الملعب.
            """;

    private static SparkSession spark;

    private record Page(String id, String text) {
        Row row() {
            return article(id, "٥ آذار/مارس 2023", text);
        }
    }

    @TempDir
    private Path folder;

    @BeforeAll
    static void startSpark() {
        spark = local(2);
    }

    /** Spark in this JVM, with as many threads, without its web server. */
    static SparkSession local(int threads) {
        return SparkSession.builder()
                .master("local[%d]".formatted(threads))
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                // a file that is read is a partition, however small
                .config("spark.sql.files.openCostInBytes", "128m")
                .getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    @Test
    void liftsBoilerplateTitleDateAndTopicsOutOfAnArticle() {
        Row cleaned = cleanAll(List.of(article("match", null, MATCH)), 1).get(0);

        assertThat(cleaned.<String>getAs("title")).isEqualTo("المنتخب يفوز على ضيفه بهدفين ويتأهل إلى نهائي البطولة");
        assertThat(cleaned.<String>getAs("body").lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("فاز المنتخب");
        assertThat(cleaned.<Date>getAs("published")).isEqualTo(Date.valueOf("2023-12-09"));
        assertThat(cleaned.<String>getAs("language")).isEqualTo("ar");
        assertThat(list(cleaned, "topics"))
                .extracting(topic -> topic.<String>getAs("code"))
                .containsExactly("medtop:15000000");
        assertThat(list(cleaned, "removed"))
                .extracting(
                        block -> "%s %s-%s".formatted(block.getAs("kind"), block.getAs("first"), block.getAs("last")))
                .containsExactly("DATE 2-2", "RELATED_LINKS 4-6");
        assertThat(list(cleaned, "removed").get(1).<String>getAs("text"))
                .isEqualTo("اقرأ أيضا\n• بلدية المدينة تفتتح حديقة جديدة\n• وزارة النقل تعلن جدول حافلات العيد");
    }

    @Test
    void believesTheDateOfTheSourceBeforeThatOfTheText() {
        Row cleaned = cleanAll(List.of(article("match", "٧ كانون الثاني ٢٠٢٤", MATCH)), 1)
                .get(0);

        assertThat(cleaned.<Date>getAs("published")).isEqualTo(Date.valueOf("2024-01-07"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void saysWhatTheCoreSaysWhateverTheNumberOfPartitions(int partitions) throws IOException {
        List<Page> pages = pages();

        Map<String, List<Object>> cleaned = new TreeMap<>();
        clean(pages, partitions).forEach((id, row) -> cleaned.put(id, values(row)));

        try (Stream<Path> files = Files.list(folder.resolve("cleaned"))) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".parquet")))
                    .hasSize(partitions);
        }
        Map<String, List<Object>> said = said(pages);
        assertThat(cleaned).containsOnlyKeys(said.keySet());
        said.forEach((id, row) -> assertThat(cleaned.get(id)).as(id).isEqualTo(row));
    }

    /** What the core says of the pages, called without Spark. */
    private static Map<String, List<Object>> said(List<Page> pages) {
        BoilerplateCleaner cleaner = BoilerplateCleaner.standard();
        TopicClassifier classifier = TopicClassifier.standard();
        Map<String, List<Object>> said = new TreeMap<>();
        for (Page page : pages) {
            CleanedArticle article = cleaner.clean(page.text());
            TextLines lines = article.lines();
            String title = article.metadata().title();
            Classification classification = classifier.classify(title, article.body());
            List<Object> topics = new ArrayList<>();
            for (ScoredTopic scored : classification.topics()) {
                topics.add(List.of(scored.topic().code(), scored.score()));
            }
            List<Object> removed = new ArrayList<>();
            for (RemovedBlock block : article.removed().wholeLines()) {
                String text = lines.text().substring(lines.start(block.first()), lines.end(block.last()));
                removed.add(List.of(block.first(), block.last(), block.kind().name(), block.reason(), text));
            }
            List<Object> inline = new ArrayList<>();
            for (RemovedBlock span : article.removed().inline()) {
                RemovedBlock.Columns columns = Objects.requireNonNull(span.columns());
                String text = lines.line(span.first()).substring(columns.start(), columns.end());
                inline.add(List.of(span.first(), columns.start(), span.kind().name(), span.reason(), text));
            }
            Date published = Date.valueOf("2023-03-05");
            said.put(
                    page.id(),
                    Arrays.asList(
                            page.id(),
                            title,
                            article.body(),
                            published,
                            classification.language(),
                            topics,
                            removed,
                            inline));
        }
        return said;
    }

    @Test
    void answersARowForEveryRowEvenWithoutText() {
        List<Row> articles = List.of(
                article("none", null, null),
                article("empty", null, ""),
                article("blank", null, " \n\n"),
                article("twice", null, MATCH),
                article("twice", null, MATCH),
                article("nothing known", null, "x"));

        List<Row> cleaned = cleanAll(articles, 2);

        assertThat(cleaned)
                .extracting(row -> row.<String>getAs("id"))
                .containsExactlyInAnyOrder("none", "empty", "blank", "twice", "twice", "nothing known");
        assertThat(cleaned)
                .filteredOn(row -> row.<String>getAs("language") == null)
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.<Date>getAs("published")).isNull();
                    assertThat(list(row, "topics")).isEmpty();
                });
    }

    @Test
    void takesAnIdThatIsANumberAndADateThatIsADay() {
        Dataset<Row> articles = spark.sql("select 7L as id, date'2024-01-07' as date, 'x' as text");

        Row cleaned = CleanNews.clean(articles).first();

        assertThat(cleaned.<String>getAs("id")).isEqualTo("7");
        assertThat(cleaned.<Date>getAs("published")).isEqualTo(Date.valueOf("2024-01-07"));
    }

    @Test
    void namesTheColumnThatIsMissing() {
        Dataset<Row> articles = spark.createDataFrame(List.of(article("match", null, MATCH)), ARTICLES);

        assertThatThrownBy(() -> CleanNews.clean(articles.drop("text")))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("`text`");
    }

    @Test
    void makesUpTheTextOfWhatItKeepsAndWhatItRemoves() {
        List<Page> pages = pages();
        Map<String, Row> cleaned = clean(pages, 2);

        int blocks = 0;
        int spans = 0;
        for (Page page : pages) {
            Row row = Objects.requireNonNull(cleaned.get(page.id()));
            List<String> rest = rest(page.text(), row);
            List<String> body = row.<String>getAs("body").lines().toList();
            if (rest.size() > body.size()) {
                assertThat(rest.remove(row.<String>getAs("title")))
                        .as("the headline stands in the text, kept, but not in the body: %s", row)
                        .isTrue();
            }
            assertThat(rest).isEqualTo(body);
            blocks += list(row, "removed").size();
            spans += list(row, "inline").size();
        }
        assertThat(blocks).isGreaterThan(pages.size());
        assertThat(spans).isPositive();
    }

    /** What is left of the lines of {@code text} when all that {@code row} says was removed is cut out where it says that it stood. */
    private static List<String> rest(String text, Row row) {
        TextLines original = TextLines.of(text);
        List<StringBuilder> lines = new ArrayList<>();
        for (int line = 1; line <= original.count(); line++) {
            lines.add(new StringBuilder(original.line(line)));
        }
        List<Row> inline = new ArrayList<>(list(row, "inline"));
        // from the end, so that columns stay what they were
        for (int i = inline.size() - 1; i >= 0; i--) {
            Row span = inline.get(i);
            int start = span.<Integer>getAs("start");
            String spanned = span.getAs("text");
            StringBuilder line = lines.get(span.<Integer>getAs("line") - 1);
            assertThat(line.substring(start, start + spanned.length())).isEqualTo(spanned);
            line.delete(start, start + spanned.length());
        }
        for (Row block : list(row, "removed")) {
            List<StringBuilder> of = lines.subList(block.<Integer>getAs("first") - 1, block.getAs("last"));
            assertThat(of.stream().collect(Collectors.joining("\n"))).isEqualTo(block.getAs("text"));
            of.forEach(line -> line.setLength(0));
        }
        return lines.stream()
                .map(line -> line.toString().strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Row article(String id, @Nullable String date, @Nullable String text) {
        return RowFactory.create(id, "https://news.example/" + id, date, text);
    }

    /** A page for every hard case of cleaning, each of another id. */
    private static List<Page> pages() {
        return spark
                .read()
                .json("src/test/resources/io/ghirbal/nlp/clean/pages.jsonl")
                .select("id", "text")
                .collectAsList()
                .stream()
                .map(page -> new Page(page.getAs("id"), page.getAs("text")))
                .toList();
    }

    /** As {@link #cleanAll}, by {@code id}, of which there may be but one each. */
    private Map<String, Row> clean(List<Page> pages, int partitions) {
        return cleanAll(pages.stream().map(Page::row).toList(), partitions).stream()
                .collect(Collectors.toMap(row -> row.<String>getAs("id"), Function.identity()));
    }

    /** What the job wrote of the articles, which it finds in as many files. */
    private List<Row> cleanAll(List<Row> articles, int partitions) {
        String from = folder.resolve("articles").toString();
        String to = folder.resolve("cleaned").toString();
        spark.createDataFrame(articles, ARTICLES)
                .repartition(partitions)
                .write()
                .parquet(from);
        CleanNews.main(new String[] {from, to});
        return spark.read().parquet(to).collectAsList();
    }

    private static List<Row> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }

    /** The values of a row, with those of the rows in its lists. */
    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(
                    row.get(i) instanceof Seq
                            ? row.<Row>getList(i).stream()
                                    .map(CleanNewsTest::values)
                                    .toList()
                            : row.get(i));
        }
        return values;
    }
}
