package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.cli.Browser.View;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Everything can be found: the list of articles of a report in a real browser, over a few headlines, 10,000 and more than a page holds. */
class FindInBrowserIT {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
    private static final View WIDE = new View("ar", false, 1280);
    private static final String STORY = "ab".repeat(32);
    private static final String TITLES =
            "[...document.querySelectorAll('#hits > details .title')].map((e) => e.textContent)";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private static Path few;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
        few = write("few", FindInBrowserIT::fillFew);
        open(few);
        browser.look(WIDE);
    }

    @AfterEach
    void saysNothingOnTheConsole() {
        assertThat(browser.complaints())
                .as("warnings and errors on the console")
                .isEmpty();
    }

    @AfterAll
    @SuppressWarnings("NullAway") // is null when there is no browser
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "الاقتصاد, إقتصادُ المدينةِ ينمو", // another word: one letter more
        "اقتصاد, إقتصادُ المدينةِ ينمو", // alef with hamza below, vowel signs
        "القريه, مستشفى القرية", // ta marbuta
        "مستشفي, مستشفى القرية",
        "مستــشفى, مستشفى القرية",
        "القرآن, القران الكريم",
        "٢٠٢٤, موازنة 2024",
        "bulletin, The BULLETIN of Harbour"
    })
    void foldsLettersAsReadersTypeThem(String words, String title) {
        open(few);
        type(words);
        if (words.equals("الاقتصاد")) {
            assertThat(titles()).isEmpty();
            assertThat(seen("#nomatch")).isTrue();
        } else {
            assertThat(titles()).containsExactly(title);
            assertThat(seen("#nomatch")).isFalse();
        }
        assertThat(found()).isEqualTo(titles().size());
    }

    @Test
    void findsByAllWordsOfHeadlineAndOutlet() {
        open(few);
        type("القرية منبر");
        assertThat(titles()).containsExactly("مستشفى القرية");
        type("القرية منبر غائب");
        assertThat(titles()).isEmpty();
    }

    @Test
    void combinesSearchAndFiltersAndSaysHowManyThereAre() {
        open(few);
        assertThat(found()).isEqualTo(9);

        choose("outlet", "is" + "منبر المدينة");
        assertThat(titles()).containsExactly("The BULLETIN of Harbour", "مستشفى القرية", "القران الكريم", "أقدم خبر");
        choose("topic", "is" + "t:1");
        assertThat(titles()).containsExactly("مستشفى القرية", "القران الكريم");
        set("from", "2024-03-04");
        assertThat(titles()).containsExactly("مستشفى القرية");
        type("القران");
        assertThat(titles()).isEmpty();
        assertThat(seen("#nomatch")).isTrue();
        set("from", "");
        assertThat(titles()).containsExactly("القران الكريم");
        set("to", "2024-02-29");
        assertThat(found()).isZero();
        click("#clear");
        assertThat(found()).isEqualTo(9);
        assertThat(seen("#clear")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=القرية | 1",
                "outlet=منبر+المدينة | 4",
                "outlet= | 1",
                "topic=t:1 | 3",
                "topic= | 5",
                "topic=t:2&outlet=صحيفة الوادي | 2",
                "day=2024-03-05 | 5",
                "day=2024-03 | 7",
                "day=2024-03-01..2024-03-04 | 2",
                "day=..2024-03-03 | 2",
                "day=2024-03-04.. | 6",
                "day=2024 | 8",
                "day= | 1",
                "day=2023 | 0",
                "story=" + "abababababababababababababababababababababababababababababababab | 3",
                "story=abababababababab&outlet=منبر المدينة | 1",
                "outlet=nobody | 0",
                "day=nonsense | 9"
            })
    void opensAStateByItsAddress(String address, int expected) {
        open(few);
        browser.run("location.href = '#' + arguments[0]", address);
        await(() -> found() == expected);
        assertThat(titles()).hasSize(expected);
        assertThat(inView("#articles-title")).isTrue();

        open(few);
        assertThat(found()).isEqualTo(9);
        open(few, address);
        assertThat(found()).as("on load").isEqualTo(expected);
        await(() -> inView("#articles-title"));
    }

    @Test
    void keepsItsStateInTheAddressAndGoesBack() {
        open(few);
        type("القرية & المدينة #1");
        choose("outlet", "is" + "منبر المدينة");
        choose("topic", "is");
        set("from", "2024-03-01");
        set("to", "2024-03-05");
        await(() -> hash().contains("day="));
        assertThat(parameters())
                .containsExactly(
                        "q=القرية & المدينة #1", "outlet=منبر المدينة", "topic=", "day=2024-03-01..2024-03-05");

        String address = hash();
        browser.run("location.href = '#story=" + STORY + "'");
        await(() -> found() == 3);
        assertThat(browser.run("return document.getElementById('words').value")).isEqualTo("");
        browser.run("history.back()");
        await(() -> "القرية & المدينة #1".equals(browser.run("return document.getElementById('words').value")));
        assertThat(hash()).isEqualTo(address);

        click("#clear");
        await(() -> hash().equals("#articles"));
    }

    @Test
    void leavesTheAddressesOfSectionsAlone() {
        open(few);
        browser.run("location.href = '#topics'");
        await(() -> inView("#topics-title"));
        assertThat(found()).isEqualTo(9);
        type("القرية");
        await(() -> hash().startsWith("#q="));
        browser.run("location.href = '#outlets'");
        await(() -> inView("#outlets-title"));
        assertThat(found()).as("the search stays").isEqualTo(1);
    }

    @Test
    void showsAStoryWithItsOtherArticles() {
        open(few);
        type("القرية");
        browser.run("document.querySelector('#hits summary').focus()");
        browser.press(Keys.ENTER);
        await(() -> seen("#hits .story"));

        assertThat(text("#hits .story p")).contains("12", "4");
        assertThat(browser.list(
                        "return [...document.querySelectorAll('#hits .story li .title')].map((e) => e.textContent)"))
                .containsExactly("إقتصادُ المدينةِ ينمو", "خبر ثالث من القصة");
        assertThat(browser.list(
                        "return [...document.querySelectorAll('#hits .facts a')].map((e) => e.getAttribute('href'))"))
                .containsExactly("https://news.example/a/القرية");
        click("#hits .story .only");
        await(() -> found() == 3);
        assertThat(seen("#ofstory")).isTrue();
        click("#ofstory");
        assertThat(found()).isEqualTo(9);
    }

    @Test
    void marksWhatHasNoHeadline() {
        open(few);
        type("كلمات");
        assertThat(titles()).containsExactly("أولى كلمات النص بلا عنوان.");
        assertThat(seen("#hits .untitled")).isTrue();
    }

    @Test
    void listsTenThousandUnderThreeMegabytesAndAnswersAtOnce() throws IOException {
        Path report = write("many", database -> fillMany(database, 10_000, 160));
        long bytes = Files.size(report);
        open(report);
        assertThat(found()).isEqualTo(10_000);
        await(() -> Boolean.TRUE.equals(browser.run("return document.readyState === 'complete'")));

        List<Double> times = new ArrayList<>();
        for (String words : List.of("القرية", "ا", "مجلس المدينة 77", "لا يوجد", "خبر منبر")) {
            double once = milliseconds(words);
            times.add(
                    times.isEmpty()
                            ? once
                            : Math.min(once, milliseconds(words))); // somebody else may use the processor
        }
        double first = times.get(0);
        System.out.printf(
                "10,000 headlines: %,d bytes; first search %.0f ms, others %s ms%n",
                bytes,
                first,
                times.subList(1, times.size()).stream()
                        .map(time -> "%.0f".formatted(time))
                        .toList());

        assertThat(bytes).isLessThan(3_000_000);
        assertThat(report.resolveSibling("report-headlines")).doesNotExist();
        assertThat(times.subList(1, times.size())).allMatch(time -> time < 100);
        assertThat(first).as("with texts that are not folded yet").isLessThan(1_000);
        type("");
        assertThat(titles()).hasSize(100);
        click("#more");
        assertThat(titles()).hasSize(200);
        assertThat(browser.run("return document.activeElement === document.querySelectorAll('#hits summary')[100]"))
                .isEqualTo(true);
    }

    @Test
    void loadsOlderHeadlinesFromFilesBesideIt() throws IOException {
        Path report = write("archive", database -> fillMany(database, 31_000, 31));
        browser.requests();
        open(report);
        assertThat(found()).isEqualTo(10_000);
        assertThat(seen("#searched")).isTrue();
        assertThat(text("#searched")).contains("10,000", "31,000");

        type("خبر رقم 30999.");
        assertThat(found()).isZero();
        assertThat(seen("#nomatch")).as("not all was searched").isFalse();
        click("#older");
        await(() -> text("#loaded").equals("20,000"));
        assertThat(found()).isZero();
        click("#oldest");
        await(() -> !seen("#older"));
        assertThat(found()).isEqualTo(1);
        type("خبر رقم 77777.");
        assertThat(seen("#nomatch")).as("all was searched").isTrue();
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(folder.toUri().toString()) || address.startsWith("data:"))
                .anyMatch(address -> address.endsWith("report-headlines/003.js"));
    }

    @Test
    void knowsByTheDaysWhatItNeedNotLoad() throws IOException {
        Path report = write("days", database -> fillMany(database, 31_000, 31));
        open(report, "day=" + DAY);
        assertThat(found()).isEqualTo(1_000);
        assertThat(seen("#older")).isFalse();
        open(report, "day=" + DAY.minusDays(30));
        assertThat(found()).isZero();
        assertThat(seen("#older")).isTrue();
        open(report, "day=2023");
        assertThat(seen("#older"))
                .as("what may be older than the last file begins")
                .isTrue();
        open(report, "day=2025");
        assertThat(seen("#nomatch")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhichFileIsMissingOrOfAnotherReport(boolean missing) throws IOException {
        Path report = write("broken" + missing, database -> fillMany(database, 20_001, 20));
        Path file = report.resolveSibling("report-headlines/001.js");
        if (missing) {
            Files.delete(file);
        } else {
            Files.copy(report.resolveSibling("report-headlines/002.js"), folder.resolve("other.js"));
            Files.move(folder.resolve("other.js"), file, StandardCopyOption.REPLACE_EXISTING);
        }
        open(report);
        click("#older");
        await(() -> seen("#unread"));
        assertThat(text("#unread")).contains("report-headlines/001.js");
        assertThat(text("#loaded")).isEqualTo("10,000");
        assertThat(browser.complaints()).hasSize(missing ? 1 : 0);
    }

    @Test
    void letsNoOtherScriptLoadWhatIsBesideIt() throws IOException {
        Path report = write("policy", database -> fillMany(database, 20_001, 20));
        Files.writeString(folder.resolve("evil.js"), "window.attacked = 1;");
        String page = Files.readString(report);
        Files.writeString(
                report,
                page.replace(
                        "<main id=\"main\">",
                        "<main id=\"main\"><script src=\"../evil.js\"></script><script>window.attacked = 2</script>"));
        open(report);
        assertThat(browser.run("return window.attacked")).isNull();
        assertThat(browser.complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("Content Security Policy"));
        browser.run("""
                const script = document.createElement('script');
                script.src = 'https://news.example/evil.js';
                document.head.append(script);
                """);
        await(() -> browser.complaints().stream().anyMatch(said -> said.contains("Content Security Policy")));
    }

    @Test
    void fitsAPhoneAndHasNoSeriousFindingsOfAxe() {
        for (View view : List.of(new View("ar", false, 390), new View("en", true, 390))) {
            open(few);
            browser.look(view);
            browser.run("location.href = '#story=" + STORY + "'");
            await(() -> found() == 3);
            browser.run("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
            assertThat((Long) browser.run("return document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            await(() -> seen("#hits .story li a"));
            assertThat(browser.axe()).isEmpty();
        }
        browser.look(WIDE);
    }

    // Databases

    private interface Filling {
        void fill(DataSource database);
    }

    private static Path write(String name, Filling filling) throws IOException {
        DataSource database = TestDatabase.hsqldb();
        filling.fill(database);
        return new HtmlReport(database).write(Files.createDirectories(folder.resolve(name)), Slice.ALL, null, Set.of());
    }

    private static void fillFew(DataSource database) {
        String valley = "صحيفة الوادي";
        String tribune = "منبر المدينة";
        Fixture fixture = Fixture.in(database)
                .topic("t:1", "health", "صحة")
                .topic("t:2", "economy", "اقتصاد")
                .run("COMPLETED", 9, 9, 0, 0)
                .story(STORY, "قصة", DAY, 12, 4);
        add(fixture, valley, DAY, "إقتصادُ المدينةِ ينمو").about("t:2", 0.9).tells(STORY, DAY);
        add(fixture, tribune, DAY, "مستشفى القرية").about("t:1", 0.9).tells(STORY, DAY);
        add(fixture, tribune, DAY.minusDays(4), "القران الكريم").about("t:1", 0.6);
        add(fixture, valley, DAY.minusDays(1), "خبر ثالث من القصة")
                .about("t:2", 0.8)
                .about("t:1", 0.5)
                .tells(STORY, DAY);
        add(fixture, "Harbour", DAY, "موازنة 2024");
        add(fixture, tribune, DAY, "The BULLETIN of Harbour");
        add(fixture, valley, null, "خبر بلا يوم");
        add(fixture, tribune, LocalDate.of(2024, 1, 31), "أقدم خبر");
        fixture.article("untitled.txt", 1, null, "أولى كلمات النص بلا عنوان.")
                .analysed(null, DAY, null, null, "أولى كلمات النص بلا عنوان.", 0, 0);
        fixture.summarised();
    }

    private static Fixture.Analysed add(Fixture fixture, String outlet, @Nullable LocalDate day, String title) {
        String word = title.substring(title.lastIndexOf(' ') + 1);
        return fixture.article(title + ".txt", 1, outlet, "نص " + title)
                .analysed(title, day, null, null, "نص", 0, 0)
                .published(outlet, "https://news.example/a/" + word, title, day);
    }

    /** Headlines, addresses and topics of usual length, each a story of its own; {@code days} days back from {@link #DAY}. */
    private static void fillMany(DataSource database, int headlines, int days) {
        Fixture.in(database)
                .topic("t:1", "health", "صحة")
                .topic("t:2", "economy", "اقتصاد")
                .topic("t:3", "war", "حرب")
                .run("COMPLETED", headlines, headlines, 0, 0)
                .many(
                        headlines,
                        number -> new Fixture.Many(
                                number % 7 == 0 ? "منبر المدينة" : "وكالة أنباء " + number % 40,
                                DAY.minusDays((long) number * days / headlines),
                                "مجلس المدينة يناقش في القرية %d موازنة العام خبر رقم %d."
                                        .formatted(number % 100, number),
                                "https://www.outlet%d.example/news/2024/3/%d/موازنة-العام-%d"
                                        .formatted(number % 40, number % 28, number),
                                "قال متحدث إن الأعمال ستنتهي في موعدها وإن اللجنة راجعت جميع التقارير. ".repeat(30),
                                List.of("t:" + (1 + number % 3), "t:" + (1 + (number + 1) % 3))
                                        .subList(0, 1 + number % 2)))
                .summarised();
    }

    // What is done in the page

    private static void open(Path report) {
        browser.open(report);
        awaitScript();
    }

    /** The driver may answer before a large page has come to its script. */
    private static void awaitScript() {
        await(() -> seen("form.filter"));
    }

    private static void open(Path report, String address) {
        browser.open("about:blank"); // or it would not be loaded again
        String encoded = "#"
                + URLEncoder.encode(address, StandardCharsets.UTF_8)
                        .replace("%3D", "=")
                        .replace("%26", "&")
                        .replace("%2B", "+");
        browser.open(report.toUri() + encoded);
        awaitScript();
    }

    private static void type(String words) {
        browser.run("const words = document.getElementById('words'); words.focus(); words.select()");
        browser.press(words.isEmpty() ? Keys.DELETE : words);
    }

    private static double milliseconds(String words) {
        return ((Number) Objects.requireNonNull(browser.run("""
                const words = document.getElementById('words');
                words.value = arguments[0];
                const begin = performance.now();
                words.dispatchEvent(new Event('input', { bubbles: true }));
                document.getElementById('hits').getBoundingClientRect();
                return performance.now() - begin + 0.001;
                """, words))).doubleValue();
    }

    private static void choose(String id, String value) {
        set(id, value);
        assertThat(browser.run("return document.getElementById(arguments[0]).value", id))
                .isEqualTo(value);
    }

    private static void set(String id, String value) {
        browser.run("""
                const control = document.getElementById(arguments[0]);
                control.value = arguments[1];
                control.dispatchEvent(new Event('input', { bubbles: true }));
                """, id, value);
    }

    private static void click(String selector) {
        browser.run("document.querySelector(arguments[0]).click()", selector);
    }

    private static List<String> titles() {
        return browser.list("return " + TITLES);
    }

    private static int found() {
        return Integer.parseInt(text("#found").replace(",", ""));
    }

    private static String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector(arguments[0]).textContent", selector));
    }

    private static boolean seen(String selector) {
        return Boolean.TRUE.equals(browser.run(
                "const e = document.querySelector(arguments[0]); return e !== null && e.checkVisibility()", selector));
    }

    private static boolean inView(String selector) {
        return Boolean.TRUE.equals(browser.run("""
                const box = document.querySelector(arguments[0]).getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight;
                """, selector));
    }

    private static String hash() {
        return String.valueOf(browser.run("return location.hash"));
    }

    private static List<String> parameters() {
        return browser.list("return [...new URLSearchParams(location.hash.slice(1))].map((pair) => pair.join('='))");
    }

    private static void await(Callable<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
                Thread.sleep(20);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
