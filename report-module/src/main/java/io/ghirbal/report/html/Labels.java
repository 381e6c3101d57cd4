package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of the report, from {@code messages_ar.properties} and {@code messages_en.properties}. Immutable once loaded. */
final class Labels {
    private final Properties ar;
    private final Properties en;

    private Labels(Properties ar, Properties en) {
        this.ar = ar;
        this.en = en;
    }

    static Labels load() {
        return new Labels(properties("messages_ar.properties"), properties("messages_en.properties"));
    }

    /**
     * The words under {@code key} with {@code arguments} in the places of {0}, {1}.
     *
     * @throws IllegalArgumentException when there are none
     */
    Label of(String key, String... arguments) {
        if (!ar.containsKey(key) || !en.containsKey(key)) {
            throw new IllegalArgumentException("The report has no words for " + key);
        }
        String[] isolated = Arrays.stream(arguments).map(Labels::isolated).toArray(String[]::new);
        return new Label(format(ar.getProperty(key), isolated), format(en.getProperty(key), arguments));
    }

    /** The words for {@code code}, such as a kind or a cause; the code itself when there are none. */
    Label ofCode(String prefix, String code) {
        return ar.containsKey(prefix + code) ? of(prefix + code) : new Label(code, code);
    }

    /** What a code means in words; empty when nobody has written it. */
    Label meaning(String prefix, String code) {
        String key = prefix + code + ".text";
        return ar.containsKey(key) ? of(key) : new Label("", "");
    }

    /** Every key there are words for in {@code language}, {@code ar} or {@code en}. */
    Set<String> keys(String language) {
        return (language.equals("ar") ? ar : en).stringPropertyNames();
    }

    /** Between U+2068 and U+2069, so that 2.4% after an Arabic word stays 2.4% and does not become %2.4. */
    private static String isolated(String argument) {
        return '\u2068' + argument + '\u2069';
    }

    private static String format(String pattern, String... arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStream in = Resource.open(name)) {
            properties.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
