package io.ghirbal.report.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether to print in colour. */
final class ColorOption {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = When.class,
            description =
                    "auto, always or never. Default: ${DEFAULT-VALUE}, which is on a terminal unless NO_COLOR is set")
    private Ansi ansi = Ansi.AUTO;

    /** Whether colours are wanted, and shown where the output goes. */
    boolean enabled() {
        return ansi.enabled();
    }

    /** Reads the option as other programs spell it. */
    static final class When implements ITypeConverter<Ansi> {
        @Override
        public Ansi convert(String value) {
            return switch (value) {
                case "auto" -> Ansi.AUTO;
                case "always" -> Ansi.ON;
                case "never" -> Ansi.OFF;
                default -> throw new TypeConversionException("auto, always or never is wanted, not '" + value + "'");
            };
        }
    }
}
