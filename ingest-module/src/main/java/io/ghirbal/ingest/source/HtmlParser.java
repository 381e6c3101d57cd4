package io.ghirbal.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of a page out of its bytes, or says why there is none. Nothing is fetched and no script is run. The tree has at most
 * {@value #MOST_ELEMENTS} elements and is at most {@value #MOST_DEPTH} deep, whatever the page: what is nested deeper is moved up.
 */
final class HtmlParser {
    static final int MOST_ELEMENTS = 250_000;
    static final int MOST_DEPTH = 512;

    /** Where jsoup looks for the charset that the page names. */
    private static final int BYTES_WITH_CHARSET = 1 << 14;

    private HtmlParser() {}

    /** What became of the bytes. */
    sealed interface Parsed permits Tree, NoTree {}

    /**
     * A page.
     *
     * @param damaged whether bytes of it were not valid in the charset; U+FFFD stands for them
     */
    record Tree(Document document, Charset charset, boolean damaged) implements Parsed {}

    /** @param message what is wrong, where, and what to do */
    record NoTree(RejectionCause cause, String message) implements Parsed {}

    /**
     * Parses a page.
     *
     * @param named the charset that the server named; null when there was none
     * @param address what relative addresses in the page are relative to; empty when it is not known
     */
    static Parsed parse(byte[] bytes, @Nullable String named, String address) {
        Optional<String> signature = FileSignature.of(bytes);
        if (signature.isPresent()) {
            return new NoTree(
                    RejectionCause.BINARY,
                    "The content is %s, no page; extract its text first, or remove it.".formatted(signature.get()));
        }
        Charset charset = charset(bytes, named);
        if (charset == null) {
            // the words for it are those of any other text
            return TextDecoder.decode(bytes) instanceof TextDecoder.Refusal refusal
                    ? new NoTree(refusal.cause(), refusal.message())
                    : new NoTree(RejectionCause.UNDECODABLE, "No charset fits the page; save it again as UTF-8.");
        }
        String decoded = new String(bytes, charset);
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        boolean damaged = text.indexOf('\uFFFD') >= 0
                && TextDecoder.attempt(bytes, charset).text() == null;
        try (StreamParser parser =
                new StreamParser(Parser.htmlParser().setMaxDepth(MOST_DEPTH)).parse(new StringReader(text), address)) {
            int elements = 0;
            for (Iterator<Element> all = parser.iterator(); all.hasNext(); all.next()) {
                if (++elements > MOST_ELEMENTS) {
                    return new NoTree(
                            RejectionCause.TOO_LARGE,
                            "The page has more than %,d elements, as no article has; extract its text first, or remove it."
                                    .formatted(MOST_ELEMENTS));
                }
            }
            return new Tree(parser.document(), charset, damaged);
        }
    }

    /**
     * The charset of a page: that of its byte order mark; UTF-8 if the bytes are valid in it, whatever the page says; what the server or
     * else the page says; what the letters beyond ASCII say. Null when nothing fits.
     */
    private static @Nullable Charset charset(byte[] bytes, @Nullable String named) {
        Charset marked = CharsetDetector.markedCharset(bytes);
        if (marked != null) {
            return marked;
        }
        String utf8 = TextDecoder.attempt(bytes, StandardCharsets.UTF_8).text();
        if (utf8 != null && utf8.indexOf('\0') < 0) {
            return StandardCharsets.UTF_8;
        }
        Charset said = supported(named);
        if (said == null) {
            said = inPage(bytes);
        }
        if (said != null && !isUnicode(said) && !isLatin(said)) {
            return said;
        }
        if (CharsetDetector.isMostlyUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        Charset detected = CharsetDetector.detect(utf8 == null ? beyondAscii(bytes) : bytes);
        return detected == null && said != null && isLatin(said) ? said : detected;
    }

    private static @Nullable Charset inPage(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_WITH_CHARSET));
        try {
            Document document = org.jsoup.Jsoup.parse(
                    new ByteArrayInputStream(beginning),
                    null,
                    "",
                    Parser.htmlParser().setMaxDepth(MOST_DEPTH));
            return document.charset();
        } catch (IOException | IllegalArgumentException e) {
            // names a charset that there is not
            return null;
        }
    }

    private static @Nullable Charset supported(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    /** Old Arabic pages say so when nobody told their editor otherwise. */
    private static boolean isLatin(Charset charset) {
        return charset.name().equals("ISO-8859-1")
                || charset.name().equals("windows-1252")
                || charset.name().equals("US-ASCII");
    }

    /** The letters that are no markup, with the white space between them. */
    private static byte[] beyondAscii(byte[] bytes) {
        ByteArrayOutputStream letters = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (b < 0 || b == ' ' || b == '\n') {
                letters.write(b);
            }
        }
        return letters.toByteArray();
    }
}
