package io.ghirbal.report.cli;

/** Whether something is wanted. */
final class FlagType extends OptionType<Boolean> {
    /** What a flag means that is given on the command line, whatever the configuration file says. */
    static final String GIVEN = "true";

    FlagType() {
        super("true or false");
    }

    @Override
    Boolean parse(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        throw new IllegalArgumentException();
    }
}
