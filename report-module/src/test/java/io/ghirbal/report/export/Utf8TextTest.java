package io.ghirbal.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are those of the encoder of Java, however the text is cut into writes. */
class Utf8TextTest {
    private static final String CHARACTERS =
            "az\n\u007F\u0080\u00E9\u0600م\u07FF\u0800\u2028\uFFFD\uFFFF\uD800\uDBFF\uDC00\uDFFF";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "خبر",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00",
                "\uDE00\uD83D",
                "\uD83D\uD83D\uDE00",
                "a\uD83Db",
                "م\uDE00م",
                "€\uD83D€"
            })
    void encodesWhatIsNoWholeCharacterAsTheReplacement(String text) throws CharacterCodingException {
        assertThat(written(text, new SplittableRandom(1))).isEqualTo(expected(text));
        assertThat(OutputFile.utf8(text)).isEqualTo(expected(text));
    }

    @Test
    void encodesAnyTextHoweverItIsCut() throws CharacterCodingException {
        SplittableRandom random = new SplittableRandom(18);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(written(text.toString(), random)).isEqualTo(expected(text.toString()));
            assertThat(OutputFile.utf8(text.toString())).isEqualTo(expected(text.toString()));
        }
    }

    private static byte[] written(String text, SplittableRandom random) {
        try (Utf8Text utf8 = new Utf8Text(0)) {
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(5));
                if (to == from + 1) {
                    utf8.write(text.charAt(from));
                } else if (random.nextBoolean()) {
                    utf8.write(text, from, to - from);
                } else {
                    utf8.write(text.toCharArray(), from, to - from);
                }
                from = to;
            }
            return utf8.toByteArray();
        }
    }

    private static byte[] expected(String text) throws CharacterCodingException {
        ByteBuffer bytes = UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFD".getBytes(UTF_8))
                .encode(CharBuffer.wrap(text));
        byte[] expected = new byte[bytes.remaining()];
        bytes.get(expected);
        return expected;
    }
}
