package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.training.LabelledDocument;
import io.ghirbal.nlp.text.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast the cleaner is on one thread, from UTF-8 bytes to spans, beside two baselines of the same run: bytes decoded and split into
 * lines, and a regular expression of common markers over the decoded text. The counter {@code megabytes} is UTF-8 text a second.
 *
 * <p>Documents are those of the JSON Lines files in the system property {@code documents}, separated by commas; by default the pages and
 * the seeds of the tests.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CleanerBenchmark {
    private static final String RESOURCES = "nlp-module/src/test/resources/io/ghirbal/nlp/clean/";

    /** What one would write without a cleaner: thirty of the commonest markers, in the spellings of alef. */
    private static final Pattern MARKERS = Pattern.compile(
            "[اإأ]قر[أا] [أا]يض[اًـ]*|قد يعجبك|قد يهمك|شاهد [أا]يض[اًـ]*|طالع [أا]يض[اًـ]*|مواضيع (?:ذات صلة|متعلقة)|أخبار (?:ذات صلة|متعلقة)"
                    + "|مقالات (?:ذات صلة|مشابهة|متعلقة)|الأكثر (?:قراءة|مشاهدة|تداولا)|المصدر ?:|نقلا عن|تاريخ النشر|آخر تحديث|نشر في"
                    + "|كتب ?:|بقلم ?:|محرر ?:|تابعونا على|تابعنا على|اشترك في|حمل التطبيق|انضم إلى|شارك الخبر|نسخ الرابط|طباعة"
                    + "|هل كان المحتوى|اترك تعليقا|التعليقات|الوسوم|كلمات دلالية|جميع الحقوق محفوظة");

    private final BoilerplateCleaner cleaner = BoilerplateCleaner.standard();
    private final List<byte[]> texts = new ArrayList<>();
    private final List<@Nullable String> titles = new ArrayList<>();
    private int next;

    @Setup
    public void readDocuments() throws IOException {
        String files = System.getProperty("documents", RESOURCES + "pages.jsonl," + RESOURCES + "seeds.jsonl");
        for (String file : files.split(",", -1)) {
            for (LabelledDocument document : LabelledDocument.read(Path.of(file))) {
                texts.add(document.text().getBytes(StandardCharsets.UTF_8));
                titles.add(document.title());
            }
        }
    }

    /** UTF-8 text read, beside the operations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        public double megabytes;
    }

    @Benchmark
    public CleanedArticle clean(Volume volume) {
        String text = decode(volume);
        return cleaner.clean(text, titles.get(next));
    }

    @Benchmark
    public TextLines decodeAndSplit(Volume volume) {
        return TextLines.of(decode(volume));
    }

    @Benchmark
    public int markerRegex(Volume volume) {
        Matcher matcher = MARKERS.matcher(decode(volume));
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }

    private String decode(Volume volume) {
        next = next + 1 == texts.size() ? 0 : next + 1;
        byte[] text = texts.get(next);
        volume.megabytes += text.length / 1e6;
        return new String(text, StandardCharsets.UTF_8);
    }
}
