package io.ghirbal.report.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.Browser.View;
import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The report as its readers meet it: opened from disk in a real browser. What it asks the page is in {@code page.js} beside it. With {@code
 * -Dbrowser.views=all}, as a nightly build has it, what may differ from view to view is asked in each of them.
 */
@ExtendWith(SoftAssertionsExtension.class)
class ReportInBrowserIT {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final boolean ALL_VIEWS = "all".equals(System.getProperty("browser.views"));
    private static final View WIDE = new View("ar", false, 1280);
    private static final View WIDE_ENGLISH = new View("en", false, 1280);
    private static final String PAGE = resource("page.js");
    private static final int MOST_TAB_STOPS = 400;
    private static final double SMALLEST_TEXT_PIXELS = 12;
    private static final double SMALL_TEXT_PIXELS = 13;
    /** Numbers of lines, badges and the like; running text is larger. */
    private static final double MOST_SMALL_TEXT = 0.1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private static Path report;

    @BeforeAll
    static void writeReport() throws Exception {
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
        SampleNews.write(folder.resolve("news"));
        Answer answer = new GhirbalJar(folder).call("run", SEEDS.toString(), "news");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        report = folder.resolve("ghirbal-out/report.html");
    }

    @BeforeEach
    void openReport() {
        browser.scripts(true);
        browser.open(report);
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
    @ValueSource(booleans = {false, true})
    void asksNothingOfTheNetworkAndMissesNothingWithoutOne(boolean offline) {
        browser.requests();
        browser.offline(offline);
        try {
            browser.open(report);
            View.ALL.forEach(browser::look);
            browser.run(page("openAll()"));
            browser.look(WIDE);

            assertThat(browser.requests())
                    .as("requests")
                    .contains(report.toUri().toString())
                    .allMatch(address -> address.equals(report.toUri().toString()) || address.startsWith("data:"));
            assertThat(browser.list(page("blankFigures()")))
                    .as("figures that show nothing")
                    .isEmpty();
        } finally {
            browser.offline(false);
        }
    }

    @Test
    void linksToNothingButItselfTheFilesBesideItAndTheNews() {
        browser.run(page("openAll()"));
        List<String> links = browser.list(page("links()"));
        assertThat(links).anyMatch(link -> link.startsWith(SampleNews.SITE));
        for (String link : links) {
            if (link.startsWith(SampleNews.SITE)) {
                continue;
            }
            if (link.startsWith("#") && link.contains("=")) {
                browser.run("location.href = arguments[0]", link);
                browser.await("setTimeout(arguments[arguments.length - 1], 50, '0')");
                assertThat(browser.list(page("articles(arguments[0])"), List.of("")))
                        .as("what is found at " + link)
                        .isNotEmpty();
            } else if (link.startsWith("#")) {
                assertThat(browser.run("return document.getElementById(arguments[0]) !== null", link.substring(1)))
                        .as("target of " + link)
                        .isEqualTo(true);
            } else {
                assertThat(report.resolveSibling(link)).exists();
            }
        }
    }

    @Test
    void showsHostileTextAsText() {
        browser.run(page("openAll()"));

        assertThat(browser.run("return window[arguments[0]]", SampleNews.MARK)).isNull();
        assertThat(text()).contains(SampleNews.HOSTILE_TITLE).contains("<style>*{display:none}</style>");
        assertThat(
                        browser.list(
                                "return [...document.querySelectorAll('img, iframe, object, embed, base, link')].map(e => e.outerHTML)"))
                .isEmpty();
    }

    @Test
    void tellsEveryChartByACaptionAndATableToo() {
        assertThat(browser.list(page("figuresNotTold()"))).isEmpty();
    }

    @Test
    void isLaidOutFromTheRightInArabicAndFromTheLeftInEnglish() {
        for (View view : List.of(WIDE, WIDE_ENGLISH, WIDE)) {
            browser.look(view);
            browser.run(page("openAll()"));
            String direction = view.language().equals("ar") ? "rtl" : "ltr";

            assertThat(browser.list("""
                    const root = document.documentElement;
                    return [root.lang, root.dir, getComputedStyle(root).direction, getComputedStyle(document.body).direction];
                    """)).containsExactly(view.language(), direction, direction, direction);
            assertThat(browser.list(page("tables()"))).hasSizeGreaterThan(2);
            assertThat(browser.list(page("tablesThatDoNotBegin(arguments[0])"), direction))
                    .as("tables that begin on the wrong side")
                    .isEmpty();
        }
    }

    @Test
    void speaksOneLanguageAtATime(SoftAssertions softly) throws IOException {
        String data = data();
        browser.run(page("openAll()"));

        softly.assertThat(browser.list(page("labelsWithoutArabic(arguments[0])"), data))
                .as("labels that are not Arabic")
                .isEmpty();
        browser.look(WIDE_ENGLISH);
        softly.assertThat(browser.list(page("arabicOutside(arguments[0])"), data))
                .as("Arabic that is not data")
                .isEmpty();
        browser.look(WIDE);
        softly.assertThat(browser.list(page("labelsWithoutArabic(arguments[0])"), data))
                .as("labels that are not Arabic")
                .isEmpty();
    }

    @Test
    void tellsWhichLanguageIsChosen() {
        assertThat(browser.list(page("chosen()"))).as("chosen at first").doesNotContain("English");
        browser.look(WIDE_ENGLISH);
        assertThat(browser.list(page("chosen()")))
                .as("chosen after English")
                .contains("English")
                .doesNotContain("العربية");
        browser.look(WIDE);
        assertThat(browser.list(page("chosen()"))).as("chosen after Arabic").doesNotContain("English");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isReachedByKeyboardAllOver(String language) {
        browser.look(new View(language, false, 1280));
        List<String> expected = browser.list(page("numberControls()"));
        List<String> reached = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < MOST_TAB_STOPS; i++) {
            browser.press(Keys.TAB);
            List<String> stop = browser.list(page("stop()"));
            if (!stop.isEmpty() && !reached.isEmpty() && stop.get(0).equals(reached.get(reached.size() - 1))) {
                continue; // a control with parts, as that of a day has
            }
            if (stop.isEmpty() || reached.contains(stop.get(0))) {
                break;
            }
            reached.add(stop.get(0));
            faults.addAll(stop.subList(1, stop.size()));
        }

        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(reached).as("what Tab reaches").containsAll(expected);
        assertThat(faults).as("where the focus cannot be seen").isEmpty();
    }

    @Test
    void skipsToTheContentByKeyboard() {
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.activeElement.getAttribute('href')"))
                .asString()
                .startsWith("#");
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);

        assertThat(browser.run("return document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void opensAndFoldsAnArticleByKeyboard() {
        for (Keys key : List.of(Keys.ENTER, Keys.SPACE)) {
            assertThat(browser.run(page("focusSummary(arguments[0]).open"), SampleNews.SOUGHT_TITLE))
                    .isEqualTo(false);
            browser.press(key);
            assertThat(browser.run(page("focusSummary(arguments[0]).open"), SampleNews.SOUGHT_TITLE))
                    .isEqualTo(true);
            browser.press(key);
        }
    }

    @Test
    void findsAnArticleByAWordOfItAndSaysHowManyThereAre() {
        int all =
                browser.list(page("articles(arguments[0])"), SampleNews.TITLES).size();
        browser.run(page("searchField().focus()"));
        browser.press("الفلكيون");

        List<String> found = browser.list(page("articles(arguments[0])"), SampleNews.TITLES);
        assertThat(all).isGreaterThan(10);
        assertThat(found).isNotEmpty().hasSizeLessThan(all).allMatch(title -> title.contains("الفلكيون"));
        assertThat(browser.list(page("announced()")))
                .as("live regions")
                .anyMatch(said -> said.contains("" + found.size()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasNoSeriousFindingsOfAxe(View view) throws IOException {
        browser.look(view);

        assertThat(browser.axe()).as("folded").isEmpty();
        browser.run(page("openAll()"));
        assertThat(browser.axe()).as("opened").isEmpty();
    }

    /** In a short form, the view of most readers and the one that differs from it in everything. */
    static List<View> views() {
        return ALL_VIEWS ? View.ALL : List.of(WIDE, new View("en", true, 390));
    }

    static List<String> languages() {
        return ALL_VIEWS ? List.of("ar", "en") : List.of("ar");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void printsArticlesAndChartsWholeAndNoControls(String language, SoftAssertions softly) throws IOException {
        browser.look(new View(language, false, Browser.A4_WIDTH));
        browser.medium("print", false);

        softly.assertThat(browser.list(page("controls()")))
                .as("controls on paper")
                .isEmpty();
        softly.assertThat(browser.list(page("articles(arguments[0])"), SampleNews.TITLES))
                .as("articles on paper")
                .hasSizeGreaterThan(10);
        softly.assertThat(browser.list(page("blankFigures()")))
                .as("figures that show nothing")
                .isEmpty();
        softly.assertThat(browser.list(page("clipped()")))
                .as("cut off on paper")
                .isEmpty();
        browser.run(page("openAll()"));
        softly.assertThat(browser.list(page("clipped()")))
                .as("cut off on paper when opened")
                .isEmpty();
        softly.assertThat(browser.axe()).as("on paper").isEmpty();

        Path pdf = SCREENSHOTS.resolve("print-" + language + ".pdf");
        browser.print(pdf);
        softly.assertThat(Files.readAllBytes(pdf))
                .startsWith("%PDF-".getBytes(UTF_8))
                .hasSizeGreaterThan(20_000);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fitsAScreenOf390Pixels(String language, SoftAssertions softly) {
        browser.look(new View(language, false, 390));

        for (String state : List.of("folded", "opened")) {
            softly.assertThat(browser.run("return innerWidth"))
                    .as("width of the window, " + state)
                    .isEqualTo(390L);
            softly.assertThat(browser.list(page("beyond(390)")))
                    .as("beyond the edge, " + state)
                    .isEmpty();
            softly.assertThat((Long) browser.run("return document.scrollingElement.scrollWidth"))
                    .as("width of the page, " + state)
                    .isLessThanOrEqualTo(390);
            softly.assertThat(browser.list(page("textBelow(arguments[0])"), SMALLEST_TEXT_PIXELS))
                    .as("text under %s px, %s", SMALLEST_TEXT_PIXELS, state)
                    .isEmpty();
            softly.assertThat((Number) browser.run(page("shareOfTextBelow(arguments[0])"), SMALL_TEXT_PIXELS))
                    .extracting(Number::doubleValue)
                    .as("share of text under %s px, %s", SMALL_TEXT_PIXELS, state)
                    .satisfies(share -> assertThat(share).isLessThan(MOST_SMALL_TEXT));
            browser.run(page("openAll()"));
        }
    }

    @Test
    void isReadWithoutJavaScript() {
        List<String> titles = browser.list(page("articles(arguments[0])"), SampleNews.TITLES);
        List<String> headings = browser.list(page("headings()"));
        browser.scripts(false);
        browser.open(report);

        assertThat(browser.run("return document.documentElement.dir")).isEqualTo("rtl");
        assertThat(browser.list(page("headings()"))).as("headings").isEqualTo(headings);
        assertThat(browser.list(page("articles(arguments[0])"), SampleNews.TITLES))
                .as("articles")
                .isEqualTo(titles)
                .hasSizeGreaterThan(10);
        assertThat(browser.list(page("blankFigures()")))
                .as("figures that show nothing")
                .isEmpty();
        assertThat(browser.list(page("controls()")))
                .as("controls that do nothing")
                .isEmpty();
        browser.run(page("focusSummary(arguments[0])"), SampleNews.SOUGHT_TITLE);
        browser.press(Keys.ENTER);
        assertThat(browser.run(page("focusSummary(arguments[0]).innerText"), SampleNews.SOUGHT_TITLE))
                .asString()
                .contains("اللجنة راجعت جميع التقارير");
    }

    @Test
    @Tag("nightly")
    void leavesScreenshots() throws IOException {
        ReportScreenshots.photograph(browser, report, SCREENSHOTS, 1);

        for (View view : View.ALL) {
            assertThat(SCREENSHOTS.resolve(view + "-1.png")).isNotEmptyFile();
        }
    }

    private static String text() {
        return Objects.requireNonNull((String) browser.run("return document.body.innerText"));
    }

    /** A script that returns what an expression over the functions of {@code page.js} comes to. */
    private static String page(String expression) {
        return PAGE + "\nreturn " + expression;
    }

    /** All that was read, and its file names: what may stand on the page in any language. */
    private static String data() throws IOException {
        StringBuilder data = new StringBuilder();
        for (Path root : List.of(SEEDS, folder.resolve("news"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    data.append(file)
                            .append('\n')
                            .append(new String(Files.readAllBytes(file), UTF_8)
                                    .replace("\\n", "\n")) // as JSON means it
                            .append('\n');
                }
            }
        }
        return data.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportInBrowserIT.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
