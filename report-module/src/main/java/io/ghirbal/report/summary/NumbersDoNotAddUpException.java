package io.ghirbal.report.summary;

import java.util.List;

/** Two counts of the same thing differ: a defect of Ghirbal, or tables changed by hand. */
public class NumbersDoNotAddUpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NumbersDoNotAddUpException(List<String> mismatches) {
        super("the numbers do not add up: " + String.join("; ", mismatches));
    }
}
