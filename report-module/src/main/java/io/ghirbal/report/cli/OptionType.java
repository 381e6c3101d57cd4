package io.ghirbal.report.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What an option takes. The command line and the configuration file ask the same type, so that both refuse the same values in the same
 * words. An option without such a type cannot be set in the file.
 *
 * @param <T> what its values become
 */
abstract class OptionType<T> implements ITypeConverter<T> {
    private final String allowed;

    /** @param allowed what its values may be, for people */
    OptionType(String allowed) {
        this.allowed = allowed;
    }

    /** The type of an option or parameter; null when it has none. */
    static @Nullable OptionType<?> of(ArgSpec argument) {
        ITypeConverter<?>[] converters = argument.converters();
        return converters.length == 1 && converters[0] instanceof OptionType<?> type ? type : null;
    }

    /** @throws IllegalArgumentException when {@code value} is not allowed */
    abstract T parse(String value);

    @Override
    public final T convert(String value) {
        try {
            return parse(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(shown(value) + "; allowed is " + allowed + reason(value, e));
        }
    }

    String allowed() {
        return allowed;
    }

    /** How a value that is refused is shown: as it is, unless it may hold a secret. */
    String shown(String value) {
        return "'" + value + "'";
    }

    /** What more there is to say of a value that is refused, behind what is allowed; empty when there is nothing. */
    String reason(String value, IllegalArgumentException refused) {
        return "";
    }

    /** Whether a password stands in {@code value}, which is allowed. */
    boolean holdsPassword(String value) {
        return false;
    }

    /** A value that is not allowed; the message goes on behind "is". */
    static final class Refusal extends TypeConversionException {
        private static final long serialVersionUID = 1;

        private Refusal(String message) {
            super(message);
        }
    }
}
