package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script that stands in the page.
 *
 * @param content what stands between the tags, exactly
 */
record Inlined(String content) {
    Inlined {
        if (content.contains("</script") || content.contains("</style") || content.contains("<!--")) {
            throw new IllegalArgumentException("Would end its element early");
        }
    }

    /** How the Content-Security-Policy names it: only what has this hash is run. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
