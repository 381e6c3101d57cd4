package io.ghirbal.nlp.step;

import org.jspecify.annotations.Nullable;

/**
 * What the analyse step needs of a stored article.
 *
 * @param id SHA-256 of the text, hexadecimal
 * @param outlet the outlet it is of; null when unknown
 * @param title headline the source gave; null when none
 * @param published date of publication as the source wrote it; null when none
 * @param lineHints what the source knows of the lines, a letter for each; null when it knows nothing
 * @param text the raw text
 */
record StoredText(
        String id,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String published,
        @Nullable String lineHints,
        String text) {}
