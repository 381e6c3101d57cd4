package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ArabicNormalizer;
import io.ghirbal.nlp.text.ResourceLines;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The news agencies of {@code agencies.txt} by their spellings. Immutable. */
final class Agencies {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[-–—/|،,()\\[\\]:\"«»*]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Agencies STANDARD = read();

    private final Map<String, String> names;

    private Agencies(Map<String, String> names) {
        this.names = names;
    }

    static Agencies standard() {
        return STANDARD;
    }

    /** The agency that one of the parts of {@code text}, as dashes, commas and brackets part them, names and nothing else; or null. */
    @Nullable String findIn(String text) {
        for (String part : BETWEEN_PARTS.split(text, -1)) {
            String name = names.get(key(part));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** The words folded, whatever stands between them. */
    private static String key(String spelling) {
        return NO_LETTER
                .matcher(ArabicNormalizer.fold(spelling))
                .replaceAll(" ")
                .strip();
    }

    private static Agencies read() {
        Map<String, String> names = new HashMap<>();
        for (String line : ResourceLines.of(Agencies.class, "agencies.txt")) {
            int equals = line.indexOf('=');
            String name = line.substring(0, equals).strip();
            for (String spelling : line.substring(equals + 1).split(",", -1)) {
                names.put(key(spelling), name);
            }
        }
        names.remove("");
        return new Agencies(Map.copyOf(names));
    }
}
