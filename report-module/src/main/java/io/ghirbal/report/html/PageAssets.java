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

    /**
     * Lets the page run its own style and scripts and nothing else, and reach no network.
     *
     * @param filesBeside whether its script may load more of them from the folder of the page. What is trusted then is that script, by its
     *     hash: of a page opened from disk browsers agree on no other name for the files beside it, and no element that got into the page is
     *     trusted with it.
     */
    String contentSecurityPolicy(boolean filesBeside) {
        return "default-src 'none'; style-src " + style.hash() + "; script-src " + script.hash()
                + (filesBeside ? " 'strict-dynamic'" : "")
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /**
     * What such a script may be loaded from, as a second policy, since the first one trusts the script that loads it with any address: only
     * files, or the server that the page came from.
     */
    String filesBesidePolicy() {
        return "script-src " + script.hash() + " 'self' file:";
    }
}
