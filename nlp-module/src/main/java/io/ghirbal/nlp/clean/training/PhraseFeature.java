package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feature that tells of a known phrase in a line, named {@code phrase=place/kind}.
 *
 * @param place how the phrase stands in the line, as the name of the feature says it
 * @param kind what the phrase announces
 */
record PhraseFeature(String place, BoilerplateKind kind) {
    private static final String GROUP = "phrase=";

    /** Reads the name of a feature; null when it tells of no phrase of a kind. */
    static @Nullable PhraseFeature of(String name) {
        if (!name.startsWith(GROUP)) {
            return null;
        }
        int slash = name.indexOf('/');
        return new PhraseFeature(
                name.substring(GROUP.length(), slash),
                BoilerplateKind.valueOf(name.substring(slash + 1).toUpperCase(Locale.ROOT)));
    }
}
