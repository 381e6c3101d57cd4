package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Beside ICU4J, which found the charset before: for each language, charset and length of a text, as many texts are decoded rightly and no
 * more wrongly. {@code -Dcharsets.print=true} prints the table.
 */
class CharsetDetectorCrossCheckTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final Path LABELLED = Path.of("..", "..", "shared", "cleaning", "labelled.jsonl");

    /** Bytes of a text; 0 is the whole. */
    private static final List<Integer> LENGTHS = List.of(20, 50, 100, 500, 5000, 0);

    /** Who has the table printed has time for all of it. */
    private static final int THOROUGHNESS = Boolean.getBoolean("charsets.print") ? 4 : 1;

    private static final int MOST_OF_A_TEXT = 2 * THOROUGHNESS;
    private static final int MOST_OF_A_LANGUAGE = 50 * THOROUGHNESS;

    /** A text that stands in a charset, and what is in it. */
    private record Sample(String text, Charset charset) {}

    /** What became of some samples. */
    private record Outcomes(int right, int wrong, int refused) {
        static Outcomes of(List<Sample> samples, Function<byte[], @Nullable Charset> detector) {
            int right = 0;
            int wrong = 0;
            for (Sample sample : samples) {
                byte[] bytes = sample.text.getBytes(sample.charset);
                Charset charset = detector.apply(bytes);
                String text = charset == null
                        ? null
                        : TextDecoder.attempt(bytes, charset).text();
                right += sample.text.equals(text) ? 1 : 0;
                wrong += text == null || sample.text.equals(text) ? 0 : 1;
            }
            return new Outcomes(right, wrong, samples.size() - right - wrong);
        }

        private String cells() {
            return "%5d %5d %5d".formatted(right, wrong, refused);
        }
    }

    private record Line(String name, Outcomes icu, Outcomes own) {
        @Override
        public String toString() {
            return "%-32s | %s | %s".formatted(name, icu.cells(), own.cells());
        }
    }

    @Test
    void isAtLeastAsGoodAsIcuWhateverTheTextAndItsLength() throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> arabic = arabicTexts();
        for (String charset : List.of(
                "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6", "x-MacArabic", "IBM864", "IBM420")) {
            compare(lines, "Arabic", arabic, charset, MOST_OF_A_TEXT);
        }
        compare(lines, "Persian", listOf("fa"), "windows-1256", MOST_OF_A_LANGUAGE);
        compare(lines, "Urdu", listOf("ur"), "windows-1256", MOST_OF_A_LANGUAGE);
        compareOthers(lines, "English", "en", "windows-1252", "UTF-16LE", "UTF-16BE");
        compareOthers(lines, "French", "fr", "windows-1252", "x-MacRoman", "IBM850", "UTF-16LE");
        compareOthers(lines, "German", "de", "windows-1252");
        compareOthers(lines, "Turkish", "tr", "windows-1254");
        compareOthers(lines, "Polish", "pl", "windows-1250", "ISO-8859-2");
        compareOthers(lines, "Russian", "ru", "windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "UTF-16LE");
        compareOthers(lines, "Ukrainian", "uk", "windows-1251", "KOI8-U");
        compareOthers(lines, "Greek", "el", "windows-1253", "ISO-8859-7");
        compareOthers(lines, "Hebrew", "he", "windows-1255", "ISO-8859-8", "IBM862", "UTF-16LE");
        compareOthers(lines, "Thai", "th", "TIS-620");
        compareOthers(lines, "Vietnamese", "vi", "windows-1258");
        compareOthers(lines, "Chinese", "zh-CN", "GBK", "UTF-16LE");
        compareOthers(lines, "Japanese", "ja", "Shift_JIS", "EUC-JP");
        compareOthers(lines, "Korean", "ko", "EUC-KR");
        if (Boolean.getBoolean("charsets.print")) {
            System.out.printf("%-32s | %17s | %17s%n", "", "ICU r/w/refused", "own r/w/refused");
            lines.forEach(System.out::println);
        }

        assertThat(lines).hasSizeGreaterThan(200).allSatisfy(line -> {
            assertThat(line.own.right).as("right: %s", line).isGreaterThanOrEqualTo(line.icu.right);
            assertThat(line.own.wrong).as("wrong: %s", line).isLessThanOrEqualTo(line.icu.wrong);
        });
        assertThat(lines)
                .filteredOn(line -> line.name.startsWith("Arabic windows-1256"))
                .allSatisfy(line -> assertThat(line.own.wrong).isZero());
    }

    /** As written, and in small and in capital letters, which most charsets keep in different places. */
    private static void compareOthers(List<Line> lines, String name, String language, String... charsets) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> texts = listOf(language);
        for (String charset : charsets) {
            compare(lines, name, texts, charset, MOST_OF_A_LANGUAGE);
            List<String> small =
                    texts.stream().map(text -> text.toLowerCase(locale)).toList();
            if (!small.equals(texts)) {
                compare(lines, name + ", small", small, charset, MOST_OF_A_LANGUAGE);
                List<String> capital =
                        texts.stream().map(text -> text.toUpperCase(locale)).toList();
                compare(lines, name + ", CAPITAL", capital, charset, MOST_OF_A_LANGUAGE);
            }
        }
    }

    private static void compare(List<Line> lines, String name, List<String> texts, String charset, int most) {
        for (int length : LENGTHS) {
            List<Sample> samples = samples(texts, Charset.forName(charset), length, most);
            if (!samples.isEmpty()) {
                lines.add(new Line(
                        "%s %s %s".formatted(name, charset, length == 0 ? "whole" : length),
                        Outcomes.of(samples, IcuCharsetDetector::detect),
                        Outcomes.of(samples, CharsetDetector::detect)));
            }
        }
    }

    /** Parts of {@code texts} of this many bytes, each from the beginning of a word. */
    private static List<Sample> samples(List<String> texts, Charset charset, int length, int most) {
        SplittableRandom random = new SplittableRandom(7);
        List<Sample> samples = new ArrayList<>();
        for (String text : texts) {
            String encodable = encodable(text, charset);
            int characters = length == 0 ? encodable.length() : length / CharsetDetector.unit(charset);
            if (encodable.length() < characters) {
                continue;
            }
            int parts = length == 0 ? 1 : Math.min(most, encodable.length() / characters);
            for (int i = 0; i < parts; i++) {
                int start = random.nextInt(encodable.length() - characters + 1);
                while (start > 0 && !Character.isWhitespace(encodable.charAt(start - 1))) {
                    start--;
                }
                String part = encodable.substring(start, start + characters);
                if (part.chars().anyMatch(Character::isLetter)
                        && !Character.isHighSurrogate(part.charAt(part.length() - 1))) {
                    samples.add(new Sample(part, charset));
                }
            }
        }
        return samples;
    }

    private static String encodable(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder encodable = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .filter(encoder::canEncode)
                .forEach(encodable::append);
        return encodable.toString();
    }

    private static List<String> arabicTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(SEEDS)) {
            for (Path seed : seeds.sorted().toList()) {
                texts.add(Files.readString(seed));
            }
        }
        assertThat(Files.exists(LABELLED) || System.getenv("CI") == null)
                .as("%s is wanted", LABELLED)
                .isTrue();
        if (Files.exists(LABELLED)) {
            JsonMapper mapper = JsonMapper.builder().build();
            for (String line : Files.readAllLines(LABELLED, UTF_8)) {
                texts.add(mapper.readTree(line).get("text").asString());
            }
        }
        return texts;
    }

    /** What the JDK calls countries, languages, currencies, months and days in a language, as one text. */
    private static List<String> listOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        StringJoiner names = new StringJoiner(" ");
        for (String country : Locale.getISOCountries()) {
            names.add(new Locale("", country).getDisplayCountry(locale));
        }
        for (String code : Locale.getISOLanguages()) {
            String name = new Locale(code).getDisplayLanguage(locale);
            if (!name.equals(code)) {
                names.add(name);
            }
        }
        Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .forEach(currency -> names.add(currency.getDisplayName(locale)));
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        Stream.of(symbols.getMonths(), symbols.getWeekdays())
                .flatMap(Arrays::stream)
                .forEach(names::add);
        return List.of(names.toString());
    }
}
