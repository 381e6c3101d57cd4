package io.ghirbal.nlp.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What tells one text from another when texts are counted: SHA-256 over the folded words of the cleaned body, signs, white space, spelling
 * of alef and a dateline in front left out. Two texts with the same digest say the same, word for word.
 */
public final class TextDigest {
    private TextDigest() {}

    /** What an article is counted as: the digest of its cleaned body, its own id when that has no word. */
    public static String of(String body, String articleId) {
        String digest = of(body);
        return digest == null ? articleId : digest;
    }

    /** The digest of a cleaned body in hexadecimal; null when it has no word. */
    public static @Nullable String of(String body) {
        StringBuilder words = new StringBuilder(body.length());
        StoryWords scanner = new StoryWords(body.substring(Dateline.end(body)), Integer.MAX_VALUE);
        while (scanner.next()) {
            scanner.appendTo(words);
        }
        if (words.isEmpty()) {
            return null;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(words.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
