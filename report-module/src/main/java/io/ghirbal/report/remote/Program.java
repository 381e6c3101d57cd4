package io.ghirbal.report.remote;

/**
 * What decides how an article is analysed: the manager of a run and its workers must have the same, or the rows of the run would be of
 * two kinds.
 *
 * @param version of the program
 * @param rules SHA-256 of the rules of the cleaner
 * @param model SHA-256 of the topic model
 */
public record Program(String version, String rules, String model) {
    private static final int SHOWN = 12;

    /** In words, with as much of the digests as tells them apart. */
    @Override
    public String toString() {
        return "version %s, cleaning rules %s, topic model %s".formatted(version, shortened(rules), shortened(model));
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
