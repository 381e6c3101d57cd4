package io.ghirbal.report.cli;

/** A whole number from 1. */
abstract class NumberType extends OptionType<Integer> {
    private final int most;

    /**
     * @param what what is counted, with its article, for people
     * @param most the largest allowed
     */
    NumberType(String what, int most) {
        super(what + " from 1 to " + most);
        this.most = most;
    }

    @Override
    final Integer parse(String value) {
        int number = Integer.parseInt(value);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException();
        }
        return number;
    }
}
