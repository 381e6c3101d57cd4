package io.ghirbal.ingest.source;

import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the charset of bytes was before {@link CharsetDetector}: ICU proposes it, the letters of the text bear it out. */
final class IcuCharsetDetector {
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    private static final Map<String, Charset> RECOGNISED = Map.of(
            "UTF-16LE", StandardCharsets.UTF_16LE, "UTF-16BE", StandardCharsets.UTF_16BE, "windows-1256", WINDOWS_1256);

    private static final int CONFIDENCE_FLOOR = 30;
    private static final int FEWEST_LETTERS = 3;

    private IcuCharsetDetector() {}

    /** The charset of {@code bytes}, which have no byte order mark; null when it is unknown. */
    static @Nullable Charset detect(byte[] bytes) {
        String utf8 = TextDecoder.attempt(bytes, StandardCharsets.UTF_8).text();
        return utf8 != null && utf8.chars().noneMatch(TextDecoder::isControl)
                ? StandardCharsets.UTF_8
                : recognise(bytes);
    }

    private static @Nullable Charset recognise(byte[] bytes) {
        boolean damagedUtf8 = CharsetDetector.isMostlyUtf8(bytes);
        for (CharsetMatch match :
                new com.ibm.icu.text.CharsetDetector().setText(bytes).detectAll()) {
            Charset charset = RECOGNISED.get(match.getName());
            if (charset == null) {
                continue;
            }
            boolean wide = CharsetDetector.unit(charset) == 2;
            if (!wide && (damagedUtf8 || match.getConfidence() < CONFIDENCE_FLOOR)) {
                continue;
            }
            String text = TextDecoder.attempt(bytes, charset).text();
            if (text != null && fit(CharsetDetector.Letters.of(text), wide)) {
                return charset;
            }
        }
        return damagedUtf8 ? null : recogniseShort(bytes);
    }

    private static @Nullable Charset recogniseShort(byte[] bytes) {
        String text = TextDecoder.attempt(bytes, WINDOWS_1256).text();
        if (text == null) {
            return null;
        }
        CharsetDetector.Letters letters = CharsetDetector.Letters.of(text);
        return fit(letters, false)
                        && letters.foreign() == 0
                        && letters.accented() == 0
                        && letters.arabic() >= FEWEST_LETTERS
                ? WINDOWS_1256
                : null;
    }

    private static boolean fit(CharsetDetector.Letters letters, boolean wide) {
        if (letters.flawed()) {
            return false;
        }
        if (wide) {
            return letters.foreign() * 10 <= letters.arabic() + letters.ascii() + letters.accented();
        }
        return letters.arabic() > 0
                && letters.foreign() == 0
                && letters.accented() * 10 <= letters.arabic()
                && letters.arabic() * 4 >= letters.ascii();
    }
}
