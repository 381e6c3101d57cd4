package io.ghirbal.nlp.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text as a person would read it where its writing is still encoded: HTML entities and tags, the escapes of JSON, line separators of
 * Unicode, UTF-8 that was read as Windows-1252. It has as many characters as the raw text, each at the place of the raw one, so that a
 * span of the one is a span of the other: what a code of several characters leaves over is {@link #NOTHING}, and where a tag or an escape
 * breaks the line stands {@link #BREAK}. The raw text stays as it is. Immutable.
 */
public final class ReadableText {
    /** Fills the places of a code that its character does not need. */
    public static final char NOTHING = '\0';

    /** Where the encoded text breaks a line: not where the raw text does. */
    public static final char BREAK = '\u2028';

    private static final int LONGEST_ENTITY = 10;
    private static final int LONGEST_TAG = 1_000;
    /** Of so many characters at least one pair of misread UTF-8 is due before a text counts as misread. */
    private static final int MISREAD_EVERY = 8;

    /** The characters up to U+00DB with which something encoded may begin, a break in another guise or UTF-8 that was misread. */
    private static final boolean[] STARTS_CODE = new boolean[0xDC];

    static {
        for (char c : "&<\\\u0085\u000B\f\u00D8\u00D9\u00DA\u00DB".toCharArray()) {
            STARTS_CODE[c] = true;
        }
    }

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, Character> ENTITIES = entities();

    private final String raw;
    private final char[] characters;
    private final boolean decoded;

    private ReadableText(String raw, char[] characters, boolean decoded) {
        this.raw = raw;
        this.characters = characters;
        this.decoded = decoded;
    }

    /** Reads {@code raw}, in time linear in its length. */
    public static ReadableText of(String raw) {
        Decoding decoding = new Decoding(raw);
        return new ReadableText(raw, decoding.characters, decoding.run());
    }

    /** The characters, as many as the raw text has. Not to be changed. */
    public char[] characters() {
        return characters;
    }

    /** Letters as they look at their place in a word, in place of the letters themselves; not the ligatures that stand for whole words. */
    private static boolean isPresentationForm(char c) {
        return (c >= '\uFB50' && c <= '\uFD3D') || (c >= '\uFE70' && c <= '\uFEFC');
    }

    /** What stands between, without the places left over; breaks become line feeds, forms of letters the letters. */
    public String between(int from, int to) {
        if (!decoded) {
            return raw.substring(from, to);
        }
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = characters[i];
            if (isPresentationForm(c)) {
                text.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (c != NOTHING) {
                text.append(c == BREAK ? '\n' : c);
            }
        }
        return text.toString();
    }

    /** One pass over a text. */
    private static final class Decoding {
        private final String raw;
        private final char[] characters;
        private boolean decoded;

        Decoding(String raw) {
            this.raw = raw;
            this.characters = raw.toCharArray();
        }

        boolean run() {
            if (isPlain()) {
                return false;
            }
            boolean escaped = raw.indexOf('\\') >= 0;
            boolean misread = isMisread();
            for (int i = 0; i < characters.length; ) {
                int length = switch (characters[i]) {
                    case '&' -> entity(i);
                    case '<' -> tag(i);
                    case '\\' -> escaped ? escape(i) : 0;
                    case '\u2028', '\u2029', '\u0085', '\u000B', '\f' -> put(i, 1, BREAK);
                    default -> {
                        decoded |= isPresentationForm(characters[i]);
                        yield misread ? misread(i) : 0;
                    }
                };
                i += Math.max(1, length);
            }
            return decoded;
        }

        /** Whether there is nothing that could have to be decoded, as in nearly every text: a look at each character is cheaper. */
        private boolean isPlain() {
            for (char c : characters) {
                boolean plain = c > '\u00DB' ? c < '\u2028' || (c > '\u2029' && c < '\uFB50') : !STARTS_CODE[c];
                if (!plain) {
                    return false;
                }
            }
            return true;
        }

        /** Writes {@code character} over a code of {@code length} characters, and answers that length. */
        private int put(int at, int length, char character) {
            characters[at] = character;
            for (int i = at + 1; i < at + length; i++) {
                characters[i] = NOTHING;
            }
            decoded = true;
            return length;
        }

        private int entity(int at) {
            int from = at + 1;
            // "&amp;nbsp;": encoded twice
            while (raw.startsWith("amp;", from) && (isEntity(from + 4) || raw.startsWith("amp;", from + 4))) {
                from += 4;
            }
            int end = raw.indexOf(';', from);
            if (end < 0 || end - from > LONGEST_ENTITY || end == from) {
                return 0;
            }
            Character character = decode(raw.substring(from, end));
            return character == null ? 0 : put(at, end + 1 - at, character);
        }

        private boolean isEntity(int from) {
            int end = raw.indexOf(';', from);
            return end > from && end - from <= LONGEST_ENTITY && decode(raw.substring(from, end)) != null;
        }

        private static @Nullable Character decode(String name) {
            if (name.charAt(0) != '#') {
                return ENTITIES.get(name);
            }
            try {
                boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
                int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
                return code > 0 && code <= Character.MAX_VALUE && !Character.isSurrogate((char) code)
                        ? code == '\n' || code == '\r' ? BREAK : (char) code
                        : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        private int tag(int at) {
            int name = at + 1;
            if (name < raw.length() && raw.charAt(name) == '/') {
                name++;
            }
            int nameEnd = name;
            while (nameEnd < raw.length() && nameEnd - name < LONGEST_ENTITY && isLatin(raw.charAt(nameEnd))) {
                nameEnd++;
            }
            if (nameEnd == name) {
                return 0;
            }
            int end = raw.indexOf('>', nameEnd);
            int open = raw.indexOf('<', nameEnd);
            if (end < 0 || end - at > LONGEST_TAG || (open >= 0 && open < end)) {
                return 0;
            }
            String tag = raw.substring(name, nameEnd).toLowerCase(Locale.ROOT);
            return switch (tag) {
                case "br",
                        "p",
                        "div",
                        "li",
                        "ul",
                        "ol",
                        "tr",
                        "td",
                        "table",
                        "blockquote",
                        "section",
                        "article",
                        "h",
                        "hr" -> put(at, end + 1 - at, BREAK);
                case "b",
                        "i",
                        "u",
                        "em",
                        "strong",
                        "span",
                        "font",
                        "small",
                        "big",
                        "sup",
                        "sub",
                        "center",
                        "tbody",
                        "body",
                        "html",
                        "mark" -> put(at, end + 1 - at, NOTHING);
                // a link, a picture, a script: remains of the page that are to be seen among what was removed
                default -> 0;
            };
        }

        private static boolean isLatin(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        private int escape(int at) {
            if (at + 1 >= raw.length()) {
                return 0;
            }
            char code = raw.charAt(at + 1);
            if (code == 'u' && at + 6 <= raw.length()) {
                try {
                    char character = (char) Integer.parseInt(raw.substring(at + 2, at + 6), 16);
                    return put(at, 6, character == '\n' || character == '\r' ? BREAK : character);
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
            boolean word = at + 2 < raw.length() && isLatin(raw.charAt(at + 2));
            return switch (code) {
                case 'n', 'r' -> word ? 0 : put(at, 2, BREAK);
                case 't' -> word ? 0 : put(at, 2, ' ');
                case '"', '/' -> put(at, 2, code);
                default -> 0;
            };
        }

        /** Whether the text is UTF-8 that was read as Windows-1252: "Ø§Ù„" for "ال". */
        private boolean isMisread() {
            int pairs = 0;
            int arabic = 0;
            for (int i = 0; i + 1 < characters.length; i++) {
                char c = characters[i];
                if (c >= '\u00D8' && c <= '\u00DB' && characters[i + 1] > '\u007F') {
                    pairs++;
                } else if (c >= '\u0621' && c <= '\u064A') {
                    arabic++;
                }
            }
            return pairs >= 4 && pairs * MISREAD_EVERY > characters.length && arabic * 4 < pairs;
        }

        private int misread(int at) {
            int first = byteOf(characters[at]);
            int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
            if (length == 0 || at + length > characters.length) {
                return 0;
            }
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                int one = byteOf(characters[at + i]);
                if (one < 0) {
                    return 0;
                }
                bytes[i] = (byte) one;
            }
            try {
                CharBuffer text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes));
                return text.length() == 1 ? put(at, length, text.get(0)) : 0;
            } catch (CharacterCodingException e) {
                return 0;
            }
        }

        /** The byte that Windows-1252 reads as the character; the five that it has no character for come out as controls. */
        private static int byteOf(char c) {
            if (c < 0x100 && (c < 0x80 || c > 0x9F)) {
                return c;
            }
            if (c <= 0x9F) {
                return c;
            }
            byte[] bytes = String.valueOf(c).getBytes(WINDOWS_1252);
            return bytes.length == 1 && (bytes[0] & 0xFF) >= 0x80 ? bytes[0] & 0xFF : -1;
        }
    }

    private static Map<String, Character> entities() {
        Map<String, Character> entities = new HashMap<>();
        String table =
                "amp& lt< gt> quot\" apos' nbsp\u00A0 laquo« raquo» ldquo“ rdquo” lsquo‘ rsquo’ sbquo‚ bdquo„ hellip… ndash– mdash—"
                        + " bull• middot· copy© reg® trade™ zwnj\u200C zwj\u200D lrm\u200E rlm\u200F ensp\u2002 emsp\u2003 thinsp\u2009 times× deg°"
                        + " euro€ pound£ larr← rarr→ shy\u00AD";
        for (String entry : table.split(" ", -1)) {
            entities.put(entry.substring(0, entry.length() - 1), entry.charAt(entry.length() - 1));
        }
        return Map.copyOf(entities);
    }
}
