package io.ghirbal.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Style and scripts of the page, inlined so that the report is one file that works without a network.
 *
 * @param style the style sheet
 * @param charts Chart.js
 * @param script what makes the page move
 */
record PageAssets(Inlined style, Inlined charts, Inlined script) {

    static PageAssets load() {
        return new PageAssets(
                new Inlined(Resource.read("report.css")),
                new Inlined(chartJs()),
                new Inlined(Resource.read("report.js")));
    }

    /** Lets the page run its own style and scripts and nothing else, and reach no network. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + style.hash() + "; script-src " + charts.hash() + " " + script.hash()
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String chartJs() {
        String source =
                Resource.read("/META-INF/resources/webjars/chart.js/" + chartJsVersion() + "/dist/chart.umd.min.js");
        return source.replaceFirst("\\s*//# sourceMappingURL=\\S*\\s*$", "\n");
    }

    private static String chartJsVersion() {
        Properties artifact = new Properties();
        try (InputStream in = Resource.open("/META-INF/maven/org.webjars.npm/chart.js/pom.properties")) {
            artifact.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return artifact.getProperty("version");
    }
}
