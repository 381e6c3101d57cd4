package io.ghirbal.report.cli;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which languages articles may be in. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "CODES",
            converter = Codes.class,
            description = "Write only articles whose body is in one of these languages, like ar or ar,fa. Default: all")
    private @Nullable String codes;

    /** ISO 639 codes; empty for all languages. */
    List<String> codes() {
        return codes == null ? List.of() : List.of(codes.split(",", -1));
    }

    /** Codes with commas between them. */
    static final class Codes extends OptionType<String> {
        private static final Pattern LIST = Pattern.compile("[a-z]{2,3}(,[a-z]{2,3})*");

        Codes() {
            super("codes of ISO 639 like ar, with commas between them");
        }

        @Override
        String parse(String value) {
            if (!LIST.matcher(value).matches()) {
                throw new IllegalArgumentException();
            }
            return value;
        }
    }
}
