package io.ghirbal.report.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Chromium without a window. Where it is not installed the test that starts it is skipped, or fails with {@code -Dbrowser=required}.
 * Nothing is downloaded in its place.
 */
final class Browser implements AutoCloseable {
    /** Of the text of an A4 page between margins of 1 cm, in pixels of CSS. */
    static final int A4_WIDTH = 718;

    private static final int PICTURE_HEIGHT = 1400;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param profile an empty folder, filled by the browser */
    static Browser start(Path profile) {
        requireInstalled();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile.toAbsolutePath());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return new Browser(driver);
    }

    private static void requireInstalled() {
        if (Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)) {
            return;
        }
        String message = "%s and %s are needed: apt-get install chromium chromium-driver".formatted(CHROMIUM, DRIVER);
        if ("required".equals(System.getProperty("browser"))) {
            fail(message);
        }
        System.out.println("Skipped, no browser. " + message);
        abort(message);
    }

    /** How the page is looked at. */
    record View(String language, boolean dark, int width) {
        static final List<View> ALL = List.of(
                new View("ar", false, 1280),
                new View("ar", false, 390),
                new View("ar", true, 1280),
                new View("ar", true, 390),
                new View("en", false, 1280),
                new View("en", false, 390),
                new View("en", true, 1280),
                new View("en", true, 390));

        @Override
        public String toString() {
            return language + "-" + (dark ? "dark" : "light") + "-" + width;
        }
    }

    /** Opens a file from disk, anew. */
    void open(Path page) {
        open(page.toUri().toString());
    }

    /** Opens an address, which may say where in the page to look. */
    void open(String address) {
        driver.get(address);
    }

    /** Looks at the page that is open in another way. */
    void look(View view) {
        medium("screen", view.dark());
        width(view.width());
        speak(view.language());
    }

    /** @param medium {@code screen} or {@code print} */
    void medium(String medium, boolean dark) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                // or the page still moves when it is looked at
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** @param pixels of CSS; below 600 the screen is a phone's */
    void width(int pixels) {
        boolean phone = pixels < 600;
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", phone ? 844 : 900, "deviceScaleFactor", 1, "mobile", phone));
    }

    /** Presses the switch when the page is not in {@code language} (a tag such as {@code ar}) already. */
    void speak(String language) {
        if (!language.equals(run("return document.documentElement.lang"))) {
            run("""
                    const name = { ar: 'العربية', en: 'English' }[arguments[0]];
                    const named = (element) => element.innerText.trim() === name && element.checkVisibility();
                    const button = [...document.querySelectorAll('button, a[href], label, [role]')].find(named);
                    if (!button) throw new Error('no control to switch to ' + name);
                    button.click();
                    """, language);
        }
    }

    /**
     * Runs the body of a function in the page.
     *
     * @return what it returns: null, a boolean, a number, a string, a list or a map
     * @throws JavascriptException when it throws
     */
    @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs the body of a function that returns a list of strings. */
    List<String> list(String script, Object... arguments) {
        return ((List<?>) Objects.requireNonNull(run(script, arguments)))
                .stream().map(String::valueOf).toList();
    }

    /** Runs the body of a function that calls the last of its arguments with a JSON text. */
    JsonNode await(String script, Object... arguments) {
        return JsonMapper.shared()
                .readTree((String) Objects.requireNonNull(driver.executeAsyncScript(script, arguments)));
    }

    /** The serious and critical findings on the page as it stands. */
    List<String> axe() {
        run(axeScript());
        JsonNode results = await("""
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
                    .then((results) => done(JSON.stringify(results.violations)), (error) => done(JSON.stringify([{ id: String(error) }])));
                """);
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : results) {
            String impact = finding.path("impact").asString("critical");
            if (impact.equals("serious") || impact.equals("critical")) {
                finding.path("nodes")
                        .forEach(node -> findings.add("%s (%s): %s: %s"
                                .formatted(
                                        finding.get("id").asString(),
                                        impact,
                                        node.path("target"),
                                        node.path("failureSummary").asString())));
            }
        }
        return findings;
    }

    private static String axeScript() {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses keys one after the other, as on the keyboard. */
    void press(CharSequence... keys) {
        Actions actions = new Actions(driver);
        Arrays.stream(keys).forEach(actions::sendKeys);
        actions.perform();
    }

    /** Whether scripts of the page run; those given to {@link #run} do in any case. */
    void scripts(boolean run) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Whether the network is cut. */
    void offline(boolean cut) {
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Calls a method of the DevTools protocol. */
    Map<String, Object> command(String method, Map<String, Object> parameters) {
        return driver.executeCdpCommand(method, parameters);
    }

    /** What the console has said since it was last asked, warnings and errors only. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    /** The addresses asked for since this was last called. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asString())
                .toList();
    }

    /**
     * Takes the page from its top, in PNG files of a screen and a half each: {@code <name>-1.png}, {@code <name>-2.png} and on.
     *
     * @param most number of files
     */
    void photograph(Path folder, String name, int most) throws IOException {
        int height = number("return document.documentElement.scrollHeight");
        int width = number("return document.documentElement.clientWidth");
        for (int i = 0; i < most && i * PICTURE_HEIGHT < height; i++) {
            Map<String, Object> part = Map.of(
                    "x",
                    0,
                    "y",
                    i * PICTURE_HEIGHT,
                    "width",
                    width,
                    "height",
                    Math.min(PICTURE_HEIGHT, height - i * PICTURE_HEIGHT),
                    "scale",
                    1);
            write(
                    folder.resolve(name + "-" + (i + 1) + ".png"),
                    command("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", part)));
        }
    }

    private int number(String script) {
        return ((Number) Objects.requireNonNull(run(script))).intValue();
    }

    /** Prints the page to a PDF of A4 size with its backgrounds. */
    void print(Path file) throws IOException {
        medium("", false);
        write(
                file,
                command("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69)));
    }

    private static void write(Path file, Map<String, Object> answer) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode((String) Objects.requireNonNull(answer.get("data"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
