package io.ghirbal.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes pictures of a report in every way it can be looked at. No test: its name keeps it out of the build, {@code CONTRIBUTING.md} says
 * how to call it.
 */
class ReportScreenshots {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    private static final int MOST_PICTURES = 12;

    @TempDir
    private Path profile;

    @Test
    void photographs() throws IOException {
        Path report = TOP.resolve(System.getProperty("report", "ghirbal-out/report.html"));
        Path folder = TOP.resolve(System.getProperty("screenshots", "report-module/target/screenshots"));
        try (Browser browser = Browser.start(profile)) {
            photograph(browser, report, folder, MOST_PICTURES);
        }
        System.out.println("Screenshots of " + report + " are in " + folder);
    }

    /** Leaves {@code <language>-<light or dark>-<width>-<part>.png} of each view, and {@code print-<language>-<part>.png} and {@code .pdf}. */
    static void photograph(Browser browser, Path report, Path folder, int most) throws IOException {
        browser.open(report);
        for (Browser.View view : Browser.View.ALL) {
            browser.look(view);
            browser.photograph(folder, view.toString(), most);
        }
        for (String language : new String[] {"ar", "en"}) {
            browser.look(new Browser.View(language, false, Browser.A4_WIDTH));
            browser.medium("print", false);
            browser.photograph(folder, "print-" + language, most);
            browser.print(folder.resolve("print-" + language + ".pdf"));
        }
    }
}
