package io.ghirbal.report.html;

/**
 * Style and scripts of the page, inlined so that the report is one file that works without a network.
 *
 * @param style the style sheet
 * @param script what makes the page move
 */
record PageAssets(Inlined style, Inlined script) {

    static PageAssets load() {
        return new PageAssets(new Inlined(Resource.read("report.css")), new Inlined(Resource.read("report.js")));
    }

    /** Lets the page run its own style and scripts and nothing else, and reach no network. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + style.hash() + "; script-src " + script.hash()
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
